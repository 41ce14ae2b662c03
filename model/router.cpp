#include "model/router.hpp"

#include "model/costing.hpp"
#include "model/first_mile.hpp"
#include "model/target.hpp"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
// Must come after the algorithms: its get() would hide theirs (Boost 1.74).
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace landsea::model {

namespace {

using Distance = std::uint64_t;
constexpr int hop_bits = 20; ///< a distance is the weight, then the number of edges
constexpr Distance nowhere = std::numeric_limits<Distance>::max();

/// The virtual network once for each set of `via` targets already met: a route that meets all of
/// them is a path to the last layer.
struct Layered {
    struct Arc {
        std::uint32_t tail;
        std::uint32_t head;
        std::uint32_t edge; ///< of the virtual network
        Distance length;
    };

    std::uint32_t layers{};
    std::vector<Arc> arcs; ///< sorted by tail
};

using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Distance,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

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

bool takes_part(const Standing& standing, const Service& service, ServiceId id,
                const Query& query) {
    if (standing.state == Standing::State::open) {
        return true;
    }
    return std::ranges::find(query.activated, id) != query.activated.end() ||
           std::ranges::any_of(service.corridors, [&](CorridorId corridor) {
               return std::ranges::find(query.activated_corridors, corridor) !=
                      query.activated_corridors.end();
           });
}

bool may_ride(const Edge& edge, const Query& query, const Network& network) {
    if (!edge.link) {
        return true;
    }
    const Service& service = network[*edge.to];
    const bool refused = std::ranges::any_of(service.refuses, [&](const Refusal& refusal) {
        return refusal.kind == query.shipment.kind;
    });
    return !refused && takes_part(service.standing, service, *edge.to, query) &&
           takes_part(network[*edge.link].standing, service, *edge.to, query);
}

/// A change of means needs an operation that makes it possible for this kind of cargo, too.
bool may_change(const Edge& edge, const Query& query, const Network& network) {
    const bool changes = edge.kind == Edge::Kind::board || edge.kind == Edge::Kind::transfer ||
                         edge.kind == Edge::Kind::alight;
    if (!changes) {
        return true;
    }
    return std::ranges::any_of(edge.operations, [&](OperationId id) {
        const Operation& operation = network[id];
        const bool enables = operation.kind == OperationKind::load ||
                             operation.kind == OperationKind::unload ||
                             operation.kind == OperationKind::transfer;
        const auto& kinds = operation.only_for;
        return enables &&
               (kinds.empty() || std::ranges::find(kinds, query.shipment.kind) != kinds.end());
    });
}

bool is_allowed(const Edge& edge, const Query& query, const Network& network) {
    const bool avoided = std::ranges::any_of(
        query.constraints.avoid, [&](const Target& t) { return uses(edge, t, network); });
    return !avoided && may_ride(edge, query, network) && may_change(edge, query, network);
}

/// Whether the city has a terminal that the first-mile trucks did not bring.
bool has_terminal(const VirtualNetwork& graph, PlaceId city, Edge::Kind kind) {
    return std::ranges::any_of(graph.edges(), [&](const Edge& edge) {
        const auto& service = kind == Edge::Kind::board ? edge.to : edge.from;
        return edge.kind == kind && is_within(edge.place, city, graph.network()) &&
               !graph.network()[*service].id.starts_with(first_mile_prefix);
    });
}

/// Keeps a route with `via` targets from meeting them by coming back to where it set out, or by
/// going on from where it was to end.
class TurnsBack {
  public:
    TurnsBack(const VirtualNetwork& graph, const Query& query)
        : network_{graph.network()}, query_{query}, guards_origin_{may_turn_back(graph, query) &&
                                                                   has_terminal(graph, query.from,
                                                                                Edge::Kind::board)},
          guards_destination_{may_turn_back(graph, query) &&
                              has_terminal(graph, query.to, Edge::Kind::alight)} {}

    [[nodiscard]] bool operator()(const Edge& edge) const {
        if (!edge.link) {
            return false;
        }
        const Link& link = network_[*edge.link];
        const auto in = [&](PlaceId place, PlaceId city) {
            return is_within(place, city, network_);
        };
        return (guards_origin_ && in(link.to, query_.from) && !in(link.from, query_.from)) ||
               (guards_destination_ && in(link.from, query_.to) && !in(link.to, query_.to));
    }

  private:
    /// Without `via` no best route turns back, and a round trip has to.
    static bool may_turn_back(const VirtualNetwork& graph, const Query& query) {
        return !query.constraints.via.empty() &&
               !is_within(query.from, query.to, graph.network()) &&
               !is_within(query.to, query.from, graph.network());
    }

    const Network& network_;
    const Query& query_;
    bool guards_origin_;
    bool guards_destination_;
};

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

Layered layered(const VirtualNetwork& graph, const Query& query) {
    Layered result{.layers = std::uint32_t{1} << query.constraints.via.size(), .arcs = {}};
    const auto weights = weights_of(graph, query);
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        if (weights[e] == unreachable) {
            continue;
        }
        const Edge& edge = graph.edges()[e];
        const std::uint32_t met = met_by(edge, query, graph.network());
        for (std::uint32_t layer = 0; layer < result.layers; ++layer) {
            result.arcs.push_back({.tail = edge.tail * result.layers + layer,
                                   .head = edge.head * result.layers + (layer | met),
                                   .edge = e,
                                   .length = (Distance{weights[e]} << hop_bits) + 1});
        }
    }
    std::ranges::stable_sort(result.arcs, {}, &Layered::Arc::tail);
    return result;
}

std::vector<Distance> distances(const Layered& layered, std::uint32_t vertices,
                                std::uint32_t source) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Distance> lengths;
    ends.reserve(layered.arcs.size());
    lengths.reserve(layered.arcs.size());
    for (const Layered::Arc& arc : layered.arcs) {
        ends.emplace_back(arc.tail, arc.head);
        lengths.push_back(arc.length);
    }
    const Csr csr{boost::edges_are_sorted, ends.begin(), ends.end(), lengths.begin(), vertices};
    std::vector<Distance> distance(vertices, nowhere);
    boost::dijkstra_shortest_paths_no_color_map(
        csr, source,
        boost::weight_map(boost::get(boost::edge_bundle, csr))
            .distance_map(boost::make_iterator_property_map(distance.begin(),
                                                            boost::get(boost::vertex_index, csr)))
            .distance_inf(nowhere));
    return distance;
}

