#include "viz/detail/marker_outline.hpp"

namespace landsea::viz::detail {

std::vector<Point> marker_outline(const Marker& marker) {
    const double r = marker.size / 2.0;
    const auto corner = [&](double right, double down) {
        return Point{marker.at.x + right * r, marker.at.y + down * r};
    };
    switch (marker.symbol) {
    case Symbol::circle:
        return {};
    case Symbol::square:
        return {corner(-0.9, -0.9), corner(0.9, -0.9), corner(0.9, 0.9), corner(-0.9, 0.9)};
    case Symbol::diamond:
        return {corner(0, -1.2), corner(1.2, 0), corner(0, 1.2), corner(-1.2, 0)};
    case Symbol::triangle:
        return {corner(0, -1.15), corner(1.0, 0.6), corner(-1.0, 0.6)};
    }
    return {};
}

} // namespace landsea::viz::detail
