#pragma once

#include "model/evidence.hpp"
#include "model/lat_lon.hpp"
#include "model/mode.hpp"
#include "model/names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::model {

/// ISO 3166-1 alpha-2, upper case: "CN".
using CountryCode = std::string;

enum class PlaceKind {
    city,
    rail_terminal,
    road_terminal,
    dry_port,
    river_port,
    seaport,
    airport,
    border,
    gauge_change,
    lock,
    junction
};

/// A named strait, canal or cape that sea routes pass and that can be closed or required.
struct Passage {
    std::string id;
    Names names;
    LatLon location;
};

/// A way of going: a mode with its vehicle or train product, such as an express barge.
struct Means {
    std::string id;
    Names names;
    Mode mode{};
};

struct Place {
    std::string id; ///< the UN/LOCODE where one exists, else UN/LOCODE of the city + "-" + name
    std::string unlocode;             ///< empty where none exists
    std::vector<std::string> aliases; ///< what else a user may type
    Names names;
    CountryCode country;
    LatLon location;
    std::vector<PlaceKind> kinds;
    std::optional<PlaceId> part_of; ///< the city that this terminal stands for
    Evidence evidence;              ///< of the position
};

} // namespace landsea::model
