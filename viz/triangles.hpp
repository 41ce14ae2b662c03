#pragma once

#include "viz/box.hpp"

#include <array>
#include <vector>

namespace landsea::viz {

using Triangle = std::array<Point, 3>;

/// Triangles that cover what the rings enclose by the even-odd rule, for painters that know only
/// triangles. Rings may touch but must not cross; where they do, something near is returned.
///
/// Ear clipping, holes joined to their outside by bridges. Source: Eberly, Triangulation by ear
/// clipping (2002). Cost: about O(n log n) for coastlines, O(n^2) at worst.
std::vector<Triangle> triangulated(const std::vector<std::vector<Point>>& rings);

} // namespace landsea::viz
