#include "model/virtual_network.hpp"

#include "model/detail/selection.hpp"
#include "model/detail/transfer_groups.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

using detail::any_selects;

/// Where a service calls, and its two vertices there.
struct Stop {
    ServiceId service;
    std::uint32_t arriving{};
    std::uint32_t departing{};
    bool begins{};
    bool ends{};
};

/// Lays vertices and edges, place by place and service by service.
class Builder {
  public:
    explicit Builder(const Network& network)
        : network_{network}, next_vertex_{static_cast<std::uint32_t>(
                                 2 * network.parts().places.size())},
          operations_at_(network.parts().places.size()), stops_at_(network.parts().places.size()) {
        for (const OperationId id : network.parts().operations.ids()) {
            operations_at_[network[id].place.index].push_back(id);
            makes_possible_.push_back(makes_a_change_possible(network[id].kind));
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
                lay_boarding(place, stop);
            }
            if (!stop.begins) {
                lay_alighting(place, stop);
            }
        }
        lay_transfers(place);
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
        edges_.push_back({.kind = Edge::Kind::stop,
                          .tail = stop.arriving,
                          .head = stop.departing,
                          .place = place,
                          .from = stop.service,
                          .to = stop.service,
                          .operations = charged_to_those_who_stay(place, stop.service)});
    }

    [[nodiscard]] std::vector<OperationId> charged_to_those_who_stay(PlaceId place,
                                                                     ServiceId service) const {
        std::vector<OperationId> charged;
        for (const OperationId id : operations_at_[place.index]) {
            const auto* passing = std::get_if<Passing>(&network_[id].trigger);
            if (passing != nullptr && any_selects(passing->on, service, network_)) {
                charged.push_back(id);
            }
        }
        return charged;
    }

    void lay_boarding(PlaceId place, const Stop& stop) {
        add_if_possible({.kind = Edge::Kind::board,
                         .tail = 2 * place.index,
                         .head = stop.departing,
                         .place = place,
                         .to = stop.service,
                         .operations = handling(place, std::nullopt, stop.service)});
    }

    void lay_alighting(PlaceId place, const Stop& stop) {
        add_if_possible({.kind = Edge::Kind::alight,
                         .tail = stop.arriving,
                         .head = 2 * place.index + 1,
                         .place = place,
                         .from = stop.service,
                         .operations = handling(place, stop.service, std::nullopt)});
    }

    /// What is done to a box between two means, or a means and the gate.
    [[nodiscard]] std::vector<OperationId> handling(PlaceId place, std::optional<ServiceId> from,
                                                    std::optional<ServiceId> to) const {
        const auto arriving = concerned(place, &Handling::from, from);
        const auto departing = concerned(place, &Handling::to, to);
        std::vector<OperationId> both;
        std::ranges::set_intersection(arriving, departing, std::back_inserter(both));
        return both;
    }

    /// The operations that one of their selectors on one side lets concern a means or the gate.
    [[nodiscard]] std::vector<OperationId> concerned(PlaceId place,
                                                     std::vector<Selector> Handling::*side,
                                                     std::optional<ServiceId> service) const {
        std::vector<OperationId> concerned;
        for (const OperationId id : operations_at_[place.index]) {
            const auto* handling = std::get_if<Handling>(&network_[id].trigger);
            if (handling != nullptr && any_selects(handling->*side, service, network_)) {
                concerned.push_back(id);
            }
        }
        return concerned;
    }

    void add_if_possible(Edge edge) {
        if (std::ranges::any_of(edge.operations,
                                [&](OperationId id) { return makes_possible_[id.index]; })) {
            edges_.push_back(std::move(edge));
        }
    }

    void lay_transfers(PlaceId place) {
        const std::vector<Stop>& stops = stops_at_[place.index];
        std::vector<detail::Caller> callers;
        callers.reserve(stops.size());
        for (const Stop& stop : stops) {
            detail::Caller& caller = callers.emplace_back();
            if (!stop.begins) {
                caller.leaving_it = concerned(place, &Handling::from, stop.service);
            }
            if (!stop.ends) {
                caller.boarding_it = concerned(place, &Handling::to, stop.service);
            }
            caller.charges_those_who_stay = !charged_to_those_who_stay(place, stop.service).empty();
        }
        lay_groups(place, detail::grouped(callers, makes_possible_));
    }

    void lay_groups(PlaceId place, const detail::TransferGroups& groups) {
        const std::vector<Stop>& stops = stops_at_[place.index];
        const std::uint32_t first_arriving = next_vertex_;
        for (const auto& group : groups.arriving) {
            for (const std::size_t i : group) {
                edges_.push_back({.kind = Edge::Kind::leave,
                                  .tail = stops[i].arriving,
                                  .head = next_vertex_,
                                  .place = place,
                                  .from = stops[i].service});
            }
            ++next_vertex_;
        }
        const std::uint32_t first_departing = next_vertex_;
        for (const auto& change : groups.changes) {
            edges_.push_back(
                {.kind = Edge::Kind::transfer,
                 .tail = first_arriving + static_cast<std::uint32_t>(change.arriving),
                 .head = first_departing + static_cast<std::uint32_t>(change.departing),
                 .place = place,
                 .operations = change.operations});
        }
        for (const auto& group : groups.departing) {
            for (const std::size_t i : group) {
                edges_.push_back({.kind = Edge::Kind::take,
                                  .tail = next_vertex_,
                                  .head = stops[i].departing,
                                  .place = place,
                                  .to = stops[i].service});
            }
            ++next_vertex_;
        }
    }

    const Network& network_;
    std::uint32_t next_vertex_;
    std::vector<std::vector<OperationId>> operations_at_; ///< each place, ascending
    std::vector<std::vector<Stop>> stops_at_;
    std::vector<bool> makes_possible_; ///< a change, by operation
    std::vector<Edge> edges_;
};

} // namespace

VirtualNetwork::VirtualNetwork(const Network& network) : network_{&network} {
    Builder builder{network};
    builder.lay();
    vertex_count_ = builder.vertex_count();
    edges_ = builder.take_edges();
}

bool concerns(const Operation& operation, CargoKind cargo) {
    return operation.only_for.empty() ||
           std::ranges::find(operation.only_for, cargo) != operation.only_for.end();
}

bool makes_a_change_possible(OperationKind kind) {
    return kind == OperationKind::load || kind == OperationKind::unload ||
           kind == OperationKind::transfer;
}

bool has_wait(const Edge& edge, const Network& network) {
    const bool boards = edge.kind == Edge::Kind::board || edge.kind == Edge::Kind::take;
    return boards && network[*edge.to].departures_per_week;
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
    if (has_wait(edge, network)) {
        steps.push_back({Wait{*edge.to}, edge.place});
    }
    if (edge.link) {
        steps.push_back({Haul{*edge.link, *edge.to}, edge.place});
        add_work(edge.arrivals);
    }
    return steps;
}

} // namespace landsea::model
