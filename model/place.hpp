#pragma once

#include "model/evidence.hpp"
#include "model/lat_lon.hpp"
#include "model/mode.hpp"
#include "model/names.hpp"
#include "model/range.hpp"
#include "model/sailing.hpp"

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
    std::optional<Estimate<UsdPerTeu>> toll{}; ///< for a slot; absent: none is charged
};

/// A way of going: a mode with its vehicle or train product, such as an express barge.
struct Means {
    std::string id;
    Names names;
    Mode mode{};
    std::optional<Sailing> sailing{}; ///< of means at sea whose voyages can be computed
};

struct Place {
    std::string id; ///< the UN/LOCODE where one exists, else UN/LOCODE of the city + "-" + name
    std::string unlocode;             ///< empty where none exists
    std::vector<std::string> aliases; ///< what else a user may type
    Names names;
    std::string local_name{}; ///< in the script of the country; empty where none is given
    CountryCode country;
    LatLon location;
    std::vector<PlaceKind> kinds;
    std::optional<PlaceId> part_of; ///< the city that this terminal stands for
    Evidence evidence;              ///< of the position
};

} // namespace landsea::model
