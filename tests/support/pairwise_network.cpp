#include "tests/support/pairwise_network.hpp"

#include <algorithm>

namespace landsea::support {

using namespace model;

PairwiseNetwork::PairwiseNetwork(const Network& network)
    : network_{network}, vertex_count_{static_cast<std::uint32_t>(2 *
                                                                  network.parts().places.size())},
      stops_at_(network.parts().places.size()) {
    for (const ServiceId id : network.parts().services.ids()) {
        lay_hauls(id);
    }
    for (const PlaceId place : network.parts().places.ids()) {
        lay_city(place);
        for (const Stop& stop : stops_at_[place.index]) {
            lay_stop(place, stop);
        }
    }
    std::ranges::stable_sort(edges_, {}, &Edge::tail);
}

void PairwiseNetwork::lay_hauls(ServiceId id) {
    const auto& route = network_[id].route;
    for (std::size_t i = 0; i <= route.size(); ++i) {
        const PlaceId place = i == 0 ? network_[route[0]].from : network_[route[i - 1]].to;
        stops_at_[place.index].push_back({id, vertex_count_, i == 0, i == route.size()});
        if (i < route.size()) {
            Edge haul{.kind = Edge::Kind::haul,
                      .tail = vertex_count_ + 1,
                      .head = vertex_count_ + 2,
                      .place = place,
                      .from = id,
                      .to = id,
                      .link = route[i]};
            for (const OperationId op : network_.parts().operations.ids()) {
                const auto* crossing = std::get_if<Crossing>(&network_[op].trigger);
                if (crossing == nullptr || !is_meant(crossing->on, id)) {
                    continue;
                }
                const PlaceId to = network_[route[i]].to;
                if (crossing->way == Crossing::Way::leaving_to && network_[op].place == place &&
                    crossing->other == to) {
                    haul.operations.push_back(op);
                }
                if (crossing->way == Crossing::Way::arriving_from && network_[op].place == to &&
                    crossing->other == place) {
                    haul.arrivals.push_back(op);
                }
            }
            edges_.push_back(haul);
        }
        vertex_count_ += 2;
    }
}

void PairwiseNetwork::lay_city(PlaceId place) {
    if (const auto city = network_[place].part_of) {
        edges_.push_back({.kind = Edge::Kind::join,
                          .tail = 2 * city->index,
                          .head = 2 * place.index,
                          .place = place});
        edges_.push_back({.kind = Edge::Kind::join,
                          .tail = 2 * place.index + 1,
                          .head = 2 * city->index + 1,
                          .place = place});
    }
}

void PairwiseNetwork::lay_stop(PlaceId place, const Stop& stop) {
    const ServiceId id = stop.service;
    if (!stop.begins && !stop.ends) {
        Edge stay{.kind = Edge::Kind::stop,
                  .tail = stop.arriving,
                  .head = stop.arriving + 1,
                  .place = place,
                  .from = id,
                  .to = id};
        for (const OperationId op : network_.parts().operations.ids()) {
            const auto* passing = std::get_if<Passing>(&network_[op].trigger);
            if (network_[op].place == place && passing != nullptr && is_meant(passing->on, id)) {
                stay.operations.push_back(op);
            }
        }
        edges_.push_back(stay);
    }
    if (!stop.ends) {
        lay_change(place, {.kind = Edge::Kind::board,
                           .tail = 2 * place.index,
                           .head = stop.arriving + 1,
                           .place = place,
                           .to = id});
    }
    if (!stop.begins) {
        lay_change(place, {.kind = Edge::Kind::alight,
                           .tail = stop.arriving,
                           .head = 2 * place.index + 1,
                           .place = place,
                           .from = id});
        for (const Stop& next : stops_at_[place.index]) {
            if (!next.ends && next.service != id) {
                lay_change(place, {.kind = Edge::Kind::board,
                                   .tail = stop.arriving,
                                   .head = next.arriving + 1,
                                   .place = place,
                                   .from = id,
                                   .to = next.service});
            }
        }
    }
}

void PairwiseNetwork::lay_change(PlaceId place, Edge edge) {
    bool possible = false;
    for (const OperationId op : network_.parts().operations.ids()) {
        const Operation& operation = network_[op];
        const auto* handling = std::get_if<Handling>(&operation.trigger);
        if (operation.place == place && handling != nullptr &&
            is_meant(handling->from, edge.from) && is_meant(handling->to, edge.to)) {
            edge.operations.push_back(op);
            possible = possible || operation.kind == OperationKind::load ||
                       operation.kind == OperationKind::unload ||
                       operation.kind == OperationKind::transfer;
        }
    }
    if (possible) {
        edges_.push_back(edge);
    }
}

bool PairwiseNetwork::is_meant(const std::vector<Selector>& selectors,
                               std::optional<ServiceId> service) const {
    std::vector<Selector> names{AnyMeans{}};
    if (service) {
        const MeansId means = network_[*service].means;
        names.insert(names.end(), {network_[means].mode, means, *service});
        if (network_[means].mode == Mode::road) {
            names.emplace_back(Gate{});
        }
    } else {
        names.insert(names.end(), {Selector{Gate{}}, Selector{Door{}}});
    }
    return std::ranges::any_of(selectors, [&](const Selector& selector) {
        return std::ranges::find(names, selector) != names.end();
    });
}

} // namespace landsea::support
