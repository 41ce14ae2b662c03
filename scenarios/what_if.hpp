#pragma once

#include "scenarios/comparison.hpp"
#include "scenarios/scenario.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// A question under one scenario in one month.
struct Case {
    Scenario scenario; ///< without changes: the network as it is
    Comparison comparison;
    std::size_t reference{}; ///< index of the case that it is set beside; its own for such a one
};

/// What became of a stage of a route.
struct StageShift {
    enum class Kind { changed, gone, added };
    Kind kind{};
    std::optional<Stage> before;     ///< of the reference's answer; absent when added
    std::optional<Stage> after;      ///< of the case's answer; absent when gone
    model::Tally from;               ///< typical; zero when added
    model::Tally to;                 ///< typical; zero when gone
    std::vector<std::size_t> causes; ///< changes of the scenario that touch it, by position
};

/// What a case does to one alternative.
struct Shift {
    std::size_t of_case{};
    std::size_t alternative{};
    /// Absent when one of the two has no route. Case minus reference, draw by draw.
    std::optional<Spread> hours;
    std::optional<Spread> usd;
    std::optional<Spread> kg_co2e;
    bool same_route{}; ///< the same steps; ships may go another way
    std::vector<StageShift>
        stages; ///< that differ: in travel order, what is gone before what is new
};

/// A question under several scenarios and months.
struct WhatIf {
    std::vector<Case> cases;
    std::vector<Shift> shifts; ///< of each case but the references, alternative by alternative
};

/// Puts the question under every scenario in every month, with the same draws in all cases. Each
/// month begins with the network as it is, which the scenarios are set beside; without any scenario
/// the later months are set beside the first. The question's month and overlay are not read. Throws
/// NeedsAMonth.
WhatIf what_if(const model::Router& router, const Question& question,
               const std::vector<Scenario>& scenarios, const std::vector<model::Month>& months,
               model::DrawPlan plan);

/// The stages of two answers that differ, and the changes that touch them.
std::vector<StageShift> shifts_between(const Answer& before, const Answer& after,
                                       const Scenario& scenario, model::Month month,
                                       const model::Network& network);

/// The answer that is best in a case by the question's criterion, by expected value; absent when no
/// alternative has a route. A tie goes to the first.
std::optional<std::size_t> best_of(const Comparison& comparison);

/// The typical values of a stage.
model::Tally typical_of(const Stage& stage, const Answer& answer);

} // namespace landsea::scenarios
