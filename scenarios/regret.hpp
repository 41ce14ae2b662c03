#pragma once

#include "model/names.hpp"
#include "model/overlay.hpp"
#include "model/router.hpp"
#include "model/tally.hpp"
#include "scenarios/comparison.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// What each alternative takes in each scenario: `values[alternative][scenario]`, the less the
/// better, absent where there is no route.
using ValueMatrix = std::vector<std::vector<std::optional<double>>>;

/// How much each alternative may be regretted. Infinite numbers stand for "no route".
struct RegretMatrix {
    /// `[alternative][scenario]`: the value less the best one in the scenario; infinite where
    /// others have a route and this one has none; absent where none has one.
    std::vector<std::vector<std::optional<double>>> regret;
    std::vector<double> greatest; ///< of each alternative, over the scenarios; 0 where none counts
    /// The alternatives whose greatest regret is least: several in a tie, none when each of them
    /// may be left without a route.
    std::vector<std::size_t> min_max;
    std::vector<double> expected; ///< value of each alternative by the weights; empty without them
    std::vector<std::size_t> least_expected; ///< the alternatives of least expected value, as above
};

/// The regrets of a matrix, and the expected values when there are weights, one for each scenario.
/// A scenario in which no alternative has a route tells nothing and is left out of both; the
/// weights of the others are scaled to 1. Values that differ by less than 1e-9 of the larger one
/// tie. Source: regret is the opportunity loss of decision theory, the value forgone by not having
/// chosen what turned out best.
RegretMatrix regret_of(const ValueMatrix& values, const std::vector<double>& weights);

/// A state of the world that an alternative may meet.
struct WorldState {
    std::string id;
    model::Names names;
    std::shared_ptr<const model::Overlay> overlay; ///< null: the network as it is
};

struct RegretQuestion {
    Question question; ///< alternatives, and all that they share but the overlay
    std::vector<WorldState> states;
    std::vector<double> weights; ///< one for each state, or none
};

/// The regret of alternatives that meet scenarios.
struct Regret {
    RegretQuestion question;
    std::vector<std::vector<std::optional<model::Tally>>> means; ///< `[alternative][state]`, 1 TEU
    ValueMatrix values;                                          ///< the same by the criterion
    RegretMatrix matrix;
};

/// Finds the best route of every alternative in every state, and compares expected values by the
/// criterion of the question, per TEU: hours, USD or kg. An alternative keeps its constraints in
/// all states and chooses its route anew in each.
Regret regret(const model::Router& router, const RegretQuestion& question);

} // namespace landsea::scenarios
