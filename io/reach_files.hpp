#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/reach.hpp"

#include <string>

namespace landsea::io {

/// What a place reaches, with the counts by days and by corridor; keys end in their unit.
std::string reach_json(const scenarios::Reach& reach, const model::Network& network,
                       const Identity& identity);

/// One row for each place that is reached, the best first. RFC 4180.
std::string reach_csv(const scenarios::Reach& reach, const model::Network& network,
                      const Identity& identity);

/// A point for each place that is reached, with the columns of the CSV as properties. RFC 7946:
/// longitude first, WGS84.
std::string reach_geojson(const scenarios::Reach& reach, const model::Network& network,
                          const Identity& identity);

} // namespace landsea::io
