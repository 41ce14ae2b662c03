#pragma once

#include <vector>

namespace landsea::scenarios::detail {

using Vector = std::vector<double>;

/// The Euclidean length.
double norm(const Vector& vector);

/// Solves a x = b by elimination with partial pivoting; `a` by rows, square and regular. Both are
/// used up.
/// Cost: O(n^3).
Vector solved(std::vector<Vector> a, Vector b);

} // namespace landsea::scenarios::detail
