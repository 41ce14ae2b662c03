#include "io/detail/flow_units.hpp"

#include "io/number_text.hpp"

#include <cmath>

namespace landsea::io::detail {

using model::Criterion;

std::string cost_unit(Criterion criterion) {
    switch (criterion) {
    case Criterion::time:
        return "hours";
    case Criterion::carbon:
        return "kg_co2e";
    case Criterion::money:
    case Criterion::generalised:
        break;
    }
    return "usd";
}

std::optional<double> mean_cost(const scenarios::PairFlow& pair) {
    if (pair.routes.empty()) {
        return std::nullopt;
    }
    double cost = 0;
    for (const scenarios::FlowRoute& route : pair.routes) {
        cost += route.yearly / pair.demand.yearly * route.cost;
    }
    return cost;
}

ChangeEffect effect_of(const scenarios::Flow& before, const scenarios::Flow& after,
                       double accuracy) {
    const double noise = 10 * accuracy;
    ChangeEffect effect;
    double change = 0;
    double paid = 0;
    for (std::size_t p = 0; p < before.pairs.size(); ++p) {
        const auto paid_before = mean_cost(before.pairs[p]);
        const auto paid_after = mean_cost(after.pairs[p]);
        if (paid_before && paid_after) {
            effect.pay_less += *paid_after < *paid_before * (1 - noise) ? 1 : 0;
            effect.pay_more += *paid_after > *paid_before * (1 + noise) ? 1 : 0;
            change += (*paid_after - *paid_before) * before.pairs[p].demand.yearly.count();
            paid += *paid_before * before.pairs[p].demand.yearly.count();
        }
    }
    if (std::abs(change) > noise * paid) {
        effect.change = change;
    }
    return effect;
}

std::string FlowUnits::name() const {
    switch (criterion_) {
    case Criterion::time:
        return phrase(show_, {"d", "天", ""});
    case Criterion::carbon:
        return "kg CO2e";
    case Criterion::money:
    case Criterion::generalised:
        break;
    }
    return show_.currency.code;
}

double FlowUnits::shown(double cost) const {
    switch (criterion_) {
    case Criterion::time:
        return cost / model::hours_per_day;
    case Criterion::carbon:
        return cost;
    case Criterion::money:
    case Criterion::generalised:
        break;
    }
    return cost * show_.currency.per_usd;
}

int FlowUnits::decimals() const {
    return criterion_ == Criterion::time ? 2 : 0;
}

std::string FlowUnits::text(double cost) const {
    return fixed_text(shown(cost), decimals(), Grouping::comma);
}

std::string FlowUnits::change_text(double cost) const {
    return signed_text(shown(cost), decimals());
}

std::string signed_text(double value, int decimals) {
    const std::string text = fixed_text(value, decimals, Grouping::comma);
    const bool is_zero = text.find_first_not_of("0.-") == std::string::npos;
    return value > 0 && !is_zero ? "+" + text : text;
}

std::string scientific_text(double value) {
    if (value == 0) {
        return "0";
    }
    const double exponent = std::floor(std::log10(value));
    return fixed_text(value / std::pow(10.0, exponent), 1) + "e" + fixed_text(exponent, 0);
}

} // namespace landsea::io::detail
