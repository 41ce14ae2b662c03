#pragma once

#include "model/network.hpp"

#include <string>
#include <string_view>

namespace landsea::model {

/// What the ids of everything added for first and last miles begin with.
inline constexpr std::string_view first_mile_prefix = "first-mile:";

/// The network with roads from each place where nothing can be loaded or unloaded, and that is not
/// a city with terminals, to its nearest terminals: the first and the last mile.
///
/// Each such place gets a truck to and from the nearest terminal of each of the three nearest
/// cities of its own country within 300 km. Nobody looks whether there is water between. All
/// figures are assumed: road length is 1.3 times the great circle, 45 km/h (30 to 60) with stops,
/// 0.55 USD per TEU-km (0.40 to 0.75), 95 g CO2e per tonne-km (60 to 125). The things added have
/// ids that begin with "first-mile:".
NetworkParts with_first_mile(NetworkParts parts);

/// The network with one more place, at a point on the map, to start from or to go to. It has no
/// terminal, so `with_first_mile` joins it by road. Its country is that of the nearest place.
NetworkParts with_point(NetworkParts parts, const std::string& id, LatLon location);

/// What the ids of operations that stand for added dwell begin with; the place's id follows.
inline constexpr std::string_view added_dwell_prefix = "added-dwell:";

/// The network with `time` more to spend at a place whenever the box changes means there.
NetworkParts with_added_dwell(NetworkParts parts, PlaceId place, Hours time);

} // namespace landsea::model
