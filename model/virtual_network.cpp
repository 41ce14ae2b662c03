#include "model/virtual_network.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

/// Where a service calls, and its two vertices there.
struct Stop {
    ServiceId service;
    std::uint32_t arriving{};
    std::uint32_t departing{};
    bool begins{};
    bool ends{};
};

bool selects(const Selector& selector, std::optional<ServiceId> service, const Network& network) {
    if (std::holds_alternative<AnyMeans>(selector)) {
        return true;
    }
    const bool is_gate = !service || network[network[*service].means].mode == Mode::road;
    if (std::holds_alternative<Gate>(selector)) {
        return is_gate;
    }
    if (std::holds_alternative<Door>(selector) || !service) {
        return std::holds_alternative<Door>(selector) && !service;
    }
    if (const auto* mode = std::get_if<Mode>(&selector)) {
        return network[network[*service].means].mode == *mode;
    }
    if (const auto* means = std::get_if<MeansId>(&selector)) {
        return network[*service].means == *means;
    }
    return std::get<ServiceId>(selector) == *service;
}

bool any_selects(const std::vector<Selector>& selectors, std::optional<ServiceId> service,
                 const Network& network) {
    return std::ranges::any_of(selectors,
                               [&](const Selector& s) { return selects(s, service, network); });
}

bool makes_a_change_possible(OperationKind kind) {
    return kind == OperationKind::load || kind == OperationKind::unload ||
           kind == OperationKind::transfer;
}

/// Lays vertices and edges, place by place and service by service.
class Builder {
  public:
    explicit Builder(const Network& network)
        : network_{network}, next_vertex_{static_cast<std::uint32_t>(
                                 2 * network.parts().places.size())},
          operations_at_(network.parts().places.size()), stops_at_(network.parts().places.size()) {
        for (const OperationId id : network.parts().operations.ids()) {
            operations_at_[network[id].place.index].push_back(id);
        }
    }

    void lay() {
        for (const ServiceId id : network_.parts().services.ids()) {
            lay_service(id);
        }
        for (const PlaceId id : network_.parts().places.ids()) {
            lay_place(id);
        }
        std::ranges::stable_sort(edges_, {}, &Edge::tail);
    }

    [[nodiscard]] std::uint32_t vertex_count() const { return next_vertex_; }

    [[nodiscard]] std::vector<Edge> take_edges() { return std::move(edges_); }

  private:
    void lay_service(ServiceId id) {
        const auto& route = network_[id].route;
        PlaceId at = network_[route.front()].from;
        Stop stop = add_stop(id, at, route.size(), 0);
        for (std::size_t hop = 0; hop < route.size(); ++hop) {
            const Link& link = network_[route[hop]];
            const Stop next = add_stop(id, link.to, route.size(), hop + 1);
            edges_.push_back(
                {.kind = Edge::Kind::haul,
                 .tail = stop.departing,
                 .head = next.arriving,
                 .place = at,
                 .from = id,
                 .to = id,
                 .link = route[hop],
                 .operations = crossings(at, link.to, Crossing::Way::leaving_to, id),
                 .arrivals = crossings(link.to, at, Crossing::Way::arriving_from, id)});
            at = link.to;
            stop = next;
        }
    }

    Stop add_stop(ServiceId id, PlaceId place, std::size_t hops, std::size_t position) {
        const Stop stop{.service = id,
                        .arriving = next_vertex_,
                        .departing = next_vertex_ + 1,
                        .begins = position == 0,
                        .ends = position == hops};
        next_vertex_ += 2;
        stops_at_[place.index].push_back(stop);
        return stop;
    }

    std::vector<OperationId> crossings(PlaceId place, PlaceId other, Crossing::Way way,
                                       ServiceId service) const {
        std::vector<OperationId> found;
        for (const OperationId id : operations_at_[place.index]) {
            const auto* crossing = std::get_if<Crossing>(&network_[id].trigger);
            if (crossing != nullptr && crossing->way == way && crossing->other == other &&
                any_selects(crossing->on, service, network_)) {
                found.push_back(id);
            }
        }
        return found;
    }

