#pragma once

#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace landsea::model {

/// The weight of an edge that cannot be used.
inline constexpr std::uint32_t unreachable = 0x7FFFFFFF;

/// What each edge of the virtual network weighs for a query, in fixed point: thousandths of an
/// hour, cents or grams, per TEU; `unreachable` where constraints, cargo or a missing opening
/// forbid it.
std::vector<std::uint32_t> weights_of(const VirtualNetwork& graph, const Query& query);

/// Finds the best route of a query on a network.
///
/// Weights are expected values. A `via` target is not met by coming back to the origin's city or by
/// going on from the destination's. Ties go to the route of fewest edges, then at each place
/// backwards from the destination to the edge that comes first in the virtual network. With `via`
/// targets, routes that tie may part in the order in which they meet them; the answer is still
/// always the same.
class Router {
  public:
    /// The network must outlive it.
    explicit Router(const Network& network) : graph_{network} {}

    /// nullopt when no route meets the constraints; without steps when the box is there already:
    /// at the same place, or in the city of the terminal. At most 12 `via` targets: more throw
    /// std::invalid_argument.
    /// Cost: O(2^v (V + E) log V) for v `via` targets.
    [[nodiscard]] std::optional<Itinerary> best(const Query& query) const;

    [[nodiscard]] const VirtualNetwork& graph() const { return graph_; }

  private:
    VirtualNetwork graph_;
};

} // namespace landsea::model
