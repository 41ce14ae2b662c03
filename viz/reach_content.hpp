#pragma once

#include "model/network.hpp"
#include "scenarios/reach.hpp"
#include "viz/map_content.hpp"

#include <vector>

namespace landsea::viz {

/// The places that can be reached from one: colour says in how many days (dark is soon), shape by
/// which corridor best; the legend counts them. Beyond four corridors the last shape is shared by
/// the rest.
MapContent reach_content(const scenarios::Reach& reach, const model::Network& network,
                         const std::vector<model::Language>& languages);

} // namespace landsea::viz
