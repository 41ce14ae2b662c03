#include "model/simulation.hpp"

#include "model/costing.hpp"
#include "model/philox.hpp"
#include "model/sea_services.hpp"

#include <algorithm>
#include <array>

namespace landsea::model {

namespace {

constexpr std::uint32_t words_per_call = 4;

std::vector<double> draw_uniforms(const std::string& name, const DrawPlan& plan) {
    const std::uint64_t element = hash_of(name);
    const std::array<std::uint32_t, 2> key{static_cast<std::uint32_t>(plan.seed),
                                           static_cast<std::uint32_t>(plan.seed >> 32)};
    std::vector<double> column(plan.draws);
    for (std::uint32_t k = 0; k < plan.draws; k += words_per_call) {
        const auto words = philox({k / words_per_call, 0, static_cast<std::uint32_t>(element),
                                   static_cast<std::uint32_t>(element >> 32)},
                                  key);
        for (std::uint32_t i = 0; i < words_per_call && k + i < plan.draws; ++i) {
            column[k + i] = unit_interval(words[i]);
        }
    }
    return column;
}

void add(std::vector<double>& sum, const std::vector<double>& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += more[i];
    }
}

template <class Q>
double bare(Q value) {
    if constexpr (std::is_same_v<Q, double>) {
        return value;
    } else {
        return value.count();
    }
}

} // namespace

Simulation::Simulation(const Network& network, const Shipment& shipment, Month month, DrawPlan plan,
                       const Overlay* overlay)
    : network_{&network}, shipment_{shipment}, month_{month}, plan_{plan}, overlay_{overlay} {}

const Simulation::Column& Simulation::uniforms(const std::string& name) {
    const auto known = uniforms_.find(name);
    if (known != uniforms_.end()) {
        return known->second;
    }
    return uniforms_.emplace(name, draw_uniforms(name, plan_)).first->second;
}

Simulation::Column Simulation::quantiles(const std::string& name,
                                         const std::optional<CauseId>& cause) {
    const Column& own = uniforms(name);
    if (!cause) {
        return own;
    }
    const Cause& why = (*network_)[*cause];
    const Column& shared = uniforms("cause:" + why.id);
    const Column& coin = uniforms("coin:" + why.id);
    Column mixed(own);
    for (std::size_t k = 0; k < mixed.size(); ++k) {
        if (coin[k] < why.correlation) {
            mixed[k] = shared[k];
        }
    }
    return mixed;
}

Simulation::Column Simulation::drawn(double low, double typical, double high, TypicalIs typical_is,
                                     const std::string& name, const std::optional<CauseId>& cause) {
    if (!(high > low)) {
        return Column(plan_.draws, typical);
    }
    const double shape = pert_shape(low, typical, high, typical_is);
    const auto known = quantiles_.find(shape);
    const PertQuantiles& unit = known != quantiles_.end()
                                    ? known->second
                                    : quantiles_.emplace(shape, PertQuantiles{shape}).first->second;
    Column column = quantiles(name, cause);
    for (double& value : column) {
        value = low + (high - low) * unit.at(value);
    }
    return column;
}

template <class Q>
Simulation::Column Simulation::drawn(const Estimate<Q>& estimate, const std::string& name,
                                     const std::optional<CauseId>& cause) {
    const Range<Q>& range = estimate.range;
    return drawn(bare(range.low), bare(range.typical), bare(range.high), range.typical_is, name,
                 cause);
}

Simulation::Column Simulation::months() {
    Column column(plan_.draws, month_.number);
    if (month_.is_whole_year()) {
        const Column& u = uniforms("month");
        for (std::size_t k = 0; k < column.size(); ++k) {
            column[k] = 1.0 + static_cast<int>(12.0 * u[k]);
        }
    }
    return column;
}

const std::vector<std::uint8_t>& Simulation::states(SeasonId season) {
    const auto known = states_.find(season.index);
    if (known != states_.end()) {
        return known->second;
    }
    if (const auto forced = forced_state(overlay_, season)) {
        const std::vector<std::uint8_t> same(plan_.draws, static_cast<std::uint8_t>(*forced));
        return states_.emplace(season.index, same).first->second;
    }
    const auto& conditions = (*network_)[season].states;
    const Column month = months();
    const Column& u = uniforms("season:" + (*network_)[season].id);
    std::vector<std::uint8_t> drawn_states(plan_.draws);
    for (std::size_t k = 0; k < drawn_states.size(); ++k) {
        double below = 0.0;
        std::uint8_t state = 0;
        for (std::uint8_t i = 0; i + 1U < conditions.size(); ++i) {
            below += probability(conditions[i], {static_cast<int>(month[k])});
            state = u[k] < below ? state : static_cast<std::uint8_t>(i + 1);
        }
        drawn_states[k] = state;
    }
    return states_.emplace(season.index, std::move(drawn_states)).first->second;
}

/// Lays effects over a column, draw by draw. Never below zero.
void Simulation::apply(const Effects& effects, Column& column) {
    for (std::size_t i = first_that_counts(effects); i < effects.size(); ++i) {
        const Effect& effect = effects[i];
        const Range<double>& size = effect.size;
        const Column sizes = drawn(size.low, size.typical, size.high, size.typical_is,
                                   effect.drawn_as, std::nullopt);
        for (std::size_t k = 0; k < column.size(); ++k) {
            column[k] = effect.kind == Effect::Kind::set     ? sizes[k]
                        : effect.kind == Effect::Kind::scale ? column[k] * sizes[k]
                                                             : column[k] + sizes[k];
        }
    }
    if (!effects.empty()) {
        for (double& value : column) {
            value = std::max(value, 0.0);
        }
    }
}

