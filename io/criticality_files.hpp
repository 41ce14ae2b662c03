#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/criticality.hpp"

#include <cstddef>
#include <string>

namespace landsea::io {

/// The pairs with what they take, and so many of the most critical components; keys end in their
/// unit.
std::string criticality_json(const scenarios::CriticalityRanking& ranking, std::size_t most,
                             const model::Network& network, const Identity& identity);

/// One row for each of so many of the most critical components. RFC 4180.
std::string criticality_csv(const scenarios::CriticalityRanking& ranking, std::size_t most,
                            const model::Network& network, const Identity& identity);

/// Of so many of the most critical components those that have a place on the map, with the columns
/// of the CSV as properties: lines for legs and borders, points for places and passages. RFC 7946:
/// longitude first, WGS84, lines cut at the 180th meridian.
std::string criticality_geojson(const scenarios::CriticalityRanking& ranking, std::size_t most,
                                const model::Network& network, const Identity& identity);

/// So many of the most critical components for people.
std::string criticality_table(const scenarios::CriticalityRanking& ranking, std::size_t most,
                              const model::Network& network, const Identity& identity,
                              const Presentation& presentation);

} // namespace landsea::io
