#include "model/detail/query_layers.hpp"

#include "model/target.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::model::detail {

namespace {

bool holds(const std::vector<ServiceId>& list, ServiceId service) {
    return std::ranges::find(list, service) != list.end();
}

/// Whether a haul goes from one terminal of a city to another.
bool stays_in_its_city(const Edge& edge, const Network& network) {
    const auto city_of = [&](PlaceId place) { return network[place].part_of.value_or(place); };
    return city_of(edge.place) == city_of(network[*edge.link].to);
}

/// A condition for each `via` target, and a last one for the order of riding.
Conditions conditions_of(const Edge& edge, const Constraints& constraints, const Network& network) {
    Conditions conditions;
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

std::uint32_t count_of_conditions(const Constraints& constraints) {
    return static_cast<std::uint32_t>(constraints.via.size()) + (constraints.order ? 1 : 0);
}

} // namespace

std::shared_ptr<const LayeredGraph> layers_of(const Query& query, const VirtualNetwork& graph,
                                              const std::shared_ptr<const LayeredGraph>& plain) {
    constexpr std::size_t most_vias = 12;
    if (query.constraints.via.size() > most_vias) {
        throw std::invalid_argument{"at most 12 via targets"};
    }
    const std::uint32_t count = count_of_conditions(query.constraints);
    if (count == 0) {
        return plain;
    }
    std::vector<Conditions> conditions;
    conditions.reserve(graph.edges().size());
    for (const Edge& edge : graph.edges()) {
        conditions.push_back(conditions_of(edge, query.constraints, graph.network()));
    }
    return std::make_shared<LayeredGraph>(graph, count, conditions);
}

std::vector<std::uint32_t> goals_of(PlaceId place, const Constraints& constraints,
                                    const VirtualNetwork& graph, const LayeredGraph& layers) {
    const std::uint32_t vertex = graph.destination_of(place);
    const std::uint32_t all_vias = (std::uint32_t{1} << constraints.via.size()) - 1;
    std::vector<std::uint32_t> goals{layers.at(vertex, all_vias)};
    if (constraints.order) {
        goals.push_back(layers.at(vertex, 2 * all_vias + 1));
    }
    return goals;
}

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

Itinerary itinerary_of(const std::vector<std::uint32_t>& edges, const VirtualNetwork& graph,
                       CargoKind cargo) {
    Itinerary itinerary;
    for (const std::uint32_t e : edges) {
        const auto steps = steps_of(graph.edges()[e], graph.network(), cargo);
        itinerary.steps.insert(itinerary.steps.end(), steps.begin(), steps.end());
    }
    return itinerary;
}

} // namespace landsea::model::detail
