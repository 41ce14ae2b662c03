#include "scenarios/what_if.hpp"

#include "model/costing.hpp"
#include "model/sea_services.hpp"
#include "scenarios/reach.hpp"

#include <algorithm>
#include <memory>

namespace landsea::scenarios {

namespace {

using model::Network;

Question under(const Question& question, const Scenario& scenario, model::Month month,
               const Network& network) {
    Question asked = question;
    asked.query.month = month;
    asked.query.overlay =
        scenario.changes.empty()
            ? nullptr
            : std::make_shared<const model::Overlay>(overlay_of(scenario, network, month));
    return asked;
}

model::Itinerary route_of(const Answer& answer) {
    model::Itinerary route;
    for (const AnswerStep& step : answer.steps) {
        route.steps.push_back(step.step);
    }
    return route;
}

/// What a stage is about, whether or not ships go another way: the same words for the same thing.
std::string subject_of(const Stage& stage, const Answer& answer, const Network& network) {
    const model::Step& first = answer.steps[stage.first].step;
    if (stage.kind == Stage::Kind::at_place) {
        return "at " + network[first.place].id;
    }
    const auto& haul = std::get<model::Haul>(first.what);
    std::string text =
        std::string{model::drawn_as(network[haul.service].id)} + " from " + network[first.place].id;
    for (std::size_t i = stage.last + 1; i > stage.first; --i) {
        if (const auto* last = std::get_if<model::Haul>(&answer.steps[i - 1].step.what)) {
            return text + " to " + network[network[last->link].to].id;
        }
    }
    return text;
}

bool is_near(double a, double b) {
    constexpr double tolerance = 1e-9;
    return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

bool is_same(const model::Tally& a, const model::Tally& b) {
    return is_near(a.time.count(), b.time.count()) && is_near(a.money.count(), b.money.count()) &&
           is_near(a.carbon.count(), b.carbon.count()) &&
           is_near(a.length.count(), b.length.count());
}

/// Finds what differs between two answers.
class Difference {
  public:
    Difference(const Answer& before, const Answer& after, const Scenario& scenario,
               model::Month month, const Network& network)
        : before_{before}, after_{after}, scenario_{scenario}, month_{month}, network_{network},
          old_stages_{stages_of(before, network)}, new_stages_{stages_of(after, network)} {}

    std::vector<StageShift> find() {
        std::vector<bool> kept(new_stages_.size(), false);
        for (const Stage& stage : old_stages_) {
            const std::string subject = subject_of(stage, before_, network_);
            std::optional<std::size_t> twin;
            for (std::size_t i = 0; i < new_stages_.size() && !twin; ++i) {
                if (!kept[i] && subject_of(new_stages_[i], after_, network_) == subject) {
                    twin = i;
                }
            }
            if (twin) {
                kept[*twin] = true;
                add_changed(stage, new_stages_[*twin]);
            } else {
                shifts_.push_back({.kind = StageShift::Kind::gone,
                                   .before = stage,
                                   .after = {},
                                   .from = typical_of(stage, before_),
                                   .to = {},
                                   .causes = causes_of(stage, before_)});
            }
        }
        for (std::size_t i = 0; i < new_stages_.size(); ++i) {
            if (!kept[i]) {
                shifts_.push_back({.kind = StageShift::Kind::added,
                                   .before = {},
                                   .after = new_stages_[i],
                                   .from = {},
                                   .to = typical_of(new_stages_[i], after_),
                                   .causes = {}});
            }
        }
        return std::move(shifts_);
    }

  private:
    void add_changed(const Stage& before, const Stage& after) {
        const model::Tally from = typical_of(before, before_);
        const model::Tally to = typical_of(after, after_);
        if (is_same(from, to)) {
            return;
        }
        auto causes = causes_of(before, before_);
        for (const std::size_t cause : causes_of(after, after_)) {
            if (std::ranges::find(causes, cause) == causes.end()) {
                causes.push_back(cause);
            }
        }
        std::ranges::sort(causes);
        shifts_.push_back({.kind = StageShift::Kind::changed,
                           .before = before,
                           .after = after,
                           .from = from,
                           .to = to,
                           .causes = std::move(causes)});
    }

    [[nodiscard]] std::vector<std::size_t> causes_of(const Stage& stage,
                                                     const Answer& answer) const {
        std::vector<std::size_t> causes;
        for (std::size_t c = 0; c < scenario_.changes.size(); ++c) {
            const Change& change = scenario_.changes[c];
            bool touched = false;
            for (std::size_t i = stage.first; i <= stage.last && !touched; ++i) {
                touched = touches(change, answer.steps[i].step, network_);
            }
            if (touched && acts_in(change, month_)) {
                causes.push_back(c);
            }
        }
        return causes;
    }

    const Answer& before_;
    const Answer& after_;
    const Scenario& scenario_;
    model::Month month_;
    const Network& network_;
    std::vector<Stage> old_stages_;
    std::vector<Stage> new_stages_;
    std::vector<StageShift> shifts_;
};

std::vector<double> minus(std::vector<double> a, const std::vector<double>& b) {
    for (std::size_t k = 0; k < a.size(); ++k) {
        a[k] -= b[k];
    }
    return a;
}

model::Sample sample_of(const Answer& answer, const Comparison& comparison,
                        const Network& network) {
    const model::Query& query = comparison.question.query;
    model::Simulation simulation{network, query.shipment, query.month, comparison.plan,
                                 query.overlay.get()};
    return simulation.sample(route_of(answer));
}

Shift shift_of(const WhatIf& all, std::size_t of_case, std::size_t alternative,
               const Network& network) {
    const Case& here = all.cases[of_case];
    const Case& there = all.cases[here.reference];
    const Answer& after = here.comparison.answers[alternative];
    const Answer& before = there.comparison.answers[alternative];
    Shift shift{.of_case = of_case, .alternative = alternative};
    if (!before.has_route() || !after.has_route()) {
        return shift;
    }
    const model::Sample now = sample_of(after, here.comparison, network);
    const model::Sample then = sample_of(before, there.comparison, network);
    shift.hours = spread_of(minus(now.hours, then.hours));
    shift.usd = spread_of(minus(now.usd, then.usd));
    shift.kg_co2e = spread_of(minus(now.kg_co2e, then.kg_co2e));
    shift.same_route = route_of(after).steps == route_of(before).steps;
    shift.stages =
        shifts_between(before, after, here.scenario, here.comparison.question.query.month, network);
    return shift;
}

} // namespace

WhatIf what_if(const model::Router& router, const Question& question,
               const std::vector<Scenario>& scenarios, const std::vector<model::Month>& months,
               model::DrawPlan plan) {
    const Network& network = router.graph().network();
    WhatIf all;
    const auto add = [&](const Scenario& scenario, model::Month month, std::size_t reference) {
        all.cases.push_back(
            {.scenario = scenario,
             .comparison = compare(router, under(question, scenario, month, network), plan),
             .reference = reference});
    };
    for (const model::Month month : months) {
        const std::size_t base = scenarios.empty() ? 0 : all.cases.size();
        add(Scenario{.id = "base", .names = {"as it is", "现状", "как есть"}}, month, base);
        for (const Scenario& scenario : scenarios) {
            add(scenario, month, base);
        }
    }
    for (std::size_t c = 0; c < all.cases.size(); ++c) {
        for (std::size_t a = 0; c != all.cases[c].reference && a < question.alternatives.size();
             ++a) {
            all.shifts.push_back(shift_of(all, c, a, network));
        }
    }
    return all;
}

std::vector<StageShift> shifts_between(const Answer& before, const Answer& after,
                                       const Scenario& scenario, model::Month month,
                                       const Network& network) {
    return Difference{before, after, scenario, month, network}.find();
}

std::optional<std::size_t> best_of(const Comparison& comparison) {
    std::optional<std::size_t> best;
    const model::Query& query = comparison.question.query;
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        const Answer& answer = comparison.answers[i];
        const bool better =
            answer.has_route() &&
            (!best || measure(answer.mean, query) < measure(comparison.answers[*best].mean, query));
        best = better ? i : best;
    }
    return best;
}

model::Tally typical_of(const Stage& stage, const Answer& answer) {
    model::Tally sum;
    for (std::size_t i = stage.first; i <= stage.last; ++i) {
        sum += answer.steps[i].typical;
    }
    return sum;
}

} // namespace landsea::scenarios
