#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// Scenarios as a table for people: id, name, how many changes.
std::string scenario_table(const std::vector<scenarios::Scenario>& all,
                           const Presentation& presentation);

/// One scenario in full: what it says, each change with its months and its evidence, its sources.
std::string scenario_report(const scenarios::Scenario& scenario, const Presentation& presentation);

/// The changes that touch steps of an answer in a month, each with the steps by number and with its
/// evidence; empty when none does.
std::string changes_on(const scenarios::Answer& answer, const scenarios::Scenario& scenario,
                       model::Month month, const model::Network& network,
                       const Presentation& presentation);

/// One row for each change. RFC 4180.
std::string scenario_csv(const std::vector<scenarios::Scenario>& all);

/// All changes with their evidence.
std::string scenario_json(const std::vector<scenarios::Scenario>& all, const Identity& identity);

} // namespace landsea::io
