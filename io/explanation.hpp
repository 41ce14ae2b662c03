#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::io {

/// Every step of an answer with its hours, dollars and kilograms, the grade and the sources of
/// each number, their totals, and the sources in full.
std::string explanation(const scenarios::Answer& answer, const scenarios::Question& question,
                        const model::Network& network, const Presentation& presentation);

/// The evidence of the number of the network that says how long a step takes under a query.
const model::Evidence& time_evidence(const model::Step& step, const model::Network& network,
                                     const model::Query& query);

} // namespace landsea::io
