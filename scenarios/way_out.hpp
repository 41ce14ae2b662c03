#pragma once

#include "model/itinerary.hpp"
#include "model/virtual_network.hpp"

#include <optional>
#include <vector>

namespace landsea::scenarios {

/// A service by which a box leaves a place on a corridor.
///
/// A route sets out by the corridor of the first ride that has one and goes beyond the city where
/// it begins: a truck to the terminal comes before, and a ship that follows a train to the coast
/// does not count. From a seaport it does.
struct WayOut {
    model::ServiceId service;
    model::CorridorId corridor; ///< what the first one that the service names competes as
};

/// Whether the service belongs to a corridor and goes beyond a city.
bool leads_out(model::ServiceId service, const model::Network& network);

/// The service by which a route sets out; absent when it rides no corridor.
std::optional<model::ServiceId> sets_out_by(const model::Itinerary& route,
                                            const model::Network& network);

/// All ways out that routes from the place can take, whatever they carry and whether or not the
/// services run yet, in the order of the network's services.
std::vector<WayOut> ways_out_of(model::PlaceId origin, const model::VirtualNetwork& graph);

/// What each corridor of the network competes as: the largest one that has all its services and
/// more, such as the China-Europe Railway Express for its western passage; itself where there is
/// none.
model::Table<model::CorridorTag, model::CorridorId>
competing_corridors(const model::Network& network);

} // namespace landsea::scenarios
