#pragma once

#include "model/router.hpp"
#include "model/simulation.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/parameter.hpp"
#include "scenarios/percentiles.hpp"

#include <optional>
#include <vector>

namespace landsea::scenarios {

/// A part of a parameter's range in which the same alternatives win.
struct Stretch {
    double from{};
    double to{};
    std::vector<std::size_t> winners;           ///< several where they tie all along
    std::vector<std::optional<double>> at_from; ///< the worth of each alternative; none: no route
    std::vector<std::optional<double>> at_to;
    std::optional<std::size_t> runner_up; ///< the next best where the lead is largest
    double largest_lead{};                ///< over the next best
    double led_most_at{};                 ///< the value where that is
};

/// The values from which the later winner is at least as good as the earlier in 5, 50 and 95 % of
/// the draws; minus or plus infinity where that is below or above the range.
struct TippingBand {
    double p5{};
    double p50{};
    double p95{};
};

/// A value at which the winner changes.
struct TippingPoint {
    double at{};
    std::size_t before{}; ///< wins on the side of smaller values
    std::size_t after{};
    /// Absent where more of the parameter speaks for one in some draws and for the other in others,
    /// where something is taken away, and where a change of route makes the winner.
    std::optional<TippingBand> band;
};

/// How one alternative stands without any change.
struct Standpoint {
    std::optional<double> worth; ///< none: no route
    Probability wins; ///< is at least as good as every other in paired draws, its route kept
};

/// Who wins at which value of a parameter.
struct Tipping {
    Question question; ///< its criterion says what is compared
    Parameter parameter;
    model::DrawPlan plan;
    std::vector<Stretch> stretches;      ///< from one end of the range to the other
    std::vector<TippingPoint> points;    ///< between them
    std::vector<Standpoint> today;       ///< of each alternative
    std::vector<std::size_t> routes;     ///< how many each alternative changes between
    std::optional<std::size_t> wins_now; ///< without any change; absent when none has a route
    bool touches = true; ///< whether the parameter changes the worth of any alternative
    std::size_t searches{};
};

/// Finds every value in the range at which the best alternative changes. Expected values count.
/// Each alternative chooses its route anew at every value, by its own criterion or that of the
/// question.
///
/// Guarantee: a route's expected worth is a straight line in the `straightened` parameter, so an
/// alternative is the lower envelope of its routes and `visit_envelope` finds all of it; nothing is
/// sampled. What is left is the router's resolution, as it weighs each step to 0.001 h, 0.01 USD or
/// 1 g: a route that is better by less than that for each of its steps may be passed over, and a
/// tipping value is off by at most what makes up for it. Requires that nothing which is added takes
/// a number below zero: see `least_addition`.
Tipping tip(const model::Router& router, const Question& question, const Parameter& parameter,
            model::DrawPlan plan);

} // namespace landsea::scenarios
