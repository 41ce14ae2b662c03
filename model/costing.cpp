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

/// What a total is made of, for the sizes of effects.
template <class Pick>
auto sizes(Pick pick) {
    return [pick](const Range<double>& range) {
        return pick(Estimate<double>{.range = range, .evidence = {}});
    };
}

template <class Pick>
Tally tally_of(const Haul& haul, const Network& network, const Shipment& shipment,
               const Overlay* overlay, Pick pick) {
    const Link& link = network[haul.link];
    const Service& service = network[haul.service];
    const HaulEffects& effects = effects_on(overlay, haul.link, haul.service);
    const auto& intensity =
        std::get<Estimate<KgCo2ePerTonneKm>>(network[link.emission_factor].intensity);
    const Hours time = pick(service.time_factor) * pick(link.time);
    const UsdPerTeu money = pick(service.money_factor) * pick(link.money);
    const KgCo2ePerTonneKm kg{after(effects.kg_per_tonne_km, pick(intensity).count(), sizes(pick))};
    Tally tally{.length = link.length.range.typical,
                .time = Hours{after(effects.hours, time.count(), sizes(pick))},
                .money = UsdPerTeu{after(effects.usd_per_teu, money.count(), sizes(pick))} *
                         shipment.size,
                .carbon = kg * tonnes_of(shipment) * activity_distance(link)};
    const UsdPerKgCo2e charge{after(effects.charge_usd_per_kg, 0.0, sizes(pick))};
    tally.money += charge * tally.carbon;
    return tally;
}

template <class Pick>
Tally tally_of(const Operation& operation, const OperationCost& cost, const WorkEffects& effects,
               const Network& network, const Shipment& shipment, Pick pick) {
    Tally tally{.time = Hours{after(effects.hours, pick(cost.time).count(), sizes(pick))},
                .money =
                    UsdPerTeu{after(effects.usd_per_teu, pick(cost.money).count(), sizes(pick))} *
                    shipment.size};
    if (operation.hub) {
        const auto& intensity =
            std::get<Estimate<KgCo2ePerTonne>>(network[*operation.hub].intensity);
        tally.carbon = pick(intensity) * tonnes_of(shipment);
    }
    return tally;
}

} // namespace

Hours mean_wait(const Network& network, ServiceId service, const Overlay* overlay) {
    const auto departures = departures_per_week(network[service], service, overlay);
    return departures ? week / (2.0 * *departures) : Hours{};
}

std::size_t typical_state(const Operation& operation, const Network& network, Month month,
                          const Overlay* overlay) {
    if (!operation.season) {
        return 0;
    }
    if (const auto forced = forced_state(overlay, *operation.season)) {
        return *forced;
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

template <class Pick>
Tally Costing::in_typical_state(const Step& step, Pick pick, double waits) const {
    if (const auto* haul = std::get_if<Haul>(&step.what)) {
        return tally_of(*haul, *network_, shipment_, overlay_, pick);
    }
    if (const auto* wait = std::get_if<Wait>(&step.what)) {
        return {.time = waits * mean_wait(*network_, wait->service, overlay_)};
    }
    const OperationId id = std::get<Work>(step.what).operation;
    const Operation& operation = (*network_)[id];
    const std::size_t state = typical_state(operation, *network_, month_, overlay_);
    return tally_of(operation, operation.costs[state], effects_on(overlay_, id), *network_,
                    shipment_, pick);
}

Tally Costing::typical(const Step& step) const {
    return in_typical_state(step, TypicalOf{}, 1.0);
}

Tally Costing::low(const Step& step) const {
    return in_typical_state(step, LowOf{}, 0.0);
}

Tally Costing::high(const Step& step) const {
    return in_typical_state(step, HighOf{}, 2.0);
}

Tally Costing::mean(const Step& step) const {
    const auto* work = std::get_if<Work>(&step.what);
    const auto season = work == nullptr ? std::nullopt : (*network_)[work->operation].season;
    if (!season || forced_state(overlay_, *season)) {
        return in_typical_state(step, MeanOf{}, 1.0);
    }
    const Operation& operation = (*network_)[work->operation];
    const WorkEffects& effects = effects_on(overlay_, work->operation);
    Tally sum;
    for (std::size_t i = 0; i < operation.costs.size(); ++i) {
        const double share = probability((*network_)[*season].states[i], month_);
        const Tally in_state =
            tally_of(operation, operation.costs[i], effects, *network_, shipment_, MeanOf{});
        sum.time += share * in_state.time;
        sum.money += share * in_state.money;
        sum.carbon = in_state.carbon; // the same in every state
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
