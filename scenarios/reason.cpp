#include "scenarios/reason.hpp"

#include "model/costing.hpp"
#include "model/overlay.hpp"
#include "scenarios/reach.hpp"
#include "scenarios/way_out.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::scenarios {

namespace {

using model::Network;
using model::Query;
using model::Tally;

using Where = std::variant<model::PlaceId, model::Mode>;

Tally less(const Tally& a, const Tally& b) {
    return {.length = a.length - b.length,
            .time = a.time - b.time,
            .money = a.money - b.money,
            .carbon = a.carbon - b.carbon};
}

Where where_of(const model::Step& step, const Network& network) {
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return network[haul->link].mode;
    }
    return network[step.place].part_of.value_or(step.place);
}

/// The contrast at a place or of a mode, which is added where it is new.
Contrast& at(const Where& where, std::vector<Contrast>& contrasts) {
    const auto known = std::ranges::find(contrasts, where, &Contrast::where);
    return known != contrasts.end() ? *known : contrasts.emplace_back(Contrast{.where = where});
}

model::Itinerary route_of(const Answer& answer) {
    model::Itinerary route;
    for (const AnswerStep& step : answer.steps) {
        route.steps.push_back(step.step);
    }
    return route;
}

bool is_at_a_place(const Contrast& contrast) {
    return std::holds_alternative<model::PlaceId>(contrast.where);
}

/// Works a reason out, part by part.
class Reasoning {
  public:
    Reasoning(const model::Router& router, const Question& question, model::DrawPlan plan)
        : network_{router.graph().network()}, query_{question.query} {
        reason_.comparison = compare(router, question, plan);
        const auto& answers = reason_.comparison.answers;
        const bool second =
            !answers[0].has_route() ||
            (answers[1].has_route() && weight(answers[1].mean) < weight(answers[0].mean));
        reason_.winner = second ? 1 : 0;
        reason_.loser = second ? 0 : 1;
    }

    Reason find() {
        if (!reason_.better().has_route() || !reason_.worse().has_route()) {
            return std::move(reason_);
        }
        reason_.lead = weight(reason_.worse().mean) - weight(reason_.better().mean);
        count_wins();
        contrast();
        find_stages();
        find_departures();
        find_prices();
        return std::move(reason_);
    }

  private:
    [[nodiscard]] double weight(const Tally& tally) const { return measure(tally, query_); }

    void count_wins() {
        model::Simulation simulation{network_, query_.shipment, query_.month,
                                     reason_.comparison.plan, query_.overlay.get()};
        const model::Sample better = simulation.sample(route_of(reason_.better()));
        const model::Sample worse = simulation.sample(route_of(reason_.worse()));
        std::vector<double> leads(better.hours.size());
        for (std::size_t k = 0; k < leads.size(); ++k) {
            leads[k] = drawn(worse, k) - drawn(better, k);
        }
        reason_.wins = probability_above(leads, 0.0);
    }

    [[nodiscard]] double drawn(const model::Sample& sample, std::size_t k) const {
        return weight({.length = {},
                       .time = model::Hours{sample.hours[k]},
                       .money = model::Usd{sample.usd[k]},
                       .carbon = model::KgCo2e{sample.kg_co2e[k]}});
    }

    void contrast() {
        std::vector<AnswerStep> alone = reason_.worse().steps;
        for (const AnswerStep& step : reason_.better().steps) {
            const auto shared = std::ranges::find(alone, step.step, &AnswerStep::step);
            if (shared != alone.end()) {
                alone.erase(shared);
                continue;
            }
            Contrast& found = at(where_of(step.step, network_), reason_.contrasts);
            found.winner_steps.push_back(step.step);
            found.winner += step.mean;
        }
        for (const AnswerStep& step : alone) {
            Contrast& found = at(where_of(step.step, network_), reason_.contrasts);
            found.loser_steps.push_back(step.step);
            found.loser += step.mean;
        }
        for (Contrast& found : reason_.contrasts) {
            found.excess = weight(less(found.loser, found.winner));
        }
        std::ranges::stable_sort(reason_.contrasts, std::ranges::greater{},
                                 [](const Contrast& one) { return std::abs(one.excess); });
    }

