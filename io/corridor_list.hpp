#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// The services of a corridor, in the order of the network.
std::vector<model::ServiceId> services_of(model::CorridorId corridor,
                                          const model::Network& network);

/// Where a service calls or passes, in travel order.
std::vector<model::PlaceId> stops_of(const model::Service& service, const model::Network& network);

/// The typical length of its whole way.
model::Km length_of(const model::Service& service, const model::Network& network);

/// Of a service and all its links the one that keeps it from running: suspended before planned,
/// later before sooner.
model::Standing standing_of(const model::Service& service, const model::Network& network);

/// Corridors for people, a line each: how many services, how often, how far, and whether open.
std::string corridor_table(const std::vector<model::CorridorId>& corridors,
                           const model::Network& network, const Identity& identity,
                           const Presentation& presentation);

/// One corridor for people: its story, its services, and where each of them stops.
std::string corridor_report(model::CorridorId corridor, const model::Network& network,
                            const Identity& identity, const Presentation& presentation);

/// One row for each corridor and service, in both directions; a corridor without services has one.
/// RFC 4180.
std::string corridor_csv(const std::vector<model::CorridorId>& corridors,
                         const model::Network& network);

std::string corridor_json(const std::vector<model::CorridorId>& corridors,
                          const model::Network& network, const Identity& identity);

} // namespace landsea::io
