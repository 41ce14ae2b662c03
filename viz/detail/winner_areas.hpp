#pragma once

#include "scenarios/winner_map.hpp"
#include "viz/box.hpp"

#include <vector>

namespace landsea::viz::detail {

/// The areas of a winner map within a box, and the lines between them.
struct WinnerAreas {
    std::vector<std::vector<std::vector<Point>>> rings; ///< of each alternative
    std::vector<std::vector<Point>> borders;            ///< segments, each of two points
};

/// Interpolates what the alternatives take on two triangles for each cell of the grid. Every place
/// of the box is in one area.
WinnerAreas winner_areas(const scenarios::WinnerMap& map, const Box& frame);

} // namespace landsea::viz::detail
