#pragma once

#include "model/network.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace landsea::tests {

/// The shipped network with roads for the first and last mile and sea services on the shipped
/// lanes.
const model::Network& catalogue_network();

/// The ids of the shipped scenarios.
const std::vector<std::string>& catalogue_ids();

/// A shipped scenario, or several as "A+B", read on the shipped network. Throws io::InputError.
scenarios::Scenario catalogue_scenario(const std::string& id);

/// The shipped network with what ships do when the scenario closes passages, and an operation for
/// each place where it adds dwell.
model::Network network_under(const scenarios::Scenario& scenario);

} // namespace landsea::tests
