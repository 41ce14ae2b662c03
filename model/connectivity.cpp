#include "model/connectivity.hpp"

#include "model/virtual_network.hpp"

#include <boost/graph/strong_components.hpp>
// Must come after the algorithms: its get() would hide theirs (Boost 1.74).
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace landsea::model {

namespace {

using Vertex = std::uint32_t;
using Arc = std::pair<Vertex, Vertex>;
using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, Vertex, std::uint32_t>;

bool is_open(const Edge& edge, const Network& network) {
    const Service& service = network[*edge.to];
    return service.standing.state == Standing::State::open &&
           network[*edge.link].standing.state == Standing::State::open &&
           !service.id.starts_with("first-mile:");
}

/// The open part of the virtual network, where a box that has arrived may set out again.
struct OpenNetwork {
    std::vector<Arc> arcs;
    std::vector<std::uint32_t> place_of; ///< of each vertex
    std::vector<bool> is_served;         ///< each place
    std::vector<Vertex> origins;         ///< of each place
};

/// Each place: whether terminals stand for it.
std::vector<bool> cities_of(const Network& network) {
    std::vector<bool> is_city(network.parts().places.size());
    for (const Place& place : network.parts().places) {
        if (place.part_of) {
            is_city[place.part_of->index] = true;
        }
    }
    return is_city;
}

OpenNetwork open_part_of(const Network& network, const std::vector<bool>& is_city) {
    const VirtualNetwork graph{network};
    OpenNetwork open{{},
                     std::vector<std::uint32_t>(graph.vertex_count()),
                     std::vector<bool>(network.parts().places.size()),
                     {}};
    for (const PlaceId place : network.parts().places.ids()) {
        open.origins.push_back(graph.origin_of(place));
        open.place_of[graph.origin_of(place)] = place.index;
        open.place_of[graph.destination_of(place)] = place.index;
        // Not in a city: to lie in one city does not carry a box between its terminals.
        if (!is_city[place.index]) {
            open.arcs.emplace_back(graph.destination_of(place), graph.origin_of(place));
        }
    }
    for (const Edge& edge : graph.edges()) {
        if (edge.link) {
            const PlaceId end = network[*edge.link].to;
            open.place_of[edge.tail] = edge.place.index;
            open.place_of[edge.head] = end.index;
            if (!is_open(edge, network)) {
                continue;
            }
            open.is_served[edge.place.index] = true;
            open.is_served[end.index] = true;
        } else if (edge.kind == Edge::Kind::transfer) {
            open.place_of[edge.tail] = edge.place.index;
            open.place_of[edge.head] = edge.place.index;
        }
        open.arcs.emplace_back(edge.tail, edge.head);
    }
    std::ranges::sort(open.arcs);
    return open;
}

Csr graph_of(const std::vector<Arc>& arcs, std::size_t vertices) {
    return Csr{boost::edges_are_sorted, arcs.begin(), arcs.end(),
               static_cast<std::uint32_t>(vertices)};
}

/// Each vertex: its strong component.
std::vector<std::uint32_t> components_of(const OpenNetwork& open) {
    const Csr graph = graph_of(open.arcs, open.place_of.size());
    std::vector<std::uint32_t> component(open.place_of.size());
    boost::strong_components(graph, boost::make_iterator_property_map(
                                        component.begin(), get(boost::vertex_index, graph)));
    return component;
}

/// A vertex of the strong component that comes through the most places that are served.
Vertex vertex_of_core(const OpenNetwork& open, const std::vector<std::uint32_t>& component,
                      const std::vector<bool>& is_city) {
    const std::size_t vertices = open.place_of.size();
    const std::size_t count = 1 + *std::ranges::max_element(component);
    std::vector<std::vector<std::uint32_t>> places(count);
    std::vector<Vertex> any(count);
    for (Vertex vertex = 0; vertex < vertices; ++vertex) {
        const std::uint32_t place = open.place_of[vertex];
        any[component[vertex]] = vertex;
        if (open.is_served[place] && !is_city[place]) {
            places[component[vertex]].push_back(place);
        }
    }
    for (auto& members : places) {
        std::ranges::sort(members);
        members.erase(std::unique(members.begin(), members.end()), members.end());
    }
    const auto core = std::ranges::max_element(places, [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() < b.size() : a > b;
    });
    return any[static_cast<std::size_t>(core - places.begin())];
}

/// Each vertex: whether arcs lead there from `start`.
std::vector<bool> led_to(Vertex start, const std::vector<Arc>& arcs, std::size_t vertices) {
    const Csr graph = graph_of(arcs, vertices);
    std::vector<bool> seen(vertices);
    std::vector<Vertex> waiting{start};
    seen[start] = true;
    while (!waiting.empty()) {
        const Vertex at = waiting.back();
        waiting.pop_back();
        const auto [first, last] = adjacent_vertices(at, graph);
        for (auto next = first; next != last; ++next) {
            if (!seen[*next]) {
                seen[*next] = true;
                waiting.push_back(*next);
            }
        }
    }
    return seen;
}

/// The places that are on no side of the core, those that share a strong component together. A box
/// that comes to a place may leave it again, so each place has one.
std::vector<std::vector<PlaceId>> islands_of(const Connectivity& found, const OpenNetwork& open,
                                             const std::vector<std::uint32_t>& component) {
    std::map<std::uint32_t, std::vector<PlaceId>> by_component;
    std::vector<std::uint32_t> order;
    for (const PlaceId place : found.unreachable) {
        if (std::ranges::find(found.no_way_out, place) == found.no_way_out.end()) {
            continue;
        }
        const std::uint32_t own = component[open.origins[place.index]];
        auto& members = by_component[own];
        if (members.empty()) {
            order.push_back(own);
        }
        members.push_back(place);
    }
    std::vector<std::vector<PlaceId>> islands;
    for (const std::uint32_t own : order) {
        islands.push_back(by_component[own]);
    }
    return islands;
}

std::vector<Arc> turned(std::vector<Arc> arcs) {
    for (Arc& arc : arcs) {
        std::swap(arc.first, arc.second);
    }
    std::ranges::sort(arcs);
    return arcs;
}

} // namespace

Connectivity connectivity_of(const Network& network) {
    const std::size_t places = network.parts().places.size();
    if (places == 0) {
        return {};
    }
    const std::vector<bool> is_city = cities_of(network);
    const OpenNetwork open = open_part_of(network, is_city);
    const std::size_t vertices = open.place_of.size();
    const std::vector<std::uint32_t> component = components_of(open);
    const Vertex core = vertex_of_core(open, component, is_city);
    const std::vector<bool> after = led_to(core, open.arcs, vertices);
    const std::vector<bool> before = led_to(core, turned(open.arcs), vertices);
    std::vector<bool> in_core(places);
    std::vector<bool> is_reached(places);
    std::vector<bool> reaches(places);
    for (Vertex vertex = 0; vertex < vertices; ++vertex) {
        const std::uint32_t place = open.place_of[vertex];
        is_reached[place] = is_reached[place] || after[vertex];
        reaches[place] = reaches[place] || before[vertex];
        in_core[place] = in_core[place] || (after[vertex] && before[vertex]);
    }
    Connectivity found;
    for (const PlaceId place : network.parts().places.ids()) {
        if (is_city[place.index]) {
            continue;
        }
        if (!open.is_served[place.index]) {
            found.unserved.push_back(place);
            continue;
        }
        if (in_core[place.index]) {
            found.core.push_back(place);
        }
        if (!is_reached[place.index]) {
            found.unreachable.push_back(place);
        }
        if (!reaches[place.index]) {
            found.no_way_out.push_back(place);
        }
    }
    found.islands = islands_of(found, open, component);
    return found;
}

} // namespace landsea::model
