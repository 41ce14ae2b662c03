#pragma once

#include "geo/geodesic.hpp"

#include <vector>

namespace landsea::geo {

/// The path in pieces that do not cross the 180th meridian, as RFC 7946, section 3.1.9, asks of
/// GeoJSON and as GIS programs need it: a piece ends at longitude 180 or -180, the next begins at
/// the other, both at the same latitude.
///
/// Neighbours more than 180 degrees of longitude apart are taken to be joined over that meridian.
/// The latitude there is that of a line straight in degrees; give a `densified` path to stay close
/// to the geodesic. A pole is no crossing. Pieces of a single point are left out, so a path of
/// fewer than two points gives none.
std::vector<Path> split_at_antimeridian(const Path& path);

} // namespace landsea::geo
