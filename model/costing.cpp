#include "model/costing.hpp"

#include "model/pert.hpp"

namespace landsea::model {

namespace {

/// Picks the number of a range that a total is made of.
struct TypicalOf {
    template <class Q>
    Q operator()(const Estimate<Q>& estimate) const {
        return estimate.range.typical;
    }
};

struct LowOf {
    template <class Q>
    Q operator()(const Estimate<Q>& estimate) const {
        return estimate.range.low;
    }
};

struct HighOf {
    template <class Q>
    Q operator()(const Estimate<Q>& estimate) const {
        return estimate.range.high;
    }
};

struct MeanOf {
    template <class Q>
    Q operator()(const Estimate<Q>& estimate) const {
        return mean_of(estimate.range);
    }
};

template <class Pick>
Tally tally_of(const Haul& haul, const Network& network, const Shipment& shipment, Pick pick) {
    const Link& link = network[haul.link];
    const Service& service = network[haul.service];
    const auto& intensity =
        std::get<Estimate<KgCo2ePerTonneKm>>(network[link.emission_factor].intensity);
    return {.length = link.length.range.typical,
            .time = pick(service.time_factor) * pick(link.time),
            .money = pick(service.money_factor) * pick(link.money) * shipment.size,
            .carbon = pick(intensity) * tonnes_of(shipment) * activity_distance(link)};
}

template <class Pick>
Tally tally_of(const Operation& operation, const OperationCost& cost, const Network& network,
               const Shipment& shipment, Pick pick) {
    Tally tally{.time = pick(cost.time), .money = pick(cost.money) * shipment.size};
    if (operation.hub) {
        const auto& intensity =
            std::get<Estimate<KgCo2ePerTonne>>(network[*operation.hub].intensity);
        tally.carbon = pick(intensity) * tonnes_of(shipment);
    }
    return tally;
}

/// What a step takes in the state that is typical of the month, its wait being `waits` times the
/// mean one.
template <class Pick>
Tally in_typical_state(const Step& step, const Network& network, const Shipment& shipment,
                       Month month, Pick pick, double waits) {
    if (const auto* haul = std::get_if<Haul>(&step.what)) {
        return tally_of(*haul, network, shipment, pick);
    }
    if (const auto* wait = std::get_if<Wait>(&step.what)) {
        return {.time = waits * mean_wait(network[wait->service])};
    }
    const Operation& operation = network[std::get<Work>(step.what).operation];
    const std::size_t state = typical_state(operation, network, month);
    return tally_of(operation, operation.costs[state], network, shipment, pick);
}

} // namespace

Hours mean_wait(const Service& service) {
    if (!service.departures_per_week) {
        return Hours{};
    }
    return week / (2.0 * service.departures_per_week->range.typical);
}

std::size_t typical_state(const Operation& operation, const Network& network, Month month) {
    if (!operation.season) {
        return 0;
    }
    const auto& states = network[*operation.season].states;
    std::size_t likeliest = 0;
    for (std::size_t i = 1; i < states.size(); ++i) {
        if (probability(states[i], month) > probability(states[likeliest], month)) {
            likeliest = i;
        }
    }
    return likeliest;
}

Km activity_distance(const Link& link) {
    const bool adjust =
        link.mode == Mode::sea && link.length_basis == LengthBasis::shortest_feasible;
    return (adjust ? sea_distance_adjustment : 1.0) * link.length.range.typical;
}

Tally Costing::typical(const Step& step) const {
    return in_typical_state(step, *network_, shipment_, month_, TypicalOf{}, 1.0);
}

Tally Costing::low(const Step& step) const {
    return in_typical_state(step, *network_, shipment_, month_, LowOf{}, 0.0);
}

Tally Costing::high(const Step& step) const {
    return in_typical_state(step, *network_, shipment_, month_, HighOf{}, 2.0);
}

Tally Costing::mean(const Step& step) const {
    if (const auto* haul = std::get_if<Haul>(&step.what)) {
        return tally_of(*haul, *network_, shipment_, MeanOf{});
    }
    if (const auto* wait = std::get_if<Wait>(&step.what)) {
        return {.time = mean_wait((*network_)[wait->service])};
    }
    const Operation& operation = (*network_)[std::get<Work>(step.what).operation];
    if (!operation.season) {
        return tally_of(operation, operation.costs.front(), *network_, shipment_, MeanOf{});
    }
    Tally sum = tally_of(operation, operation.costs.front(), *network_, shipment_, MeanOf{});
    sum.time = Hours{};
    sum.money = Usd{};
    for (std::size_t i = 0; i < operation.costs.size(); ++i) {
        const double share = probability((*network_)[*operation.season].states[i], month_);
        const Tally in_state =
            tally_of(operation, operation.costs[i], *network_, shipment_, MeanOf{});
        sum.time += share * in_state.time;
        sum.money += share * in_state.money;
    }
    return sum;
}

Tally Costing::typical(const Itinerary& itinerary) const {
    Tally sum;
    for (const Step& step : itinerary.steps) {
        sum += typical(step);
    }
    return sum;
}

Tally Costing::mean(const Itinerary& itinerary) const {
    Tally sum;
    for (const Step& step : itinerary.steps) {
        sum += mean(step);
    }
    return sum;
}

} // namespace landsea::model
