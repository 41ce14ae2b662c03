#pragma once

#include "model/evidence.hpp"
#include "model/month.hpp"
#include "model/names.hpp"

#include <string>
#include <vector>

namespace landsea::model {

/// One condition that a place can be in: a normal day, a congested week, an overhaul.
struct SeasonState {
    std::string id;
    Names names;
    ByMonth<double> probability{}; ///< of being in this state on a trip that departs in the month
};

/// Conditions that change with the month and are shared by every operation that names them: in
/// one draw, all those operations are in the same state. The first state is the normal one.
/// Probabilities of the states add up to 1 in each month (within 1e-6).
struct Season {
    std::string id;
    Names names;
    std::vector<SeasonState> states;
    Evidence evidence;
};

/// The probability of a state in a month; over the whole year, the mean of the twelve months.
double probability(const SeasonState& state, Month month);

/// A reason that makes several blocks long or short together. In a share `correlation` of the
/// draws all blocks of the cause take the same quantile, in the rest each takes its own.
struct Cause {
    std::string id;
    Names names;
    double correlation{}; ///< in [0, 1]; the rank correlation of any two of its blocks
    Evidence evidence;
};

} // namespace landsea::model
