#pragma once

#include "model/lat_lon.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace landsea::geo::detail {

/// The rings of a polygon in Tiny WKB (https://github.com/TWKB/Specification), two-dimensional and
/// without the optional extras; the closing point of a ring is left out.
///
/// Throws std::runtime_error with what was expected and what was found when the bytes are no such
/// polygon, a ring has fewer than three points, or a point is not on the Earth.
std::vector<std::vector<model::LatLon>> polygon_of_tiny_wkb(std::span<const std::uint8_t> bytes);

} // namespace landsea::geo::detail
