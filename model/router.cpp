#include "model/router.hpp"

#include "model/detail/layered_graph.hpp"
#include "model/target.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::model {

namespace {

using Edges = std::vector<std::uint32_t>;

bool holds(const std::vector<ServiceId>& list, ServiceId service) {
    return std::ranges::find(list, service) != list.end();
}

/// Whether a haul goes from one terminal of a city to another.
bool stays_in_its_city(const Edge& edge, const Network& network) {
    const auto city_of = [&](PlaceId place) { return network[place].part_of.value_or(place); };
    return city_of(edge.place) == city_of(network[*edge.link].to);
}

/// A condition for each `via` target, and a last one for the order of riding.
detail::Conditions conditions_of(const Edge& edge, const Constraints& constraints,
                                 const Network& network) {
    detail::Conditions conditions;
    std::uint32_t bit = 1;
    for (const Target& target : constraints.via) {
        if (uses(edge, target, network)) {
            conditions.meets |= bit;
        }
        bit <<= 1;
    }
    if (constraints.order && edge.link && !stays_in_its_city(edge, network)) {
        conditions.meets |= holds(constraints.order->first, *edge.to) ? bit : 0;
        conditions.needs |= holds(constraints.order->then, *edge.to) ? bit : 0;
    }
    return conditions;
}

/// Whether the box is there before it sets out, and neither end keeps it from staying.
bool stays(const Query& query, const Network& network) {
    const bool is_there =
        is_within(query.from, query.to, network) || is_within(query.to, query.from, network);
    const auto is_used = [&](const Target& target) {
        return uses({.place = query.from}, target, network) ||
               uses({.place = query.to}, target, network);
    };
    return is_there && std::ranges::all_of(query.constraints.via, is_used) &&
           std::ranges::none_of(query.constraints.avoid, is_used);
}

std::uint32_t count_of_conditions(const Constraints& constraints) {
    return static_cast<std::uint32_t>(constraints.via.size()) + (constraints.order ? 1 : 0);
}

/// The graph that a query is searched on: the plain one, or one with a layer for each set of its
/// conditions.
std::shared_ptr<const detail::LayeredGraph>
searched(const Query& query, const VirtualNetwork& graph,
         const std::shared_ptr<const detail::LayeredGraph>& plain) {
    constexpr std::size_t most_vias = 12;
    if (query.constraints.via.size() > most_vias) {
        throw std::invalid_argument{"at most 12 via targets"};
    }
    const std::uint32_t count = count_of_conditions(query.constraints);
    if (count == 0) {
        return plain;
    }
    std::vector<detail::Conditions> conditions;
    conditions.reserve(graph.edges().size());
    for (const Edge& edge : graph.edges()) {
        conditions.push_back(conditions_of(edge, query.constraints, graph.network()));
    }
    return std::make_shared<detail::LayeredGraph>(graph, count, conditions);
}

/// The edges to a place with all `via` targets met; the order of riding holds whether or not it has
/// begun.
std::optional<Edges> path_to(PlaceId place, const Constraints& constraints,
                             const VirtualNetwork& graph, const detail::LayeredGraph& layers,
                             const detail::SearchTree& tree) {
    const std::uint32_t vertex = graph.destination_of(place);
    const std::uint32_t all_vias = (std::uint32_t{1} << constraints.via.size()) - 1;
    std::uint32_t best = layers.at(vertex, all_vias);
    if (constraints.order) {
        const std::uint32_t begun = layers.at(vertex, 2 * all_vias + 1);
        best = tree.distance[begun] < tree.distance[best] ? begun : best;
    }
    return layers.path(tree, best);
}

Itinerary itinerary_of(const Edges& edges, const VirtualNetwork& graph, CargoKind cargo) {
    Itinerary itinerary;
    for (const std::uint32_t e : edges) {
        const auto steps = steps_of(graph.edges()[e], graph.network(), cargo);
        itinerary.steps.insert(itinerary.steps.end(), steps.begin(), steps.end());
    }
    return itinerary;
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
    const auto layers = searched(query, graph_, plain_);
    if (stays(query, graph_.network())) {
        return Itinerary{};
    }
    const auto tree =
        layers->search(layers->at(graph_.origin_of(query.from), 0), weights_of(graph_, query));
    const auto edges = path_to(query.to, query.constraints, graph_, *layers, tree);
    if (!edges) {
        return std::nullopt;
    }
    return itinerary_of(*edges, graph_, query.shipment.kind);
}

RouteTree Router::best_from(const Query& query) const {
    return best_from(query, weights_to_anywhere(graph_, query));
}

RouteTree Router::best_from(const Query& query, const std::vector<std::uint32_t>& weights) const {
    const auto layers = searched(query, graph_, plain_);
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
    return goes_on ? found_->router.best(query) : itinerary_of(*edges, graph, query.shipment.kind);
}

} // namespace landsea::model
