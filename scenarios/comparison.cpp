#include "scenarios/comparison.hpp"

#include "model/costing.hpp"
#include "model/overlay.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace landsea::scenarios {

namespace {

using model::Itinerary;
using model::Network;
using model::Query;

Query query_of(const Question& question, const Alternative& alternative) {
    Query query = question.query;
    query.criterion = alternative.criterion.value_or(query.criterion);
    const auto append = [](auto& list, const auto& more) {
        list.insert(list.end(), more.begin(), more.end());
    };
    append(query.constraints.via, alternative.constraints.via);
    append(query.constraints.avoid, alternative.constraints.avoid);
    return query;
}

/// An answer and the draws that its summary comes from.
struct Drawn {
    Answer answer;
    model::Sample sample;
};

std::vector<double> generalised(const model::Sample& sample, const Query& query) {
    std::vector<double> usd(sample.usd);
    for (std::size_t k = 0; k < usd.size(); ++k) {
        const model::Tally tally{.time = model::Hours{sample.hours[k]},
                                 .money = model::Usd{sample.usd[k]},
                                 .carbon = model::KgCo2e{sample.kg_co2e[k]}};
        usd[k] = model::generalised_cost(tally, query.prices, query.shipment.size).count();
    }
    return usd;
}

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> result(a);
    for (std::size_t k = 0; k < result.size(); ++k) {
        result[k] -= b[k];
    }
    return result;
}

/// What lies before the first and after the last haul is no part of the line-haul.
std::vector<double> line_haul(const Itinerary& route, const std::vector<double>& total,
                              model::Simulation& simulation) {
    const auto is_haul = [](const model::Step& step) {
        return std::holds_alternative<model::Haul>(step.what);
    };
    const auto first = std::ranges::find_if(route.steps, is_haul);
    const auto last = std::find_if(route.steps.rbegin(), route.steps.rend(), is_haul).base();
    std::vector<double> hours(total);
    for (auto step = route.steps.begin(); step != route.steps.end(); ++step) {
        if (step < first || step >= last) {
            hours = difference(hours, simulation.hours_of(*step));
        }
    }
    return hours;
}

void share_out(Drawn& drawn, const Itinerary& route, model::Simulation& simulation) {
    const double variance = covariance(drawn.sample.hours, drawn.sample.hours);
    const double total = drawn.answer.mean.time.count();
    for (std::size_t i = 0; i < route.steps.size(); ++i) {
        AnswerStep& step = drawn.answer.steps[i];
        step.share_of_time = total > 0.0 ? step.mean.time.count() / total : 0.0;
        step.share_of_spread =
            variance > 0.0
                ? covariance(simulation.hours_of(route.steps[i]), drawn.sample.hours) / variance
                : 0.0;
    }
}

void tally_steps(Answer& answer, const Itinerary& route, const Network& network,
                 const Query& query) {
    const model::Costing costing{network, query};
    for (const model::Step& step : route.steps) {
        answer.steps.push_back({.step = step,
                                .low = costing.low(step),
                                .typical = costing.typical(step),
                                .high = costing.high(step),
                                .mean = costing.mean(step),
                                .grade = grade_of(step, network, query)});
        answer.typical += answer.steps.back().typical;
        answer.mean += answer.steps.back().mean;
    }
    const double hours = answer.typical.time.count();
    for (const AnswerStep& step : answer.steps) {
        if (hours > 0.0) {
            answer.days_by_grade[static_cast<std::size_t>(step.grade)] +=
                step.typical.time.count() / hours;
        }
    }
}

Drawn answer(const std::optional<Itinerary>& route, const Network& network,
             const Question& question, const Alternative& alternative,
             model::Simulation& simulation) {
    const Query query = query_of(question, alternative);
    Drawn drawn{.answer = {.alternative = alternative}, .sample = {}};
    if (!route) {
        return drawn;
    }
    tally_steps(drawn.answer, *route, network, query);
    drawn.sample = simulation.sample(*route);
    drawn.answer.hours = spread_of(drawn.sample.hours);
    drawn.answer.line_haul_hours = spread_of(line_haul(*route, drawn.sample.hours, simulation));
    drawn.answer.usd = spread_of(drawn.sample.usd);
    drawn.answer.kg_co2e = spread_of(drawn.sample.kg_co2e);
    drawn.answer.generalised_usd = spread_of(generalised(drawn.sample, query));
    share_out(drawn, *route, simulation);
    return drawn;
}

