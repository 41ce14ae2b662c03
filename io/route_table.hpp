#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::io {

/// Routes for people: a line of totals for each, then the stages of each route that differs from
/// those before it.
std::string route_table(const scenarios::Comparison& comparison, const model::Network& network,
                        const Identity& identity, const Presentation& presentation);

} // namespace landsea::io
