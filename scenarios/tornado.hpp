#pragma once

#include "model/names.hpp"
#include "model/router.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/parameter.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// One end of what an input is moved between.
struct TornadoEnd {
    double value{};     ///< of the input, in its unit; of a season, the number of the state
    model::Names state; ///< of a season
    double saving{};    ///< with everything else as it is
    bool changes_way{}; ///< an alternative goes by another route than without any change
};

/// How far one input moves the saving.
struct TornadoBar {
    std::string id; ///< "time:operation:CNQZH-dwell": the same for the same network
    model::Names names;
    std::optional<Unit> unit; ///< absent for seasons
    TornadoEnd low;           ///< of a season, the state in which the saving is least
    TornadoEnd high;

    [[nodiscard]] double swing() const;

    /// Whether one alternative is better at one end and the other at the other.
    [[nodiscard]] bool turns_the_answer() const;
};

/// What an input is moved between: the ends of its range, or a share up and down.
struct TornadoRule {
    std::optional<double> share; ///< 0.25: a quarter less and a quarter more than expected
};

/// What moves the saving of the first alternative against another, one input at a time.
struct Tornado {
    Question question; ///< its criterion says in what the saving is counted
    std::size_t against{};
    TornadoRule rule;
    std::optional<double> saving; ///< expected, with nothing moved; absent without two routes
    std::vector<TornadoBar>
        bars; ///< widest swing first, then by id; those that move nothing left out
    std::size_t searches{};
};

/// One-at-a-time sensitivity of the saving: what the other alternative takes more than the first,
/// in expected values under the criterion of the question.
///
/// The inputs are the numbers that the routes of the two alternatives rest on when nothing is
/// moved: times and prices of operations and of the rides on one service, all links of a ride
/// together; pace and level of prices of a service; emission factors, departures per week, the wait
/// for a departure, and the seasons of their operations; with a share, also the prices of time and
/// carbon of a generalised cost, but not the wait, which follows the departures. Each is moved in
/// turn, before anything that a scenario does to it, and both alternatives choose their routes
/// anew.
///
/// Limits: inputs do not move together; a number of a way that neither goes by without a change is
/// not tried; factors of handling and lengths stay; what a scenario sets is not moved.
Tornado tornado(const model::Router& router, const Question& question, std::size_t against,
                TornadoRule rule);

} // namespace landsea::scenarios
