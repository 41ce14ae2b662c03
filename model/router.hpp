#pragma once

#include "model/edge_weights.hpp"
#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <memory>
#include <optional>

namespace landsea::model {

namespace detail {
class LayeredGraph;
} // namespace detail

class RouteTree;

/// Finds the best route of a query on a network.
///
/// Weights are expected values. A `via` target is not met by coming back to the origin's city or by
/// going on from the destination's, nor is an order of riding begun by coming back. Ties go to the
/// route of fewest edges, a transfer being one; then at each place backwards from the destination
/// to the edge that comes first in the virtual network, a transfer coming where the service that it
/// leaves does. With `via` targets, routes that tie may part in the order in which they meet them;
/// the answer is still always the same.
class Router {
  public:
    /// The network must outlive it.
    explicit Router(const Network& network);

    /// nullopt when no route meets the constraints; without steps when the box is there already:
    /// at the same place, or in the city of the terminal. At most 12 `via` targets: more throw
    /// std::invalid_argument.
    /// Cost: O(2^v (V + E) log V) for v `via` targets, an order of riding being one more.
    [[nodiscard]] std::optional<Itinerary> best(const Query& query) const;

    /// The best routes to every place at once; `query.to` is not read. Throws as `best` does.
    /// Cost: that of `best` for one destination.
    [[nodiscard]] RouteTree best_from(const Query& query) const;

    /// The same with weights from `weights_to_anywhere`, which are not computed again: a batch
    /// weighs once for all origins.
    [[nodiscard]] RouteTree best_from(const Query& query,
                                      const std::vector<std::uint32_t>& weights) const;

    [[nodiscard]] const VirtualNetwork& graph() const { return graph_; }

  private:
    VirtualNetwork graph_;
    std::shared_ptr<const detail::LayeredGraph> plain_; ///< for queries without `via`
};

/// The best routes of a query from its origin to any destination. The router must outlive it.
class RouteTree {
  public:
    /// What `Router::best` answers for the destination.
    ///
    /// Cost: as many steps as the route has; where `via` targets lead it through its destination or
    /// back into the city where it began, a search of its own.
    [[nodiscard]] std::optional<Itinerary> to(PlaceId destination) const;

  private:
    friend class Router;
    struct Found;

    explicit RouteTree(std::shared_ptr<const Found> found) : found_{std::move(found)} {}

    std::shared_ptr<const Found> found_;
};

} // namespace landsea::model
