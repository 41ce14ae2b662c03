#include "scenarios/parameter.hpp"

#include "model/costing.hpp"
#include "model/pert.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace landsea::scenarios {

namespace {

using model::Criterion;
using model::Effect;
using model::Effects;
using model::Network;
using model::Overlay;

constexpr double kg_per_tonne = 1000.0;

double mean_size(const model::Range<double>& range) {
    return model::mean_of(range);
}

/// What the numbers of a parameter have in common as a change.
const Effect* effect_of(const Parameter& parameter) {
    struct Find {
        const Effect* operator()(const AlterHauls& alter) const { return &alter.effect; }

        const Effect* operator()(const AlterWorks& alter) const { return &alter.effect; }

        const Effect* operator()(const AlterServices& alter) const { return &alter.effect; }

        const Effect* operator()(const AddDwell& dwell) const { return &dwell.effect; }

        const Effect* operator()(PriceOf /*price*/) const { return nullptr; }
    };

    return std::visit(Find{}, parameter.what);
}

bool counts_departures(const Parameter& parameter) {
    return std::holds_alternative<AlterServices>(parameter.what);
}

/// The parameter as a change of size 1, laid over nothing.
Overlay mark_of(const Parameter& parameter, const Network& network) {
    Scenario scenario;
    std::visit(
        [&](const auto& what) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(what)>, PriceOf>) {
                auto change = what;
                change.effect.size = model::Range<double>::certain(1.0);
                scenario.changes.push_back({.what = change});
            }
        },
        parameter.what);
    return overlay_of(scenario, network, model::Month::whole_year());
}

/// Appends effects at a size of their own.
void append(Effects& effects, const Effects& more, double size) {
    for (Effect effect : more) {
        effect.size = model::Range<double>::certain(size);
        effects.push_back(std::move(effect));
    }
}

void append(Overlay& overlay, const Overlay& mark, double size) {
    for (const auto& [haul, effects] : mark.hauls) {
        model::HaulEffects& all = overlay.hauls[haul];
        append(all.hours, effects.hours, size);
        append(all.usd_per_teu, effects.usd_per_teu, size);
        append(all.kg_per_tonne_km, effects.kg_per_tonne_km, size);
        append(all.charge_usd_per_kg, effects.charge_usd_per_kg, size / kg_per_tonne);
    }
    for (const auto& [operation, effects] : mark.works) {
        append(overlay.works[operation].hours, effects.hours, size);
        append(overlay.works[operation].usd_per_teu, effects.usd_per_teu, size);
    }
    for (const auto& [service, effects] : mark.departures_per_week) {
        append(overlay.departures_per_week[service], effects, size);
    }
}

/// Visits every number that a mark touches: its expected value in the network, and the effects that
/// a query lays over it.
template <class Visit>
void visit_numbers(const Overlay& mark, const model::Query& query, const Network& network,
                   Visit visit) {
    const Overlay* overlay = query.overlay.get();
    for (const auto& [haul, touched] : mark.hauls) {
        const model::Link& link = network[haul.first];
        const model::Service& service = network[haul.second];
        const model::HaulEffects& effects = model::effects_on(overlay, haul.first, haul.second);
        if (!touched.hours.empty()) {
            visit(mean_of(service.time_factor.range) * mean_of(link.time.range).count(),
                  effects.hours);
        }
        if (!touched.usd_per_teu.empty()) {
            visit(mean_of(service.money_factor.range) * mean_of(link.money.range).count(),
                  effects.usd_per_teu);
        }
        if (!touched.kg_per_tonne_km.empty()) {
            const auto& intensity = network[link.emission_factor].intensity;
            visit(mean_of(std::get<model::Estimate<model::KgCo2ePerTonneKm>>(intensity).range)
                      .count(),
                  effects.kg_per_tonne_km);
        }
        if (!touched.charge_usd_per_kg.empty()) {
            visit(0.0, effects.charge_usd_per_kg);
        }
    }
    for (const auto& [operation, touched] : mark.works) {
        const model::WorkEffects& effects = model::effects_on(overlay, operation);
        for (const model::OperationCost& cost : network[operation].costs) {
            if (!touched.hours.empty()) {
                visit(mean_of(cost.time.range).count(), effects.hours);
            }
            if (!touched.usd_per_teu.empty()) {
                visit(mean_of(cost.money.range).count(), effects.usd_per_teu);
            }
        }
    }
}

/// The number that all agree on.
class Agreed {
  public:
    void operator()(double value) {
        first_ = first_ ? first_ : value;
        agree_ = agree_ && value == *first_;
    }

    [[nodiscard]] std::optional<double> value() const { return agree_ ? first_ : std::nullopt; }

