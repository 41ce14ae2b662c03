#pragma once

#include "viz/picture.hpp"

#include <vector>

namespace landsea::viz::detail {

/// The corners of a marker's symbol; empty for a circle.
std::vector<Point> marker_outline(const Marker& marker);

} // namespace landsea::viz::detail
