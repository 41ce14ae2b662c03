#pragma once

#include "model/virtual_network.hpp"
#include "scenarios/scenario.hpp"

#include <vector>

namespace landsea::scenarios::detail {

/// A haul as the edge that a scope is asked about.
model::Edge edge_of(const model::Haul& haul, const model::Network& network);

/// Whether an operation lies in the scope.
bool is_in(model::OperationId id, const WorkScope& scope, const model::Network& network);

/// The passages that scopes close as such: ships then look for another way. Sorted, each once.
std::vector<model::PassageId> passages_in(const std::vector<model::Scope>& closed);

} // namespace landsea::scenarios::detail
