#pragma once

#include "model/query.hpp"
#include "model/virtual_network.hpp"

namespace landsea::model {

/// Whether going along the edge uses the target: is at the place (or at a terminal of the city),
/// crosses the passage or country, or rides the corridor, service, means or mode.
bool uses(const Edge& edge, const Target& target, const Network& network);

/// Whether the place is the other one, or one of its terminals.
bool is_within(PlaceId place, PlaceId city, const Network& network);

} // namespace landsea::model
