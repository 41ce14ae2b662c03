#include "model/router.hpp"

#include "model/detail/layered_graph.hpp"
#include "model/target.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::model {

namespace {

using Edges = std::vector<std::uint32_t>;

std::uint32_t met_by(const Edge& edge, const Query& query, const Network& network) {
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < query.constraints.via.size(); ++i) {
        if (uses(edge, query.constraints.via[i], network)) {
            met |= std::uint32_t{1} << i;
        }
    }
    return met;
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

/// The graph that a query is searched on: the plain one, or one with a layer for each set of its
/// `via` targets.
std::shared_ptr<const detail::LayeredGraph>
searched(const Query& query, const VirtualNetwork& graph,
         const std::shared_ptr<const detail::LayeredGraph>& plain) {
    constexpr std::size_t most_vias = 12;
    const auto& via = query.constraints.via;
    if (via.empty()) {
        return plain;
    }
    if (via.size() > most_vias) {
        throw std::invalid_argument{"at most 12 via targets"};
    }
    std::vector<std::uint32_t> met;
    met.reserve(graph.edges().size());
    for (const Edge& edge : graph.edges()) {
        met.push_back(met_by(edge, query, graph.network()));
    }
    return std::make_shared<detail::LayeredGraph>(graph, static_cast<std::uint32_t>(via.size()),
                                                  met);
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
        layers->search(layers->first(graph_.origin_of(query.from)), weights_of(graph_, query));
    const auto edges = layers->path(tree, layers->last(graph_.destination_of(query.to)));
    if (!edges) {
        return std::nullopt;
    }
    return itinerary_of(*edges, graph_, query.shipment.kind);
}

RouteTree Router::best_from(const Query& query) const {
    const auto layers = searched(query, graph_, plain_);
    auto tree = layers->search(layers->first(graph_.origin_of(query.from)),
                               weights_to_anywhere(graph_, query));
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
        found_->layers->path(found_->tree, found_->layers->last(graph.destination_of(destination)));
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
