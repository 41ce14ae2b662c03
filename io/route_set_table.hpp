#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/route_set.hpp"

#include <string>

namespace landsea::io {

/// A set of routes for people: a line for each with its days, dollars, carbon, transfers, length,
/// what it shares with the first one, and what is ridden; and whether the set is complete.
std::string route_set_table(const scenarios::RouteSet& set, const model::Network& network,
                            const Identity& identity, const Presentation& presentation);

} // namespace landsea::io
