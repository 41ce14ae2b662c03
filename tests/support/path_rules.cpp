#include "tests/support/path_rules.hpp"

#include "model/costing.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace landsea::support {

using namespace model;

namespace {

/// Says again, from hauls and places alone, what an edge uses. `Mode` and others by their hauls;
/// places and countries by where the box has been, terminals standing for their city.
class Trace {
  public:
    Trace(const Edge& edge, const Network& network) : network_{network} {
        places_.insert(edge.place);
        if (edge.link) {
            places_.insert(network_[*edge.link].to);
            hauls_.push_back({*edge.link, *edge.to});
        }
    }

    [[nodiscard]] bool uses(const Target& target) const {
        if (const auto* place = std::get_if<PlaceId>(&target)) {
            return any_place(
                [&](PlaceId p) { return p == *place || network_[p].part_of == *place; });
        }
        if (const auto* country = std::get_if<Country>(&target)) {
            return any_place([&](PlaceId p) { return network_[p].country == country->code; }) ||
                   std::ranges::any_of(hauls_, [&](const Haul& haul) {
                       return std::ranges::count(network_[haul.link].countries, country->code) > 0;
                   });
        }
        return std::ranges::any_of(hauls_, [&](const Haul& haul) { return rides(haul, target); });
    }

    [[nodiscard]] bool takes(CargoKind cargo, const std::vector<ServiceId>& activated,
                             const std::vector<CorridorId>& corridors) const {
        return std::ranges::all_of(hauls_, [&](const Haul& haul) {
            const Service& service = network_[haul.service];
            const bool opens = service.standing.state == Standing::State::open ||
                               std::ranges::count(activated, haul.service) > 0 ||
                               (!corridors.empty() && !service.corridors.empty());
            return opens && std::ranges::none_of(service.refuses, [&](const Refusal& refusal) {
                       return refusal.kind == cargo;
                   });
        });
    }

  private:
    template <class Predicate>
    [[nodiscard]] bool any_place(Predicate predicate) const {
        return std::ranges::any_of(places_, predicate);
    }

    [[nodiscard]] bool rides(const Haul& haul, const Target& target) const {
        const Link& link = network_[haul.link];
        const Service& service = network_[haul.service];
        if (const auto* passage = std::get_if<PassageId>(&target)) {
            return std::ranges::count(link.passages, *passage) > 0;
        }
        if (const auto* corridor = std::get_if<CorridorId>(&target)) {
            return std::ranges::count(service.corridors, *corridor) > 0;
        }
        if (const auto* means = std::get_if<MeansId>(&target)) {
            return service.means == *means;
        }
        if (const auto* mode = std::get_if<Mode>(&target)) {
            return link.mode == *mode;
        }
        return std::get<ServiceId>(target) == haul.service;
    }

    const Network& network_;
    std::set<PlaceId> places_;
    std::vector<Haul> hauls_;
};

/// In thousandths of an hour, cents or grams: whole numbers where those of the network are.
std::uint64_t weight_of(const Tally& mean, Criterion criterion) {
    constexpr double thousandths = 1000.0;
    constexpr double cents = 100.0;
    switch (criterion) {
    case Criterion::time:
        return static_cast<std::uint64_t>(std::llround(mean.time.count() * thousandths));
    case Criterion::carbon:
        return static_cast<std::uint64_t>(std::llround(mean.carbon.count() * thousandths));
    default:
        return static_cast<std::uint64_t>(std::llround(mean.money.count() * cents));
    }
}

} // namespace

PathRules::PathRules(const PairwiseNetwork& graph, const Query& query)
    : graph_{graph}, query_{query}, leaving_(graph.vertex_count()) {
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        met_.push_back(met_by(e));
        if (may_use(e)) {
            leaving_[graph.edges()[e].tail].push_back(e);
        }
    }
}

std::vector<std::uint64_t> PathRules::weights(Criterion criterion) const {
    const Costing costing{graph_.network(), query_.shipment, query_.month};
    std::vector<std::uint64_t> weights;
    for (const Edge& edge : graph_.edges()) {
        std::uint64_t sum = 0;
        for (const Step& step : steps_of(edge, graph_.network(), query_.shipment.kind)) {
            sum += weight_of(costing.mean(step), criterion);
        }
        weights.push_back(sum);
    }
    return weights;
}

bool PathRules::is_at_goal(std::uint32_t vertex, std::uint32_t met) const {
    const std::uint32_t all = (1U << query_.constraints.via.size()) - 1;
    return vertex == 2 * query_.to.index + 1 && (met & all) == all;
}

bool PathRules::is_in_order(std::uint32_t e, std::uint32_t met) const {
    return !rides_one_of(e, &RidingOrder::then) || ((met | met_[e]) & has_begun_) != 0;
}

/// Refusals, standing and avoided targets hold for each part of a path.
bool PathRules::may_use(std::uint32_t e) const {
    const Trace trace{graph_.edges()[e], graph_.network()};
    return trace.takes(query_.shipment.kind, query_.activated, query_.activated_corridors) &&
           !turns_back(graph_.edges()[e]) &&
           std::ranges::none_of(query_.constraints.avoid,
                                [&](const Target& target) { return trace.uses(target); });
}

/// With `via` targets, a route neither comes back to its origin nor goes on from its destination.
bool PathRules::turns_back(const Edge& edge) const {
    if (!edge.link || (query_.constraints.via.empty() && !query_.constraints.order)) {
        return false;
    }
    const Network& network = graph_.network();
    const auto city = [&](PlaceId place) { return network[place].part_of.value_or(place); };
    const auto at = [&](PlaceId place, PlaceId end) { return place == end || city(place) == end; };
    if (at(query_.from, query_.to) || at(query_.to, query_.from)) {
        return false; // a round trip has to
    }
    const Link& link = network[*edge.link];
    const bool comes_back = at(link.to, query_.from) && !at(link.from, query_.from);
    const bool goes_on = at(link.from, query_.to) && !at(link.to, query_.to);
    return comes_back || (goes_on && !query_.constraints.via.empty());
}

/// The `via` targets that an edge uses, a bit each.
std::uint32_t PathRules::met_by(std::uint32_t e) const {
    const Trace trace{graph_.edges()[e], graph_.network()};
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < query_.constraints.via.size(); ++i) {
        met |= trace.uses(query_.constraints.via[i]) ? 1U << i : 0U;
    }
    if (rides_one_of(e, &RidingOrder::first)) {
        met |= has_begun_;
    }
    return met;
}

bool PathRules::rides_one_of(std::uint32_t e, std::vector<ServiceId> RidingOrder::*list) const {
    const Edge& edge = graph_.edges()[e];
    if (!query_.constraints.order || !edge.link) {
        return false;
    }
    const Place& from = graph_.network()[graph_.network()[*edge.link].from];
    const Place& to = graph_.network()[graph_.network()[*edge.link].to];
    return !(from.part_of && from.part_of == to.part_of) &&
           std::ranges::count((*query_.constraints.order).*list, *edge.to) > 0;
}

} // namespace landsea::support
