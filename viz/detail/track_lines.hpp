#pragma once

#include "viz/box.hpp"

#include <vector>

namespace landsea::viz::detail {

using Pieces = std::vector<std::vector<Point>>;

/// Moves lines that run on one another side by side, so that each is seen. `tracks[i]` are the
/// pieces of one track in pixels; `gap` is the distance between the middles of neighbours. Tracks
/// keep the order of their numbers across the bundle; pieces end where they ended.
void spread(std::vector<Pieces>& tracks, double gap);

/// Triangles that point along a line, about one in `spacing` pixels and at least one where the
/// line is long enough for it; none within a box of `keep_out`.
Pieces arrowheads(const std::vector<Point>& line, double size, double spacing,
                  const std::vector<Box>& keep_out);

} // namespace landsea::viz::detail
