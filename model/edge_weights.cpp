#include "model/edge_weights.hpp"

#include "model/costing.hpp"
#include "model/first_mile.hpp"
#include "model/overlay.hpp"
#include "model/target.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::model {

namespace {

std::uint32_t fixed_point(double value) {
    const double rounded = std::nearbyint(value);
    if (!(rounded < static_cast<double>(unreachable))) {
        return unreachable - 1;
    }
    return static_cast<std::uint32_t>(std::max(rounded, 0.0));
}

/// What the query weighs, per TEU, so that a large shipment cannot overflow the weights.
double measure(const Tally& tally, const Query& query) {
    constexpr double thousandths = 1000.0;
    constexpr double cents = 100.0;
    const double teu = query.shipment.size.count();
    switch (query.criterion) {
    case Criterion::time:
        return tally.time.count() * thousandths;
    case Criterion::money:
        return tally.money.count() / teu * cents;
    case Criterion::carbon:
        return tally.carbon.count() / teu * thousandths;
    case Criterion::generalised:
        break;
    }
    return generalised_cost(tally, query.prices, query.shipment.size).count() / teu * cents;
}

/// The weight of an edge as the sum of its steps, each operation being weighed once.
class Weigher {
  public:
    Weigher(const Network& network, const Query& query)
        : network_{network}, query_{query}, costing_{network, query},
          of_operation_(network.parts().operations.size(), not_weighed) {}

    [[nodiscard]] std::uint32_t operator()(const Edge& edge) {
        std::uint64_t sum = sum_of(edge.operations) + sum_of(edge.arrivals);
        if (has_wait(edge, network_)) {
            sum += weight({Wait{*edge.to}, edge.place});
        }
        if (edge.link) {
            sum += weight({Haul{*edge.link, *edge.to}, edge.place});
        }
        return static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, unreachable - 1));
    }

  private:
    [[nodiscard]] std::uint32_t weight(const Step& step) const {
        return fixed_point(measure(costing_.mean(step), query_));
    }

    [[nodiscard]] std::uint64_t sum_of(const std::vector<OperationId>& operations) {
        std::uint64_t sum = 0;
        for (const OperationId id : operations) {
            std::uint32_t& known = of_operation_[id.index];
            if (known == not_weighed) {
                known = concerns(network_[id], query_.shipment.kind)
                            ? weight({Work{id}, network_[id].place})
                            : 0;
            }
            sum += known;
        }
        return sum;
    }

    static constexpr std::uint32_t not_weighed = 0xFFFFFFFF;

    const Network& network_;
    const Query& query_;
    Costing costing_;
    std::vector<std::uint32_t> of_operation_;
};

bool activates(const Overlay& overlay, const Service& service, ServiceId id) {
    return overlay.activated.contains(id) ||
           std::ranges::any_of(service.corridors, [&](CorridorId corridor) {
               return overlay.activated_corridors.contains(corridor);
           });
}

bool takes_part(const Standing& standing, const Service& service, ServiceId id,
                const Query& query) {
    if (standing.state == Standing::State::open) {
        return true;
    }
    if (query.overlay && activates(*query.overlay, service, id)) {
        return true;
    }
    return std::ranges::find(query.activated, id) != query.activated.end() ||
           std::ranges::any_of(service.corridors, [&](CorridorId corridor) {
               return std::ranges::find(query.activated_corridors, corridor) !=
                      query.activated_corridors.end();
           });
}

bool may_ride(const Edge& edge, const Query& query, const ClosureSet& closures,
              const Network& network) {
    if (!edge.link) {
        return true;
    }
    const Service& service = network[*edge.to];
    const bool refused = std::ranges::any_of(service.refuses, [&](const Refusal& refusal) {
        return refusal.kind == query.shipment.kind;
    });
    if (refused || awaits_course(network[*edge.link])) {
        return false;
    }
    if (service.detour && service.detour->around != closures) {
        return false;
    }
    const ServiceId asked_for = service.detour ? service.detour->of : *edge.to;
    return takes_part(service.standing, service, asked_for, query) &&
           takes_part(network[*edge.link].standing, service, asked_for, query);
}

/// A change of means needs an operation that makes it possible for this kind of cargo, too.
bool may_change(const Edge& edge, const Query& query, const Network& network) {
    const bool changes = edge.kind == Edge::Kind::board || edge.kind == Edge::Kind::transfer ||
                         edge.kind == Edge::Kind::alight;
    return !changes || std::ranges::any_of(edge.operations, [&](OperationId id) {
        return makes_a_change_possible(network[id].kind) &&
               concerns(network[id], query.shipment.kind);
    });
}