/// Walks back along tight arcs, taking the first edge of the virtual network where several are.
std::vector<std::uint32_t> walk_back(const Layered& layered, const std::vector<Distance>& distance,
                                     std::uint32_t source, std::uint32_t target) {
    std::vector<const Layered::Arc*> arrived_by(distance.size(), nullptr);
    for (const Layered::Arc& arc : layered.arcs) {
        const bool tight =
            distance[arc.tail] != nowhere && distance[arc.tail] + arc.length == distance[arc.head];
        const Layered::Arc*& chosen = arrived_by[arc.head];
        if (tight && (chosen == nullptr || arc.edge < chosen->edge)) {
            chosen = &arc;
        }
    }
    std::vector<std::uint32_t> edges;
    for (std::uint32_t at = target; at != source; at = arrived_by[at]->tail) {
        edges.push_back(arrived_by[at]->edge);
    }
    std::ranges::reverse(edges);
    return edges;
}

} // namespace

std::vector<std::uint32_t> weights_of(const VirtualNetwork& graph, const Query& query) {
    const Network& network = graph.network();
    const Costing costing{network, query.shipment, query.month};
    std::vector<std::uint32_t> weights;
    weights.reserve(graph.edges().size());
    const TurnsBack turns_back{graph, query};
    for (const Edge& edge : graph.edges()) {
        if (turns_back(edge) || !is_allowed(edge, query, network)) {
            weights.push_back(unreachable);
            continue;
        }
        Tally sum;
        for (const Step& step : steps_of(edge, network, query.shipment.kind)) {
            sum += costing.mean(step);
        }
        weights.push_back(fixed_point(measure(sum, query)));
    }
    return weights;
}

std::optional<Itinerary> Router::best(const Query& query) const {
    constexpr std::size_t most_vias = 12;
    if (query.constraints.via.size() > most_vias) {
        throw std::invalid_argument{"at most 12 via targets"};
    }
    if (stays(query, graph_.network())) {
        return Itinerary{};
    }
    const Layered layers = layered(graph_, query);
    const std::uint32_t source = graph_.origin_of(query.from) * layers.layers;
    const std::uint32_t target =
        graph_.destination_of(query.to) * layers.layers + layers.layers - 1;
    const auto distance = distances(layers, graph_.vertex_count() * layers.layers, source);
    if (distance[target] == nowhere) {
        return std::nullopt;
    }
    Itinerary found;
    for (const std::uint32_t e : walk_back(layers, distance, source, target)) {
        for (Step& step : steps_of(graph_.edges()[e], graph_.network(), query.shipment.kind)) {
            found.steps.push_back(step);
        }
    }
    return found;
}

} // namespace landsea::model
