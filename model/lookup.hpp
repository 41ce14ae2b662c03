#pragma once

#include "model/network.hpp"
#include "model/query.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// The place that a user means: by id, UN/LOCODE, alias or name in any language or script, ASCII
/// case aside. An id wins over a UN/LOCODE, that over an alias, that over a name; a city over its
/// terminals.
std::optional<PlaceId> find_place(const Network& network, std::string_view text);

/// The corridor of that id or name.
std::optional<CorridorId> find_corridor(const Network& network, std::string_view text);

/// The service of that id or name.
std::optional<ServiceId> find_service(const Network& network, std::string_view text);

/// What a user means by "passage:malacca", "country:PL", "mode:rail", "means:barge_express",
/// "corridor:yangtze", "service:yumane", "place:Malaszewicze", "border:Brest|Malaszewicze",
/// "leg:CNSHA-SGSIN", or by the bare word. A bare word is
/// tried as a passage, a place, a corridor, a service, a means, a mode, a country code, a border
/// and a leg, in this order: "malacca" is the strait, "place:Malacca" the port.
std::optional<Target> find_target(const Network& network, std::string_view text);

/// Everything that `find_place` would accept, for suggestions.
std::vector<std::string> place_names(const Network& network);

/// Everything that `find_target` would accept as a bare word, for suggestions.
std::vector<std::string> target_names(const Network& network);

} // namespace landsea::model
