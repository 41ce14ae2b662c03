#pragma once

#include "model/network.hpp"
#include "scenarios/parameter.hpp"

#include <string>
#include <vector>

namespace landsea::apps {

/// The network with an operation for each place where one of the parameters adds dwell; as it is
/// where it has them. Throws UsageError.
model::Network with_open_dwells(model::Network network, const std::vector<std::string>& words);

/// The parameter that a word names, such as "dwell:CNQZH=0..10d" or "scale_money@mode:rail=0.5..2";
/// see docs/verbs/tip.md. Its value of today is left open. The network has all services that may
/// take part, and the operations of added dwell. Throws UsageError with the nearest valid words.
scenarios::Parameter parameter_of(const std::string& word, const model::Network& network);

} // namespace landsea::apps
