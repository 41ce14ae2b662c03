#pragma once

#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <cstdint>
#include <vector>

namespace landsea::model {

/// The weight of an edge that cannot be used.
inline constexpr std::uint32_t unreachable = 0x7FFFFFFF;

/// What each edge of the virtual network weighs for a query, in fixed point: thousandths of an
/// hour, cents or grams, per TEU; `unreachable` where constraints, cargo or a missing opening
/// forbid it. Each step is rounded by itself and an edge weighs what its steps do; what is too much
/// for a weight weighs `unreachable` - 1.
///
/// With `via` targets or an order of riding, hauls that come back to the origin's city are
/// forbidden, and with `via` targets those that go on from the destination's; unless one end lies
/// within the other.
std::vector<std::uint32_t> weights_of(const VirtualNetwork& graph, const Query& query);

/// The same for every destination at once: `query.to` is not read, and hauls that go on from it are
/// allowed.
std::vector<std::uint32_t> weights_to_anywhere(const VirtualNetwork& graph, const Query& query);

/// The same under the query's overlay, from what edges weigh without it and the edges that it
/// touches (see `OverlayIndex`): the others keep their weight.
std::vector<std::uint32_t> weights_to_anywhere(const VirtualNetwork& graph, const Query& query,
                                               const std::vector<std::uint32_t>& without,
                                               const std::vector<std::uint32_t>& touched);

/// Whether a haul goes on from the city: comes from within it and ends outside.
bool goes_on_from(const Edge& edge, PlaceId city, const Network& network);

} // namespace landsea::model
