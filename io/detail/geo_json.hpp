#pragma once

#include "geo/geodesic.hpp"
#include "io/json_text.hpp"

namespace landsea::io::detail {

/// About a metre, as drawings need it.
inline constexpr int drawn_degree_decimals = 5;

/// The key "geometry" with a Point. Source: RFC 7946, section 3.1.2; longitude comes first.
void write_point(JsonText& json, model::LatLon point, int decimals = drawn_degree_decimals);

/// The key "geometry" with a MultiLineString, cut at the 180th meridian (section 3.1.9).
void write_multi_line(JsonText& json, const geo::Path& line, int decimals = drawn_degree_decimals);

/// The same, or a LineString where no cut is needed.
void write_line(JsonText& json, const geo::Path& line, int decimals = drawn_degree_decimals);

} // namespace landsea::io::detail
