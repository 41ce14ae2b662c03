#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// Places for people: id, names in three languages, country, position, kinds, city.
std::string place_table(const std::vector<model::PlaceId>& places, const model::Network& network,
                        const Identity& identity, const Presentation& presentation);

/// One row for each place; lists inside a field are joined by "|". RFC 4180.
std::string place_csv(const std::vector<model::PlaceId>& places, const model::Network& network);

std::string place_json(const std::vector<model::PlaceId>& places, const model::Network& network,
                       const Identity& identity);

/// Points with all columns as properties, for maps of any program. RFC 7946: longitude first,
/// WGS84.
std::string place_geojson(const std::vector<model::PlaceId>& places, const model::Network& network,
                          const Identity& identity);

} // namespace landsea::io
