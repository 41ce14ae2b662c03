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

std::vector<ServiceId> services_of(CorridorId corridor, const Network& network) {
    std::vector<ServiceId> services;
    for (const ServiceId id : network.parts().services.ids()) {
        if (std::ranges::count(network[id].corridors, corridor) > 0) {
            services.push_back(id);
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

CorridorId competing(CorridorId corridor, const Network& network) {
    const auto own = services_of(corridor, network);
    CorridorId largest = corridor;
    std::size_t most = own.size();
    for (const CorridorId other : network.parts().corridors.ids()) {
        const auto services = services_of(other, network);
        if (services.size() > most && std::ranges::includes(services, own)) {
            largest = other;
            most = services.size();
        }
    }
    return largest;
}

bool leads_out(ServiceId service, const Network& network) {
    return std::ranges::any_of(network[service].route, [&](model::LinkId link) {
        return leaves_a_city(service, link, network);
    });
}

std::optional<WayOut> way_out_of(const model::Itinerary& route, const Network& network) {
    for (const model::Step& step : route.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul != nullptr && leaves_a_city(haul->service, haul->link, network)) {
            return WayOut{haul->service,
                          competing(network[haul->service].corridors.front(), network)};
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
    std::vector<WayOut> ways;
    ways.reserve(taken.size());
    for (const ServiceId id : taken) {
        ways.push_back({id, competing(network[id].corridors.front(), network)});
    }
    return ways;
}

} // namespace landsea::scenarios