    /// The largest contrast of a side that takes at least so much, at a place before on the way.
    [[nodiscard]] std::optional<StageBreakEven> largest(Side side, double at_least) const {
        std::optional<StageBreakEven> found;
        bool at_place = false;
        for (std::size_t i = 0; i < reason_.contrasts.size(); ++i) {
            const Contrast& one = reason_.contrasts[i];
            const double amount = weight(side == Side::winner ? one.winner : one.loser);
            const bool is_better =
                !found || std::pair{is_at_a_place(one), amount} > std::pair{at_place, found->now};
            if (amount > 0.0 && amount >= at_least && is_better) {
                found = {.side = side, .contrast = i, .now = amount, .then = amount};
                at_place = is_at_a_place(one);
            }
        }
        return found;
    }

    void find_stages() {
        if ((reason_.falls = largest(Side::loser, reason_.lead))) {
            reason_.falls->then -= reason_.lead;
        }
        if ((reason_.rises = largest(Side::winner, 0.0))) {
            reason_.rises->then += reason_.lead;
        }
    }

    /// How many hours the lead is worth; nothing where time does not count.
    [[nodiscard]] std::optional<double> lead_hours() const {
        if (query_.criterion == model::Criterion::time) {
            return reason_.lead;
        }
        const double hour = query_.prices.time.count() * query_.shipment.size.count();
        return query_.criterion == model::Criterion::generalised && hour > 0.0
                   ? std::optional{reason_.lead / hour}
                   : std::nullopt;
    }

    [[nodiscard]] std::optional<DeparturesBreakEven> longest_wait(Side side, double more) const {
        const Answer& answer = side == Side::winner ? reason_.better() : reason_.worse();
        const Answer& other = side == Side::winner ? reason_.worse() : reason_.better();
        std::optional<DeparturesBreakEven> found;
        double longest = 0.0;
        for (const AnswerStep& step : answer.steps) {
            const auto* wait = std::get_if<model::Wait>(&step.step.what);
            const double hours = step.mean.time.count();
            const bool alone =
                std::ranges::find(other.steps, step.step, &AnswerStep::step) == other.steps.end();
            if (wait != nullptr && alone && hours > longest && hours + more > 0.0 &&
                std::isfinite(hours)) {
                constexpr double half_a_week = 84.0; // of hours: see model::mean_wait
                longest = hours;
                found = {.side = side,
                         .service = wait->service,
                         .now_per_week = half_a_week / hours,
                         .then_per_week = half_a_week / (hours + more)};
            }
        }
        return found;
    }

    void find_departures() {
        if (const auto hours = lead_hours()) {
            reason_.more = longest_wait(Side::loser, -*hours);
            reason_.fewer = longest_wait(Side::winner, *hours);
        }
    }

    /// The price at which `fixed + price * slope`, what the loser costs more, is nothing.
    template <class Price>
    static std::optional<PriceBreakEven<Price>> break_even(double fixed, double slope) {
        const double price = -fixed / slope;
        if (slope == 0.0 || !(price > 0.0) || !std::isfinite(price)) {
            return std::nullopt;
        }
        return PriceBreakEven<Price>{Price{price}, slope > 0.0 ? Side::winner : Side::loser};
    }

    void find_prices() {
        const Tally more = less(reason_.worse().mean, reason_.better().mean);
        const double teu_hours = more.time.count() * query_.shipment.size.count();
        const double usd = more.money.count();
        const double kg = more.carbon.count();
        reason_.value_of_time =
            break_even<model::UsdPerTeuHour>(usd + query_.prices.carbon.count() * kg, teu_hours);
        reason_.carbon_price =
            break_even<model::UsdPerKgCo2e>(usd + query_.prices.time.count() * teu_hours, kg);
    }

    const Network& network_;
    const Query& query_;
    Reason reason_;
};

} // namespace

Reason reason(const model::Router& router, const Question& question, model::DrawPlan plan) {
    return Reasoning{router, question, plan}.find();
}

std::optional<SettingOut> setting_out_of(const model::Itinerary& route, model::PlaceId origin,
                                         const model::VirtualNetwork& graph) {
    const Network& network = graph.network();
    if (const auto service = sets_out_by(route, network)) {
        const auto corridor = competing_corridors(network)[network[*service].corridors.front()];
        SettingOut found{.names = network[corridor].names, .services = {*service}};
        for (const WayOut& way : ways_out_of(origin, graph)) {
            if (way.corridor == corridor && way.service != *service) {
                found.services.emplace_back(way.service);
            }
        }
        return found;
    }
    for (const model::Step& step : route.steps) {
        if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
            return SettingOut{network[haul->service].names, {haul->service}};
        }
    }
    return std::nullopt;
}

} // namespace landsea::scenarios
