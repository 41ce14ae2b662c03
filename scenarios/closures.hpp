#pragma once

#include "scenarios/claim.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/scenario.hpp"

#include <vector>

namespace landsea::scenarios {

/// The sets of passages that the alternatives of a question avoid, each once: what sea services
/// must have other ways for.
std::vector<model::ClosureSet> closures_in(const Question& question);

/// The same for claims, under the constraints that the base query puts on all of them.
std::vector<model::ClosureSet> closures_in(const std::vector<Claim>& claims,
                                           const model::Query& base);

/// The same under each of some scenarios and without any.
std::vector<model::ClosureSet> closures_in(const Question& question,
                                           const std::vector<Scenario>& scenarios);

/// The sets of passages that a scenario closes in one month or another.
std::vector<model::ClosureSet> closures_in(const Scenario& scenario);

} // namespace landsea::scenarios
