#pragma once

#include "apps/arguments.hpp"
#include "model/router.hpp"
#include "scenarios/route_set.hpp"

#include <optional>
#include <vector>

namespace landsea::apps {

/// Options that ask for several routes at once: `-k`, `--max-shared`, `--pareto`, `--epsilon`.
std::vector<Option> route_set_options();

/// The routes that the arguments ask for, with what they take by common draws; nullopt when they
/// ask for the best ones only. The question says where, when and what. Throws UsageError for a
/// wrong option, for two that exclude each other, and for a Pareto set too large to be drawn.
std::optional<scenarios::RouteSet> route_set_of(const Arguments& arguments,
                                                const model::Router& router,
                                                const scenarios::Question& question);

} // namespace landsea::apps