    void lay_place(PlaceId place) {
        join_city(place);
        for (const Stop& stop : stops_at_[place.index]) {
            if (!stop.begins && !stop.ends) {
                lay_passing(place, stop);
            }
            if (!stop.ends) {
                lay_change(place, Edge::Kind::board, nullptr, &stop);
            }
            if (!stop.begins) {
                lay_change(place, Edge::Kind::alight, &stop, nullptr);
                for (const Stop& next : stops_at_[place.index]) {
                    if (!next.ends && next.service != stop.service) {
                        lay_change(place, Edge::Kind::transfer, &stop, &next);
                    }
                }
            }
        }
    }

    void join_city(PlaceId place) {
        const auto& city = network_[place].part_of;
        if (city) {
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

    void lay_passing(PlaceId place, const Stop& stop) {
        Edge edge{.kind = Edge::Kind::stop,
                  .tail = stop.arriving,
                  .head = stop.departing,
                  .place = place,
                  .from = stop.service,
                  .to = stop.service};
        for (const OperationId id : operations_at_[place.index]) {
            const auto* passing = std::get_if<Passing>(&network_[id].trigger);
            if (passing != nullptr && any_selects(passing->on, stop.service, network_)) {
                edge.operations.push_back(id);
            }
        }
        edges_.push_back(std::move(edge));
    }

    /// Adds the edge between two means, or a means and the gate, when an operation allows it.
    void lay_change(PlaceId place, Edge::Kind kind, const Stop* left, const Stop* boarded) {
        Edge edge{.kind = kind,
                  .tail = left != nullptr ? left->arriving : 2 * place.index,
                  .head = boarded != nullptr ? boarded->departing : 2 * place.index + 1,
                  .place = place};
        if (left != nullptr) {
            edge.from = left->service;
        }
        if (boarded != nullptr) {
            edge.to = boarded->service;
        }
        bool possible = false;
        for (const OperationId id : operations_at_[place.index]) {
            const auto* handling = std::get_if<Handling>(&network_[id].trigger);
            if (handling != nullptr && any_selects(handling->from, edge.from, network_) &&
                any_selects(handling->to, edge.to, network_)) {
                edge.operations.push_back(id);
                possible = possible || makes_a_change_possible(network_[id].kind);
            }
        }
        if (possible) {
            edges_.push_back(std::move(edge));
        }
    }

    const Network& network_;
    std::uint32_t next_vertex_;
    std::vector<std::vector<OperationId>> operations_at_;
    std::vector<std::vector<Stop>> stops_at_;
    std::vector<Edge> edges_;
};

bool concerns(const Operation& operation, CargoKind cargo) {
    return operation.only_for.empty() ||
           std::ranges::find(operation.only_for, cargo) != operation.only_for.end();
}

} // namespace

VirtualNetwork::VirtualNetwork(const Network& network) : network_{&network} {
    Builder builder{network};
    builder.lay();
    vertex_count_ = builder.vertex_count();
    edges_ = builder.take_edges();
}

std::vector<Step> steps_of(const Edge& edge, const Network& network, CargoKind cargo) {
    std::vector<Step> steps;
    const auto add_work = [&](const std::vector<OperationId>& operations) {
        for (const OperationId id : operations) {
            if (concerns(network[id], cargo)) {
                steps.push_back({Work{id}, network[id].place});
            }
        }
    };
    add_work(edge.operations);
    const bool boards = edge.kind == Edge::Kind::board || edge.kind == Edge::Kind::transfer;
    if (boards && network[*edge.to].departures_per_week) {
        steps.push_back({Wait{*edge.to}, edge.place});
    }
    if (edge.link) {
        steps.push_back({Haul{*edge.link, *edge.to}, edge.place});
        add_work(edge.arrivals);
    }
    return steps;
}

} // namespace landsea::model
