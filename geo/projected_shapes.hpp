#pragma once

#include "geo/basemap.hpp"
#include "geo/geodesic.hpp"
#include "geo/projection.hpp"

#include <vector>

namespace landsea::geo {

/// Points on the map in order, in metres.
using MapLine = std::vector<MapPoint>;

/// What joins two neighbours of a path.
enum class Edge {
    geodesic,            ///< the shortest line: for routes
    straight_in_degrees, ///< as the base map draws it: for coasts, boundaries, the graticule
};

/// The pieces of `path` that the projection shows, in order. The path is cut where it leaves the
/// visible region, where it crosses the meridian at which the map is cut and wherever else the map
/// is torn; it has enough points to look round: no step is longer than 150 km on the map.
/// Accuracy: cuts at seams lie within 1 cm on the ground of where the line crosses, those at a
/// horizon within 1 m; between its points a line is straight and at most 3 km on the map (0.5 mm
/// at 1:6 million) off its true course.
/// Empty when nothing of it shows.
std::vector<MapLine> project_line(const Projection& projection, const Path& path,
                                  Edge edge = Edge::geodesic);

/// The part of a surface that the projection shows, as rings to be filled by the even-odd rule.
/// Throws std::invalid_argument when a ring has fewer than three points.
/// Its cut edges are part of the rings: draw the coast with `project_outline`.
std::vector<MapLine> project_area(const Projection& projection, const Polygon& polygon);

/// The rings of a surface as lines, without the seams along the 180th meridian and at the south
/// pole where the base map is cut, and without the edges that `project_area` adds.
std::vector<MapLine> project_outline(const Projection& projection, const Polygon& polygon);

/// The border of everything that the projection shows: one ring, to fill with sea.
MapLine project_horizon(const Projection& projection);

} // namespace landsea::geo
