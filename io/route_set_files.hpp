#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/route_set.hpp"

#include <string>

namespace landsea::io {

/// A set of routes with all their steps as JSON; keys end in their unit.
std::string route_set_json(const scenarios::RouteSet& set, const model::Network& network,
                           const Identity& identity);

/// One row for each route, or one that says "no_route". RFC 4180.
std::string route_set_csv(const scenarios::RouteSet& set, const model::Network& network,
                          const Identity& identity);

/// What routes were chosen by: "time", or "time+money+carbon" for a Pareto set.
std::string chosen_by(const scenarios::RouteSet& set);

/// How the search ended: "complete", "no_more" (fewer routes than were asked for exist) or
/// "gave_up".
std::string search_word(const scenarios::RouteSet& set);

} // namespace landsea::io