Simulation::Column Simulation::haul(const Haul& haul, Quantity quantity) {
    const Link& link = (*network_)[haul.link];
    const Service& service = (*network_)[haul.service];
    const bool time = quantity == Quantity::time;
    const std::string link_name{drawn_as(link.id)};
    Column column = time ? drawn(link.time, "time:link:" + link_name, link.cause)
                         : drawn(link.money, "money:link:" + link_name, std::nullopt);
    const auto& factor = time ? service.time_factor : service.money_factor;
    const Column factors = drawn(
        factor, (time ? "time:service:" : "money:service:") + std::string{drawn_as(service.id)},
        std::nullopt);
    for (std::size_t k = 0; k < column.size(); ++k) {
        column[k] *= factors[k];
    }
    const HaulEffects& effects = effects_on(overlay_, haul.link, haul.service);
    apply(time ? effects.hours : effects.usd_per_teu, column);
    return column;
}

Simulation::Column Simulation::work(OperationId id, Quantity quantity) {
    const Operation& operation = (*network_)[id];
    const WorkEffects& effects = effects_on(overlay_, id);
    const bool time = quantity == Quantity::time;
    const std::string name = (time ? "time:operation:" : "money:operation:") + operation.id;
    const auto draw_state = [&](const OperationCost& cost) {
        Column drawn_cost =
            time ? drawn(cost.time, name, operation.cause) : drawn(cost.money, name, std::nullopt);
        apply(time ? effects.hours : effects.usd_per_teu, drawn_cost);
        return drawn_cost;
    };
    Column column = draw_state(operation.costs.front());
    if (!operation.season) {
        return column;
    }
    const auto& state = states(*operation.season);
    for (std::size_t i = 1; i < operation.costs.size(); ++i) {
        const Column in_state = draw_state(operation.costs[i]);
        for (std::size_t k = 0; k < column.size(); ++k) {
            column[k] = state[k] == i ? in_state[k] : column[k];
        }
    }
    return column;
}

Simulation::Column Simulation::hours_of(const Step& step) {
    if (const auto* riding = std::get_if<Haul>(&step.what)) {
        return haul(*riding, Quantity::time);
    }
    if (const auto* wait = std::get_if<Wait>(&step.what)) {
        const Service& service = (*network_)[wait->service];
        Column column = uniforms("wait:" + std::string{drawn_as(service.id)} + "@" +
                                 (*network_)[step.place].id);
        const double longest = 2.0 * mean_wait(*network_, wait->service, overlay_).count();
        for (double& value : column) {
            value *= longest;
        }
        return column;
    }
    return work(std::get<Work>(step.what).operation, Quantity::time);
}

Simulation::Column Simulation::usd_of(const Step& step) {
    Column column(plan_.draws, 0.0);
    const auto* riding = std::get_if<Haul>(&step.what);
    if (riding != nullptr) {
        column = haul(*riding, Quantity::money);
    } else if (const auto* work_step = std::get_if<Work>(&step.what)) {
        column = work(work_step->operation, Quantity::money);
    }
    for (double& value : column) {
        value *= shipment_.size.count();
    }
    if (riding != nullptr) {
        charge_carbon(*riding, column);
    }
    return column;
}

void Simulation::charge_carbon(const Haul& haul, Column& usd) {
    const Effects& charge = effects_on(overlay_, haul.link, haul.service).charge_usd_per_kg;
    if (charge.empty()) {
        return;
    }
    Column usd_per_kg(plan_.draws, 0.0);
    apply(charge, usd_per_kg);
    const Column kg = kg_of(haul);
    for (std::size_t k = 0; k < usd.size(); ++k) {
        usd[k] += usd_per_kg[k] * kg[k];
    }
}

Simulation::Column Simulation::kg_of(const Haul& haul) {
    const Link& link = (*network_)[haul.link];
    const EmissionFactor& factor = (*network_)[link.emission_factor];
    Column column = drawn(std::get<Estimate<KgCo2ePerTonneKm>>(factor.intensity),
                          "factor:" + factor.id, std::nullopt);
    apply(effects_on(overlay_, haul.link, haul.service).kg_per_tonne_km, column);
    const double tonne_km = tonnes_of(shipment_).count() * activity_distance(link).count();
    for (double& value : column) {
        value *= tonne_km;
    }
    return column;
}

Simulation::Column Simulation::kg_of(const Step& step) {
    if (const auto* riding = std::get_if<Haul>(&step.what)) {
        return kg_of(*riding);
    }
    Column column(plan_.draws, 0.0);
    const double tonnes = tonnes_of(shipment_).count();
    if (const auto* work_step = std::get_if<Work>(&step.what)) {
        const Operation& operation = (*network_)[work_step->operation];
        if (operation.hub) {
            const EmissionFactor& factor = (*network_)[*operation.hub];
            column = drawn(std::get<Estimate<KgCo2ePerTonne>>(factor.intensity),
                           "factor:" + factor.id, std::nullopt);
            for (double& value : column) {
                value *= tonnes;
            }
        }
    }
    return column;
}

Sample Simulation::sample(const Itinerary& itinerary) {
    Sample sum{.hours = Column(plan_.draws, 0.0),
               .usd = Column(plan_.draws, 0.0),
               .kg_co2e = Column(plan_.draws, 0.0)};
    for (const Step& step : itinerary.steps) {
        add(sum.hours, hours_of(step));
        add(sum.usd, usd_of(step));
        add(sum.kg_co2e, kg_of(step));
    }
    return sum;
}

} // namespace landsea::model
