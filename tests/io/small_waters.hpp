#pragma once

#include <string_view>

namespace landsea::io {

/// Waters with one of each thing.
inline constexpr std::string_view small_waters = R"({
  "$schema": "../schema/waters.schema.json",
  "schema_version": 1,
  "title": "Two passages",
  "passages": [
    {"id": "strait", "open": "to_feeders", "gate_lat_lon": [[1, 103.5], [0.5, 103.5]],
     "grade": "assumed", "note": "narrow"},
    {"id": "ice", "open": "on_request", "grade": "assumed", "note": "cold"}
  ],
  "channels": [
    {"id": "canal", "why": "dug", "points_lat_lon": [[31.25, 32.5], [30, 32.5]]}
  ],
  "forbidden": [
    {"id": "bank", "why": "shallow", "ring_lat_lon": [[9, 79], [9, 80], [10, 80]]}
  ],
  "marked_lanes": [
    {"id": "north", "passages": ["ice"], "points_lat_lon": [[70, 50], [75, 100], [65, -170]]}
  ],
  "barriers": [
    {"id": "edge", "why": "ice", "points_lat_lon": [[70, -60], [75, 20]]}
  ],
  "southernmost_turn_deg": -61,
  "northernmost_turn_deg": 74.5
})";

} // namespace landsea::io
