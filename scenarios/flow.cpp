#include "scenarios/flow.hpp"

#include "model/costing.hpp"
#include "model/edge_weights.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace landsea::scenarios {

namespace {

using model::Edge;
using model::Teu;

constexpr model::Hours year{8760};

model::Shipment one_teu(model::Shipment shipment) {
    shipment.size = Teu{1};
    return shipment;
}

/// What a fixed-point weight of an edge is in hours, USD or kg: see `model::weights_of`.
double unit_of_weight(model::Criterion criterion) {
    constexpr double thousandth = 1e-3;
    constexpr double cent = 1e-2;
    const bool is_money =
        criterion == model::Criterion::money || criterion == model::Criterion::generalised;
    return is_money ? cent : thousandth;
}

/// The bottleneck of each place, passage and service that has one.
class Bottlenecks {
  public:
    explicit Bottlenecks(const std::vector<Capacity>& capacities) {
        for (std::uint32_t i = 0; i < capacities.size(); ++i) {
            std::visit([&](auto id) { at(id)[id.index] = i; }, capacities[i].where);
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> met_by(const Edge& edge,
                                                    const model::Network& network) const {
        std::vector<std::uint32_t> met;
        const auto add = [&](const std::map<std::uint32_t, std::uint32_t>& table,
                             std::uint32_t index) {
            if (const auto found = table.find(index); found != table.end()) {
                met.push_back(found->second);
            }
        };
        if (edge.kind == Edge::Kind::board) {
            add(places_, edge.place.index);
        }
        if (edge.kind == Edge::Kind::board || edge.kind == Edge::Kind::take) {
            const auto& detour = network[*edge.to].detour;
            add(services_, detour ? detour->of.index : edge.to->index);
        }
        if (edge.link) {
            add(places_, network[*edge.link].to.index);
            for (const model::PassageId passage : network[*edge.link].passages) {
                add(passages_, passage.index);
            }
        }
        return met;
    }

  private:
    std::map<std::uint32_t, std::uint32_t>& at(model::PlaceId) { return places_; }

    std::map<std::uint32_t, std::uint32_t>& at(model::PassageId) { return passages_; }

    std::map<std::uint32_t, std::uint32_t>& at(model::ServiceId) { return services_; }

    std::map<std::uint32_t, std::uint32_t> places_;
    std::map<std::uint32_t, std::uint32_t> passages_;
    std::map<std::uint32_t, std::uint32_t> services_;
};

QueueDelay queue_at(const Capacity& capacity, double background) {
    const double yearly = capacity.yearly.range.typical.count();
    constexpr double fewest_batches = 10;
    return {.capacity = yearly,
            .in_use =
                capacity.in_use ? capacity.in_use->range.typical.count() : background * yearly,
            .batch = std::min(capacity.batch.range.typical.count(), yearly / fewest_batches),
            .cost_per_period = year.count()};
}

/// The usable edges of the virtual network as arcs, and what becomes of the traffic on them.
class Assigner {
  public:
    Assigner(const model::VirtualNetwork& graph, const FlowQuestion& question)
        : graph_{graph}, network_{graph.network()}, question_{question},
          costing_{network_, one_teu(question.query.shipment), question.query.month,
                   question.query.overlay.get()} {
        lay_arcs();
        for (const Capacity& capacity : question.capacities) {
            hours_.push_back(queue_at(capacity, question.background));
            QueueDelay priced = hours_.back();
            priced.cost_per_period *= price_of_hour(question.query);
            traffic_.bottlenecks.emplace_back(priced);
        }
        for (const FreightDemand& pair : question.demand) {
            demand_.push_back({.from = graph.origin_of(pair.from),
                               .to = graph.destination_of(pair.to),
                               .volume = pair.yearly.count()});
        }
    }

    Flow assign() {
        const Assignment assignment =
            question_.model == FlowModel::equilibrium ? equilibrium() : logit();
        Flow flow{.residual = assignment.residual,
                  .iterations = assignment.iterations,
                  .beckmann_objective = assignment.beckmann_objective};
        tell_bottlenecks(flow, assignment);
        tell_pairs(flow, assignment);
        tell_legs(flow, assignment);
        tell_corridors(flow);
        tell_totals(flow);
        return flow;
    }

  private:
    void lay_arcs() {
        const auto weights = model::weights_to_anywhere(graph_, question_.query);
        const double unit = unit_of_weight(question_.query.criterion);
        const Bottlenecks bottlenecks{question_.capacities};
        traffic_.vertices = graph_.vertex_count();
        for (std::uint32_t e = 0; e < weights.size(); ++e) {
            if (weights[e] != model::unreachable) {
                const Edge& edge = graph_.edges()[e];
                edges_.push_back(e);
                traffic_.arcs.push_back({.tail = edge.tail,
                                         .head = edge.head,
                                         .cost = weights[e] * unit,
                                         .bottlenecks = bottlenecks.met_by(edge, network_)});
            }
        }
    }

    [[nodiscard]] Assignment equilibrium() const {
        return user_equilibrium(
            traffic_, demand_,
            {.relative_gap = question_.accuracy, .most_iterations = question_.most_iterations});
    }

    [[nodiscard]] Assignment logit() const {
        std::vector<model::ArcGraph::Ends> ends;
        for (const TrafficArc& arc : traffic_.arcs) {
            ends.emplace_back(arc.tail, arc.head);
        }
        const model::ArcGraph arcs{traffic_.vertices, std::move(ends)};
        const auto costs =
            arc_costs(traffic_, std::vector<double>(traffic_.bottlenecks.size(), 0.0));
        std::vector<ChoiceSet> alternatives;
        for (const TravelDemand& pair : demand_) {
            alternatives.push_back(route_choice(arcs, costs, pair.from, pair.to, question_.choice));
        }
        return path_size_logit(traffic_, demand_, alternatives,
                               {.theta = question_.theta,
                                .residual = question_.accuracy,
                                .most_iterations = question_.most_iterations});
    }

    void tell_bottlenecks(Flow& flow, const Assignment& assignment) const {
        for (std::size_t b = 0; b < hours_.size(); ++b) {
            const double volume = assignment.bottleneck_volumes[b];
            flow.bottlenecks.push_back({.capacity = question_.capacities[b],
                                        .in_use = Teu{hours_[b].in_use},
                                        .assigned = Teu{volume},
                                        .queue = model::Hours{delay_at(hours_[b], volume)}});
        }
    }

    void tell_pairs(Flow& flow, const Assignment& assignment) const {
        for (std::size_t p = 0; p < demand_.size(); ++p) {
            PairFlow& pair = flow.pairs.emplace_back();
            pair.demand = question_.demand[p];
            for (const AssignedRoute& route : assignment.routes[p]) {
                pair.routes.push_back(told(route, flow));
            }
            std::ranges::stable_sort(pair.routes, std::ranges::greater{},
                                     [](const FlowRoute& route) { return route.yearly; });
        }
    }

    [[nodiscard]] FlowRoute told(const AssignedRoute& route, const Flow& flow) const {
        FlowRoute told{.yearly = Teu{route.volume}, .cost = route.cost};
        for (const std::uint32_t arc : route.arcs) {
            const auto steps = model::steps_of(graph_.edges()[edges_[arc]], network_,
                                               question_.query.shipment.kind);
            told.itinerary.steps.insert(told.itinerary.steps.end(), steps.begin(), steps.end());
            for (const std::uint32_t b : traffic_.arcs[arc].bottlenecks) {
                told.queue += flow.bottlenecks[b].queue;
            }
        }
        told.mean = costing_.mean(told.itinerary);
        return told;
    }

    void tell_legs(Flow& flow, const Assignment& assignment) const {
        const auto volumes = arc_volumes(assignment, traffic_);
        std::map<std::pair<model::ServiceId, model::LinkId>, double> legs;
        for (std::size_t arc = 0; arc < volumes.size(); ++arc) {
            const Edge& edge = graph_.edges()[edges_[arc]];
            if (edge.link && volumes[arc] > 0) {
                legs[{*edge.to, *edge.link}] += volumes[arc];
            }
        }
        for (const auto& [leg, volume] : legs) {
            flow.legs.push_back({.service = leg.first, .link = leg.second, .yearly = Teu{volume}});
        }
    }

    void tell_corridors(Flow& flow) const {
        for (const model::CorridorId id : network_.parts().corridors.ids()) {
            flow.corridors.push_back({.corridor = id, .yearly = {}});
        }
        for (const PairFlow& pair : flow.pairs) {
            for (const FlowRoute& route : pair.routes) {
                for (const model::CorridorId id : ridden_by(route)) {
                    flow.corridors[id.index].yearly += route.yearly;
                }
            }
        }
    }

    [[nodiscard]] std::set<model::CorridorId> ridden_by(const FlowRoute& route) const {
        std::set<model::CorridorId> ridden;
        for (const model::Step& step : route.itinerary.steps) {
            if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
                const auto& corridors = network_[haul->service].corridors;
                ridden.insert(corridors.begin(), corridors.end());
            }
        }
        return ridden;
    }

    static void tell_totals(Flow& flow) {
        FlowTotals& totals = flow.totals;
        for (const PairFlow& pair : flow.pairs) {
            if (pair.routes.empty()) {
                totals.cut_off += pair.demand.yearly;
                ++totals.pairs_cut_off;
            }
            for (const FlowRoute& route : pair.routes) {
                const double teu = route.yearly.count();
                totals.sent += route.yearly;
                totals.queue += teu * route.queue;
                totals.mean += {.length = teu * route.mean.length,
                                .time = teu * (route.mean.time + route.queue),
                                .money = teu * route.mean.money,
                                .carbon = teu * route.mean.carbon};
                totals.cost += teu * route.cost;
            }
        }
        if (const double sent = totals.sent.count(); sent > 0) {
            totals.queue = totals.queue / sent;
            totals.mean = {.length = totals.mean.length / sent,
                           .time = totals.mean.time / sent,
                           .money = totals.mean.money / sent,
                           .carbon = totals.mean.carbon / sent};
        }
    }

    const model::VirtualNetwork& graph_;
    const model::Network& network_;
    const FlowQuestion& question_;
    model::Costing costing_;
    std::vector<std::uint32_t> edges_; ///< of the virtual network, for each arc
    TrafficNetwork traffic_;
    std::vector<QueueDelay> hours_; ///< the bottlenecks, their cost being hours
    std::vector<TravelDemand> demand_;
};

} // namespace

double price_of_hour(const model::Query& query) {
    switch (query.criterion) {
    case model::Criterion::time:
        return 1;
    case model::Criterion::generalised:
        return query.prices.time.count();
    case model::Criterion::money:
    case model::Criterion::carbon:
        break;
    }
    return 0;
}

Flow assign_flow(const model::VirtualNetwork& graph, const FlowQuestion& question) {
    return Assigner{graph, question}.assign();
}

} // namespace landsea::scenarios
