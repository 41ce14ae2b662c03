#pragma once

#include "geo/geodesic.hpp"

#include <string>

namespace landsea::geo {

/// A conic projection made for one map.
struct FittedCone {
    std::string definition; ///< a PROJ string for `Projection::named`
    std::string name;       ///< for the map's note
};

/// A Lambert conformal conic that is true to scale a sixth of the way from the southern and from
/// the northern end of the points, and upright at their middle; whole degrees.
///
/// For points within one hemisphere that do not straddle the 180th meridian. No points: Asia.
/// Source: the rule of sixths for standard parallels (Deetz and Adams 1934).
FittedCone fitted_cone(const Path& points);

} // namespace landsea::geo
