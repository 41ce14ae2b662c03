#pragma once

#include "geo/shoreline.hpp"
#include "model/sea_lanes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace landsea::geo {

/// A line across a strait, canal or sea: what crosses it uses the passage.
struct Gate {
    std::uint16_t passage{}; ///< the index in the plan's passages
    Path line;
};

/// A lane given by hand, where ice leaves no free choice.
struct MarkedLane {
    Path line;
    std::vector<std::uint16_t> passages;
};

/// What the coast does not say about the sea: data/sea_lanes/waters.json.
struct SeaPlan {
    std::vector<model::SeaPassage> passages;
    std::vector<Gate> gates;
    Fairways fairways;
    std::vector<MarkedLane> marked_lanes;
    std::vector<Path> barriers;   ///< lines that no ship crosses, but on a marked lane
    double southernmost_deg{-90}; ///< ships turn only between these latitudes
    double northernmost_deg{90};
};

/// The passages whose gates a line crosses, in the order in which it meets them, each once.
std::vector<std::uint16_t> passages_along(const Path& line, const std::vector<Gate>& gates);

} // namespace landsea::geo
