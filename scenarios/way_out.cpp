#include "scenarios/way_out.hpp"

#include <algorithm>
#include <set>

namespace landsea::scenarios {

namespace {

using model::CorridorId;
using model::Network;
using model::PlaceId;
using model::ServiceId;

PlaceId city_of(PlaceId place, const Network& network) {
    return network[place].part_of.value_or(place);
}

/// The services of each corridor, ascending.
std::vector<std::vector<ServiceId>> services_by_corridor(const Network& network) {
    std::vector<std::vector<ServiceId>> services(network.parts().corridors.size());
    for (const ServiceId id : network.parts().services.ids()) {
        for (const CorridorId corridor : network[id].corridors) {
            auto& known = services[corridor.index];
            if (known.empty() || known.back() != id) {
                known.push_back(id);
            }
        }
    }
    return services;
}

/// Whether the service rides the link on a corridor, beyond a city.
bool leaves_a_city(ServiceId service, model::LinkId link, const Network& network) {
    return !network[service].corridors.empty() &&
           city_of(network[link].from, network) != city_of(network[link].to, network);
}

} // namespace

model::Table<model::CorridorTag, CorridorId> competing_corridors(const Network& network) {
    const auto services = services_by_corridor(network);
    model::Table<model::CorridorTag, CorridorId> competing;
    for (const CorridorId corridor : network.parts().corridors.ids()) {
        CorridorId largest = corridor;
        for (const CorridorId other : network.parts().corridors.ids()) {
            if (services[other.index].size() > services[largest.index].size() &&
                std::ranges::includes(services[other.index], services[corridor.index])) {
                largest = other;
            }
        }
        competing.add(largest);
    }
    return competing;
}

bool leads_out(ServiceId service, const Network& network) {
    return std::ranges::any_of(network[service].route, [&](model::LinkId link) {
        return leaves_a_city(service, link, network);
    });
}

std::optional<ServiceId> sets_out_by(const model::Itinerary& route, const Network& network) {
    for (const model::Step& step : route.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul != nullptr && leaves_a_city(haul->service, haul->link, network)) {
            return haul->service;
        }
    }
    return std::nullopt;
}

std::vector<WayOut> ways_out_of(PlaceId origin, const model::VirtualNetwork& graph) {
    const Network& network = graph.network();
    std::set<ServiceId> taken;
    std::vector<bool> seen(graph.vertex_count());
    std::vector<std::uint32_t> waiting{graph.origin_of(origin)};
    seen[waiting.front()] = true;
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.back();
        waiting.pop_back();
        for (auto edge = std::ranges::lower_bound(graph.edges(), at, {}, &model::Edge::tail);
             edge != graph.edges().end() && edge->tail == at; ++edge) {
            if (edge->link && leaves_a_city(*edge->to, *edge->link, network)) {
                taken.insert(*edge->to);
            } else if (!seen[edge->head]) {
                seen[edge->head] = true;
                waiting.push_back(edge->head);
            }
        }
    }
    const auto competing = competing_corridors(network);
    std::vector<WayOut> ways;
    ways.reserve(taken.size());
    for (const ServiceId id : taken) {
        ways.push_back({id, competing[network[id].corridors.front()]});
    }
    return ways;
}

} // namespace landsea::scenarios
