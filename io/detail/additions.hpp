#pragma once

#include "io/detail/json_at.hpp"
#include "model/network.hpp"

#include <vector>

namespace landsea::io::detail {

/// Keeps what some files add to a network from changing it: their services become planned. A
/// problem for each of their operations that would be charged to services of other files at places
/// of other files.
void set_apart(const std::vector<JsonAt>& additions, model::NetworkParts& parts);

} // namespace landsea::io::detail
