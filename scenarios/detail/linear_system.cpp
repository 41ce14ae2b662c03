#include "scenarios/detail/linear_system.hpp"

#include <cmath>
#include <utility>

namespace landsea::scenarios::detail {

double norm(const Vector& vector) {
    double sum = 0;
    for (const double x : vector) {
        sum += x * x;
    }
    return std::sqrt(sum);
}

Vector solved(std::vector<Vector> a, Vector b) {
    const std::size_t n = b.size();
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < n; ++row) {
            pivot = std::abs(a[row][column]) > std::abs(a[pivot][column]) ? row : pivot;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = column + 1; row < n; ++row) {
            const double factor = a[row][column] / a[column][column];
            for (std::size_t i = column; factor != 0 && i < n; ++i) {
                a[row][i] -= factor * a[column][i];
            }
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t i = row + 1; i < n; ++i) {
            b[row] -= a[row][i] * b[i];
        }
        b[row] /= a[row][row];
    }
    return b;
}

} // namespace landsea::scenarios::detail