Saving saving(const model::Sample& first, const model::Sample& other, std::size_t against,
              const std::vector<model::Hours>& bounds) {
    Saving result{.against = against};
    result.draws_hours = difference(other.hours, first.hours);
    const auto usd = difference(other.usd, first.usd);
    result.hours = spread_of(result.draws_hours);
    result.usd = spread_of(usd);
    result.kg_co2e = spread_of(difference(other.kg_co2e, first.kg_co2e));
    result.faster = probability_above(result.draws_hours, 0.0);
    result.cheaper = probability_above(usd, 0.0);
    for (const model::Hours bound : bounds) {
        result.above.push_back(probability_above(result.draws_hours, bound.count()));
    }
    result.standard_error_hours =
        result.hours.standard_deviation / std::sqrt(static_cast<double>(first.hours.size()));
    return result;
}

/// Whether a step belongs to the stage before it: the same ride, its calls included, or more that
/// is done at the same place.
bool goes_on(const Stage& stage, std::optional<model::ServiceId> riding, const model::Step& step,
             const Answer& answer, const Network& network) {
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return stage.kind == Stage::Kind::haul && riding == haul->service;
    }
    if (stage.kind == Stage::Kind::haul) {
        const auto* work = std::get_if<model::Work>(&step.what);
        return work != nullptr && network[work->operation].kind == model::OperationKind::call;
    }
    return answer.steps[stage.first].step.place == step.place;
}

} // namespace

Comparison compare(const model::Router& router, const Question& question, model::DrawPlan plan) {
    std::vector<std::optional<Itinerary>> routes;
    for (const Alternative& alternative : question.alternatives) {
        routes.push_back(router.best(query_of(question, alternative)));
    }
    return compare(router.graph().network(), question, routes, plan);
}

Comparison compare(const Network& network, const Question& question,
                   const std::vector<std::optional<Itinerary>>& routes, model::DrawPlan plan) {
    assert(routes.size() == question.alternatives.size());
    model::Simulation simulation{network, question.query.shipment, question.query.month, plan,
                                 question.query.overlay.get()};
    Comparison comparison{.question = question, .plan = plan};
    std::vector<model::Sample> samples;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        Drawn drawn = answer(routes[i], network, question, question.alternatives[i], simulation);
        comparison.answers.push_back(std::move(drawn.answer));
        samples.push_back(std::move(drawn.sample));
    }
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (comparison.answers.front().has_route() && comparison.answers[i].has_route()) {
            comparison.savings.push_back(saving(samples.front(), samples[i], i, question.bounds));
        }
    }
    return comparison;
}

namespace {

/// A number set anew forgets the grade of the one before.
model::Grade after(const model::Effects& effects, model::Grade grade) {
    for (std::size_t i = model::first_that_counts(effects); i < effects.size(); ++i) {
        const bool anew = effects[i].kind == model::Effect::Kind::set;
        grade = anew ? effects[i].grade : std::max(grade, effects[i].grade);
    }
    return grade;
}

} // namespace

model::Grade grade_of(const model::Step& step, const Network& network, const Query& query) {
    const model::Overlay* overlay = query.overlay.get();
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return after(model::effects_on(overlay, haul->link, haul->service).hours,
                     network[haul->link].time.evidence.grade);
    }
    if (const auto* wait = std::get_if<model::Wait>(&step.what)) {
        const auto& departures = network[wait->service].departures_per_week;
        const model::Grade grade =
            departures ? departures->evidence.grade : model::Grade::published;
        if (overlay == nullptr || !overlay->departures_per_week.contains(wait->service)) {
            return grade;
        }
        return after(overlay->departures_per_week.at(wait->service), grade);
    }
    const model::OperationId id = std::get<model::Work>(step.what).operation;
    const auto& operation = network[id];
    const std::size_t state = model::typical_state(operation, network, query.month, overlay);
    return after(model::effects_on(overlay, id).hours, operation.costs[state].time.evidence.grade);
}

std::vector<Stage> stages_of(const Answer& answer, const Network& network) {
    std::vector<Stage> stages;
    std::optional<model::ServiceId> riding;
    for (std::size_t i = 0; i < answer.steps.size(); ++i) {
        const model::Step& step = answer.steps[i].step;
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (!stages.empty() && goes_on(stages.back(), riding, step, answer, network)) {
            stages.back().last = i;
        } else {
            stages.push_back({haul != nullptr ? Stage::Kind::haul : Stage::Kind::at_place, i, i});
        }
        if (haul != nullptr) {
            riding = haul->service;
        }
    }
    return stages;
}

} // namespace landsea::scenarios
