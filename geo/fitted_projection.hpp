#pragma once

#include "geo/geodesic.hpp"

#include <string>

namespace landsea::geo {

/// A projection made for one map.
struct FittedProjection {
    std::string definition; ///< a PROJ string for `Projection::named`
    std::string name;       ///< for the map's note
};

/// A projection that suits the points; the middle in whole degrees.
///
/// For a part of the Earth a Lambert conformal conic that is true to scale a sixth of the way from
/// the southern and from the northern end, and upright at the middle of the shortest stretch of
/// longitudes that holds all points (a stretch over the 180th meridian is like any other). For
/// points over more than 150 degrees of longitude, or far on both sides of the equator, the equal
/// areas of Equal Earth, cut where the fewest points are. No points: Asia.
/// Source: the rule of sixths for standard parallels (Deetz and Adams 1934); Šavrič, Patterson,
/// Jenny 2018, "The Equal Earth map projection".
FittedProjection fitted_projection(const Path& points);

} // namespace landsea::geo
