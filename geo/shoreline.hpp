#pragma once

#include "geo/basemap.hpp"
#include "geo/geodesic.hpp"

#include <vector>

namespace landsea::geo {

/// What ships keep clear of: rings with what is forbidden on their left, without their first point
/// repeated; edges are great circles.
using Shoreline = std::vector<Path>;

/// How the shoreline that ships keep to is made from the coast. All in degrees of latitude, which
/// are 111 km; to the east and west a degree is shorter at high latitudes, and so is the clearance.
struct ShorelineRules {
    double clearance_deg = 0.045;          ///< the coast is grown by this
    double tolerance_deg = 0.04;           ///< and then simplified by this, which is never more
    double channel_half_width_deg = 0.012; ///< of the water cut open along a channel
    double least_island_km2 = 12.0;        ///< smaller islands are left out
};

/// Where ships may and may not go, besides what the coast says.
struct Fairways {
    std::vector<Path> channels;  ///< cut open through whatever is in the way
    std::vector<Path> forbidden; ///< rings of reefs, shoals and shallow straits
};

/// The shoreline for ships. Lakes are land, but for the Caspian Sea. The land may be cut along the
/// 180th meridian; the shoreline is not.
///
/// Land nowhere reaches over the shoreline, except along channels. Coordinates are rounded to 1e-5
/// degrees; the same input gives the same shoreline. Cost: about 10 s for the world at 1:10
/// million.
Shoreline shoreline(const std::vector<Polygon>& land, const Fairways& fairways,
                    const ShorelineRules& rules = {});

} // namespace landsea::geo
