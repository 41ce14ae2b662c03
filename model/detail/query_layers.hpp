#pragma once

#include "model/detail/layered_graph.hpp"
#include "model/itinerary.hpp"
#include "model/query.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace landsea::model::detail {

/// The graph that a query is searched on: `plain` when nothing is to be met, else one with a layer
/// for each set of its conditions. Throws std::invalid_argument for more than 12 `via` targets.
std::shared_ptr<const LayeredGraph> layers_of(const Query& query, const VirtualNetwork& graph,
                                              const std::shared_ptr<const LayeredGraph>& plain);

/// The vertices where a route to a place may end, all `via` targets met; the order of riding holds
/// whether or not it has begun.
std::vector<std::uint32_t> goals_of(PlaceId place, const Constraints& constraints,
                                    const VirtualNetwork& graph, const LayeredGraph& layers);

/// Whether the box is there before it sets out, and neither end keeps it from staying.
bool stays(const Query& query, const Network& network);

/// What happens along edges of the virtual network.
Itinerary itinerary_of(const std::vector<std::uint32_t>& edges, const VirtualNetwork& graph,
                       CargoKind cargo);

} // namespace landsea::model::detail
