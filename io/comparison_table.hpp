#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::io {

/// A comparison for people: what each way takes, what the first saves against the others with its
/// probabilities, which steps hold the days and the spread, and what identifies the result.
std::string comparison_table(const scenarios::Comparison& comparison, const model::Network& network,
                             const Identity& identity, const Presentation& presentation);

/// One line that says what was asked: ends, shipment, month, criterion.
std::string query_line(const scenarios::Question& question, const model::Network& network,
                       const Presentation& presentation);

/// The same for a question without a second end: `ends` is what is said in their place.
std::string query_line(const model::Query& query, const std::string& ends,
                       const Presentation& presentation);

/// The same without what routes are chosen by.
std::string shipment_line(const model::Query& query, const std::string& ends,
                          const Presentation& presentation);

} // namespace landsea::io
