#include "model/router.hpp"

#include "model/detail/layered_graph.hpp"
#include "model/detail/query_layers.hpp"
#include "model/target.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

using Edges = std::vector<std::uint32_t>;

/// The edges to a place with all `via` targets met; the order of riding holds whether or not it has
/// begun.
std::optional<Edges> path_to(PlaceId place, const Constraints& constraints,
                             const VirtualNetwork& graph, const detail::LayeredGraph& layers,
                             const detail::SearchTree& tree) {
    const auto goals = detail::goals_of(place, constraints, graph, layers);
    const std::uint32_t best = *std::ranges::min_element(
        goals, {}, [&](std::uint32_t goal) { return tree.distance[goal]; });
    return layers.path(tree, best);
}

} // namespace

/// A search, and the query to repeat it with where it does not hold for a destination.
struct RouteTree::Found {
    const Router& router;
    Query query;
    std::shared_ptr<const detail::LayeredGraph> layers;
    detail::SearchTree tree;
};

Router::Router(const Network& network)
    : graph_{network}, plain_{std::make_shared<detail::LayeredGraph>(graph_)} {}

std::optional<Itinerary> Router::best(const Query& query) const {
    const auto layers = detail::layers_of(query, graph_, plain_);
    if (detail::stays(query, graph_.network())) {
        return Itinerary{};
    }
    const auto tree =
        layers->search(layers->at(graph_.origin_of(query.from), 0), weights_of(graph_, query));
    const auto edges = path_to(query.to, query.constraints, graph_, *layers, tree);
    if (!edges) {
        return std::nullopt;
    }
    return detail::itinerary_of(*edges, graph_, query.shipment.kind);
}

RouteTree Router::best_from(const Query& query) const {
    return best_from(query, weights_to_anywhere(graph_, query));
}

RouteTree Router::best_from(const Query& query, const std::vector<std::uint32_t>& weights) const {
    const auto layers = detail::layers_of(query, graph_, plain_);
    auto tree = layers->search(layers->at(graph_.origin_of(query.from), 0), weights);
    return RouteTree{std::make_shared<RouteTree::Found>(
        RouteTree::Found{*this, query, layers, std::move(tree)})};
}

std::optional<Itinerary> RouteTree::to(PlaceId destination) const {
    const VirtualNetwork& graph = found_->router.graph();
    const Network& network = graph.network();
    Query query = found_->query;
    query.to = destination;
    const bool has_via = !query.constraints.via.empty();
    const bool is_there =
        is_within(query.from, destination, network) || is_within(destination, query.from, network);
    if (is_there) {
        return found_->router.best(query);
    }
    const auto edges =
        path_to(destination, query.constraints, graph, *found_->layers, found_->tree);
    if (!edges) {
        return std::nullopt;
    }
    // A best route that keeps to the rule for destinations is also the best one under it.
    const bool goes_on = has_via && std::ranges::any_of(*edges, [&](std::uint32_t e) {
                             return goes_on_from(graph.edges()[e], destination, network);
                         });
    return goes_on ? found_->router.best(query)
                   : detail::itinerary_of(*edges, graph, query.shipment.kind);
}

} // namespace landsea::model
