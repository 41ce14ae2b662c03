#pragma once

#include "io/json_text.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::io::detail {

/// Adds "query" to an open object.
void write_query(JsonText& json, const model::Query& query, const model::Network& network);

/// Adds length, hours, dollars and kilograms under a key.
void write_tally(JsonText& json, const std::string& key, const model::Tally& tally);

/// Adds to an open object what an alternative is and takes, with all its steps.
void write_answer(JsonText& json, const scenarios::Answer& answer, const model::Network& network);

} // namespace landsea::io::detail
