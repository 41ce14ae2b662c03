#pragma once

#include "geo/geodesic.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace landsea::io::detail {

/// The line of a LINESTRING or MULTILINESTRING in well-known text, longitude before latitude; more
/// numbers of a point are passed over. Nullopt when it is neither or not on the Earth.
/// Source: OGC 06-103r4, section 7.
std::optional<geo::Path> line_in_wkt(std::string_view text);

/// Pieces that were cut at the 180th meridian, as one line without the points of the cut.
geo::Path joined_at_antimeridian(const std::vector<geo::Path>& pieces);

} // namespace landsea::io::detail
