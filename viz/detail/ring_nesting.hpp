#pragma once

#include "viz/box.hpp"

#include <vector>

namespace landsea::viz::detail {

/// One outside and the holes directly in it: the outside runs so that its area is positive by
/// `signed_area`, the holes the other way.
struct Surface {
    std::vector<Point> outside;
    std::vector<std::vector<Point>> holes;
};

/// The area of a ring, positive when it turns from the x axis toward the y axis.
double signed_area(const std::vector<Point>& ring);

/// Sorts rings that do not cross into surfaces by the even-odd rule. Rings without area are
/// dropped.
std::vector<Surface> nested(const std::vector<std::vector<Point>>& rings);

} // namespace landsea::viz::detail