bool is_closed(const Edge& edge, const Query& query, const Network& network) {
    return query.overlay && std::ranges::any_of(query.overlay->closed, [&](const Scope& scope) {
               return is_in(edge, scope, network);
           });
}

bool is_allowed(const Edge& edge, const Query& query, const ClosureSet& closures,
                const Network& network) {
    const bool avoided = std::ranges::any_of(
        query.constraints.avoid, [&](const Target& t) { return uses(edge, t, network); });
    return !avoided && may_ride(edge, query, closures, network) &&
           may_change(edge, query, network) && !is_closed(edge, query, network);
}

/// Whether the city has a terminal that the first-mile trucks did not bring.
bool has_terminal(const VirtualNetwork& graph, PlaceId city, Edge::Kind kind) {
    return std::ranges::any_of(graph.edges(), [&](const Edge& edge) {
        const auto& service = kind == Edge::Kind::board ? edge.to : edge.from;
        return edge.kind == kind && is_within(edge.place, city, graph.network()) &&
               !graph.network()[*service].id.starts_with(first_mile_prefix);
    });
}

bool comes_back_to(const Edge& edge, PlaceId city, const Network& network) {
    return edge.link && is_within(network[*edge.link].to, city, network) &&
           !is_within(network[*edge.link].from, city, network);
}

/// Whether a detour out of the origin and back may meet a constraint.
bool may_pay_to_turn_back(const Query& query) {
    return !query.constraints.via.empty() || query.constraints.order;
}

/// What one edge weighs after another; those that `is_forbidden` says cannot be used.
template <class Forbidden>
class Weighing {
  public:
    Weighing(const VirtualNetwork& graph, const Query& query, Forbidden is_forbidden)
        : graph_{graph}, query_{query}, is_forbidden_{is_forbidden}, closures_{closures_of(query)},
          weigher_{graph.network(), query} {}

    [[nodiscard]] std::uint32_t operator()(const Edge& edge) {
        const bool usable =
            is_allowed(edge, query_, closures_, graph_.network()) && !is_forbidden_(edge);
        return usable ? weigher_(edge) : unreachable;
    }

    [[nodiscard]] std::vector<std::uint32_t> all() {
        std::vector<std::uint32_t> result;
        result.reserve(graph_.edges().size());
        for (const Edge& edge : graph_.edges()) {
            result.push_back((*this)(edge));
        }
        return result;
    }

  private:
    const VirtualNetwork& graph_;
    const Query& query_;
    Forbidden is_forbidden_;
    ClosureSet closures_;
    Weigher weigher_;
};

/// For every destination: hauls back to the origin may be forbidden.
auto to_anywhere(const VirtualNetwork& graph, const Query& query) {
    const bool guards_origin =
        may_pay_to_turn_back(query) && has_terminal(graph, query.from, Edge::Kind::board);
    return Weighing{graph, query, [&graph, &query, guards_origin](const Edge& edge) {
                        return guards_origin && comes_back_to(edge, query.from, graph.network());
                    }};
}

} // namespace

std::vector<std::uint32_t> weights_of(const VirtualNetwork& graph, const Query& query) {
    const Network& network = graph.network();
    // Without such constraints no best route turns back, and a round trip has to.
    const bool may_turn_back = may_pay_to_turn_back(query) &&
                               !is_within(query.from, query.to, network) &&
                               !is_within(query.to, query.from, network);
    const bool guards_origin = may_turn_back && has_terminal(graph, query.from, Edge::Kind::board);
    const bool guards_destination = may_turn_back && !query.constraints.via.empty() &&
                                    has_terminal(graph, query.to, Edge::Kind::alight);
    Weighing weighing{graph, query, [&](const Edge& edge) {
                          return (guards_origin && comes_back_to(edge, query.from, network)) ||
                                 (guards_destination && goes_on_from(edge, query.to, network));
                      }};
    return weighing.all();
}

std::vector<std::uint32_t> weights_to_anywhere(const VirtualNetwork& graph, const Query& query) {
    return to_anywhere(graph, query).all();
}

std::vector<std::uint32_t> weights_to_anywhere(const VirtualNetwork& graph, const Query& query,
                                               const std::vector<std::uint32_t>& without,
                                               const std::vector<std::uint32_t>& touched) {
    auto weighing = to_anywhere(graph, query);
    std::vector<std::uint32_t> result{without};
    for (const std::uint32_t e : touched) {
        result[e] = weighing(graph.edges()[e]);
    }
    return result;
}

bool goes_on_from(const Edge& edge, PlaceId city, const Network& network) {
    return edge.link && is_within(edge.place, city, network) &&
           !is_within(network[*edge.link].to, city, network);
}

} // namespace landsea::model
