#pragma once

#include "model/lat_lon.hpp"
#include "model/quantity.hpp"

#include <vector>

namespace landsea::geo {

/// Places in travel order. Two neighbours are joined by the shortest line on the ellipsoid unless
/// a function says otherwise.
using Path = std::vector<model::LatLon>;

/// The length of the shortest line between two points on the WGS84 ellipsoid.
///
/// Accuracy: 15 nanometres, also for places nearly opposite each other. Source: Karney, Algorithms
/// for geodesics, J. Geodesy 87 (2013), as implemented in PROJ.
model::Km distance(model::LatLon a, model::LatLon b);

/// The sum of the distances between neighbours; zero for fewer than two points.
model::Km length(const Path& path);

/// Points along the shortest line from `from` to `to`: both ends exactly as given, and between
/// them equal steps of at most `max_spacing`. Throws std::invalid_argument when `max_spacing` is
/// not positive. Accuracy: points lie within a micrometre of the line that GeographicLib finds. Of
/// two places exactly opposite, any of the shortest lines.
Path geodesic_line(model::LatLon from, model::LatLon to, model::Km max_spacing);

/// `path` with points added by `geodesic_line` so that no step is longer than `max_spacing`.
Path densified(const Path& path, model::Km max_spacing);

} // namespace landsea::geo
