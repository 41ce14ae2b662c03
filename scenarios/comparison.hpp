#pragma once

#include "model/query.hpp"
#include "model/router.hpp"
#include "model/simulation.hpp"
#include "model/tally.hpp"
#include "scenarios/percentiles.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// One way of going that is compared with others.
struct Alternative {
    std::string id;
    model::Names names;
    model::Constraints constraints;
    std::optional<model::Criterion> criterion{}; ///< absent: that of the question
};

/// What is compared: the same shipment, month, prices and draws on every side.
struct Question {
    std::string id; ///< empty when put on the command line
    model::Names names;
    model::Names text;  ///< the question in words; empty when put on the command line
    model::Query query; ///< from, to, criterion, month, shipment, prices and constraints of all
    std::vector<Alternative> alternatives; ///< the first is compared with each of the others
    std::vector<model::Hours> bounds;      ///< savings whose probability is asked for
};

/// One step of an answer and its part in it.
struct AnswerStep {
    model::Step step;
    model::Tally low; ///< of a quick day in the likeliest state
    model::Tally typical;
    model::Tally high; ///< of a slow day in the likeliest state
    model::Tally mean;
    model::Grade grade{};     ///< of the number that says how long it takes
    double share_of_time{};   ///< of the mean time of the whole answer
    double share_of_spread{}; ///< of the variance of its time: covariance with the total
};

/// What one alternative takes.
struct Answer {
    Alternative alternative;
    std::vector<AnswerStep> steps; ///< empty when there is no route
    model::Tally typical;          ///< the sum of the steps, exactly
    model::Tally mean;             ///< the sum of the steps, exactly
    Spread hours;
    Spread line_haul_hours; ///< from the first departure to the last arrival, all between included
    Spread usd;
    Spread kg_co2e;
    Spread generalised_usd;
    std::array<double, 3> days_by_grade{}; ///< shares: published, derived, assumed; by typical time

    [[nodiscard]] bool has_route() const { return !steps.empty(); }
};

/// What the first alternative saves against another, draw by draw.
struct Saving {
    std::size_t against{}; ///< index of the other answer
    Spread hours;          ///< the other's time minus the first one's
    Spread usd;
    Spread kg_co2e;
    Probability faster;
    Probability cheaper;
    std::vector<Probability> above; ///< one for each bound of the question
    double standard_error_hours{};  ///< of the mean saving
    std::vector<double> draws_hours;
};

struct Comparison {
    Question question;
    model::DrawPlan plan;
    std::vector<Answer> answers;
    std::vector<Saving> savings; ///< one for each later alternative, if both have a route
};

/// Finds the route of every alternative and draws what they take with common random numbers.
Comparison compare(const model::Router& router, const Question& question, model::DrawPlan plan);

/// The same for routes that have been found already: one for each alternative, in their order;
/// nullopt where there is none.
Comparison compare(const model::Network& network, const Question& question,
                   const std::vector<std::optional<model::Itinerary>>& routes,
                   model::DrawPlan plan);

/// The grade of the number that says how long a step takes under a query; with effects of a
/// scenario on it, the weakest of all grades that count.
model::Grade grade_of(const model::Step& step, const model::Network& network,
                      const model::Query& query);

/// Steps that stand for the same doing: consecutive hauls on one service with its intermediate
/// calls, and what is done and waited for at one place. Each names its first and its last step.
struct Stage {
    enum class Kind { haul, at_place };
    Kind kind{};
    std::size_t first{};
    std::size_t last{};
};

/// The stages of an answer, in order; every step belongs to exactly one. Borders, locks and
/// gauge changes in the middle of a ride make stages of their own.
std::vector<Stage> stages_of(const Answer& answer, const model::Network& network);

} // namespace landsea::scenarios
