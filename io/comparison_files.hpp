#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::io {

/// A comparison with all its steps as JSON; keys end in their unit.
std::string comparison_json(const scenarios::Comparison& comparison, const model::Network& network,
                            const Identity& identity);

/// One row for each alternative, with what the first one saves against it. RFC 4180.
std::string comparison_csv(const scenarios::Comparison& comparison, const model::Network& network,
                           const Identity& identity);

/// One row for each step of each alternative, in travel order. RFC 4180.
std::string steps_csv(const scenarios::Comparison& comparison, const model::Network& network,
                      const Identity& identity);

/// What a file calls a month: "1" to "12", or "all".
std::string month_word(model::Month month);

/// What a file calls a criterion: "time", "money", "carbon", "generalised".
std::string criterion_word(model::Criterion criterion);

} // namespace landsea::io
