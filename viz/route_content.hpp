#pragma once

#include "model/network.hpp"
#include "scenarios/comparison.hpp"
#include "viz/map_content.hpp"

#include <vector>

namespace landsea::viz {

using Languages = std::vector<model::Language>;

/// The routes of a comparison: a track for each alternative with its typical days and dollars, and
/// the places where the box is handled or stands for half a day.
MapContent comparison_content(const scenarios::Comparison& comparison,
                              const model::Network& network, const Languages& languages);

/// One content for each alternative that has a route: that one in its colour on the others in grey.
std::vector<MapContent> comparison_panels(const scenarios::Comparison& comparison,
                                          const model::Network& network,
                                          const Languages& languages);

/// The first two alternatives of a comparison: what both use in grey, the rest of each in its
/// colour, and what the first saves against the second, as the comparison's savings say.
/// Throws std::invalid_argument when there are fewer than two.
MapContent difference_content(const scenarios::Comparison& comparison,
                              const model::Network& network, const Languages& languages);

/// Corridors as the services that belong to them, each stretch once; their ends are marked.
MapContent corridor_content(const std::vector<model::CorridorId>& corridors,
                            const model::Network& network, const Languages& languages);

} // namespace landsea::viz
