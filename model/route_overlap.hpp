#pragma once

#include "model/itinerary.hpp"
#include "model/network.hpp"
#include "model/quantity.hpp"

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace landsea::model {

/// What two links have to have in common to be the same track, road, river or lane: the two places,
/// in either direction, the mode and the passages. The service does not matter, nor do parallel
/// links of one mode: they are taken to run side by side, unless their passages part them (Suez and
/// the Cape).
struct Stretch {
    PlaceId one; ///< the place of lower index
    PlaceId other;
    Mode mode{};
    std::vector<PassageId> passages; ///< sorted

    friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

Stretch stretch_of(const Link& link);

/// How far a route goes on each stretch, in whole metres.
using Stretches = std::map<Stretch, std::uint64_t>;

Stretches stretches_of(const Itinerary& route, const Network& network);

/// The length of a link in whole metres, by its typical value.
std::uint64_t metres_of(const Link& link);

/// How much of a route another one shares: the length of those of its links that lie on a stretch
/// of the other, each counted no longer than the other goes on that stretch. The same either way
/// round for routes that use no stretch twice.
Km shared_length(const Itinerary& route, const Itinerary& other, const Network& network);

/// The shared length of two routes over the length of the shorter one, 0 to 1; 0 when that has no
/// length. Never less than over the length of the longer one.
double shared_part(const Itinerary& route, const Itinerary& other, const Network& network);

} // namespace landsea::model
