#pragma once

#include "model/lat_lon.hpp"
#include "model/sea_lanes.hpp"

#include <cstdint>
#include <vector>

namespace landsea::geo {

/// The edges that are worth keeping: an edge is left out when the others, through the very same
/// passages, lead from one of its ends to the other in at most `stretch` times its length. In the
/// order given. No way between two nodes gets longer than `stretch` times, whatever is closed.
///
/// The same input gives the same edges. Source: greedy spanner (Althöfer, Das, Dobkin, Joseph,
/// Soares 1993, "On sparse spanners of weighted graphs", Discrete & Computational Geometry 9).
/// Lengths are compared on the sphere, within 0.6 % of the ellipsoid.
std::vector<model::SeaEdge> thinned(const std::vector<model::LatLon>& nodes,
                                    std::vector<model::SeaEdge> edges, double stretch);

} // namespace landsea::geo
