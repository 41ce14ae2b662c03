#pragma once

#include "viz/box.hpp"

#include <vector>

namespace landsea::viz::detail {

/// The pieces of a line that lie within a box.
std::vector<std::vector<Point>> clipped_line(const std::vector<Point>& line, const Box& box);

/// The part of a ring within a box. Where the ring leaves the box more than once, the parts hang
/// together along the box's border, which changes no filled pixel inside it.
std::vector<Point> clipped_ring(const std::vector<Point>& ring, const Box& box);

/// The points of a line without those nearer than `least` pixels to the one kept before; the
/// first and the last stay.
std::vector<Point> thinned(const std::vector<Point>& line, double least);

} // namespace landsea::viz::detail