  private:
    std::optional<double> first_;
    bool agree_ = true;
};

} // namespace

bool moves(const Parameter& parameter, Criterion criterion) {
    if (criterion == Criterion::generalised) {
        return true;
    }

    struct Moved {
        Criterion operator()(const AlterHauls& alter) const {
            switch (alter.number) {
            case AlterHauls::Number::hours:
                return Criterion::time;
            case AlterHauls::Number::kg_per_tonne_km:
                return Criterion::carbon;
            case AlterHauls::Number::usd_per_teu:
            case AlterHauls::Number::charge_usd_per_kg:
                break;
            }
            return Criterion::money;
        }

        Criterion operator()(const AlterWorks& alter) const {
            return alter.number == AlterWorks::Number::hours ? Criterion::time : Criterion::money;
        }

        Criterion operator()(const AlterServices& /*alter*/) const { return Criterion::time; }

        Criterion operator()(const AddDwell& /*dwell*/) const { return Criterion::time; }

        Criterion operator()(PriceOf /*price*/) const { return Criterion::generalised; }
    };

    return std::visit(Moved{}, parameter.what) == criterion;
}

std::optional<double> today_of(const Parameter& parameter, const model::Query& query,
                               const Network& network) {
    if (const auto* price = std::get_if<PriceOf>(&parameter.what)) {
        return *price == PriceOf::time ? query.prices.time.count() * model::hours_per_day
                                       : query.prices.carbon.count() * kg_per_tonne;
    }
    switch (effect_of(parameter)->kind) {
    case Effect::Kind::add:
        return 0.0;
    case Effect::Kind::scale:
        return 1.0;
    case Effect::Kind::set:
        break;
    }
    const Overlay mark = mark_of(parameter, network);
    Agreed agreed;
    for (const auto& [service, effects] : mark.departures_per_week) {
        if (const auto departures =
                model::departures_per_week(network[service], service, query.overlay.get())) {
            agreed(*departures);
        }
    }
    visit_numbers(mark, query, network, [&](double value, const Effects& effects) {
        agreed(model::after(effects, value, mean_size));
    });
    return agreed.value();
}

double least_addition(const Parameter& parameter, const model::Query& query,
                      const Network& network) {
    const Effect* effect = effect_of(parameter);
    double least = -std::numeric_limits<double>::infinity();
    if (effect == nullptr || effect->kind != Effect::Kind::add) {
        return least;
    }
    constexpr double far = 1e9; // above anything that could be below zero
    const Overlay mark = mark_of(parameter, network);
    visit_numbers(mark, query, network, [&](double value, Effects effects) {
        append(effects, {*effect}, far);
        least = std::max(least, far - model::after(effects, value, mean_size));
    });
    return least;
}

double straightened(const Parameter& parameter, double value) {
    return counts_departures(parameter) ? 1.0 / value : value;
}

double unstraightened(const Parameter& parameter, double straight) {
    return straightened(parameter, straight); // either way its own inverse
}

OpenQuery::OpenQuery(model::Query base, std::vector<Parameter> parameters, const Network& network)
    : base_{std::move(base)}, parameters_{std::move(parameters)}, network_{&network} {
    for (const Parameter& parameter : parameters_) {
        marks_.push_back(mark_of(parameter, network));
    }
}

model::Query OpenQuery::at(const std::vector<double>& values) const {
    model::Query query = base_;
    auto overlay =
        base_.overlay ? std::make_shared<Overlay>(*base_.overlay) : std::make_shared<Overlay>();
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (const auto* price = std::get_if<PriceOf>(&parameters_[i].what)) {
            if (*price == PriceOf::time) {
                query.prices.time = model::UsdPerTeuHour{values[i] / model::hours_per_day};
            } else {
                query.prices.carbon = model::UsdPerKgCo2e{values[i] / kg_per_tonne};
            }
        } else {
            append(*overlay, marks_[i], values[i]);
        }
    }
    query.overlay = std::move(overlay);
    return query;
}

double worth_of(const model::Tally& tally, const model::Query& query, Criterion criterion) {
    const model::Teu size = query.shipment.size;
    switch (criterion) {
    case Criterion::time:
        return model::days(tally.time);
    case Criterion::money:
        return (tally.money / size).count();
    case Criterion::carbon:
        return (tally.carbon / size).count();
    case Criterion::generalised:
        break;
    }
    return (model::generalised_cost(tally, query.prices, size) / size).count();
}

double worth_of(const model::Itinerary& route, const model::Query& query, Criterion criterion,
                const Network& network) {
    return worth_of(model::Costing{network, query}.mean(route), query, criterion);
}

} // namespace landsea::scenarios
