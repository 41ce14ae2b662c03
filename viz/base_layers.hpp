#pragma once

#include "geo/basemap.hpp"
#include "geo/projected_shapes.hpp"
#include "geo/projection.hpp"
#include "viz/camera.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"

#include <map>

namespace landsea::viz {

/// What to do with a class of boundary lines. No line is invented.
enum class LineChoice { show, dash, hide };

/// What of the base map is drawn, and how.
struct BaseMapStyle {
    Palette palette{};
    std::map<geo::BoundaryClass, LineChoice> boundaries{
        {geo::BoundaryClass::international, LineChoice::show},
        {geo::BoundaryClass::disputed, LineChoice::dash},
        {geo::BoundaryClass::line_of_control, LineChoice::dash},
        {geo::BoundaryClass::indefinite, LineChoice::dash},
        {geo::BoundaryClass::lease_limit, LineChoice::hide},
    };
    int least_river{4};             ///< rivers with a greater scale rank are left out; 0 for none
    double graticule_degrees{15.0}; ///< 0 for none
};

/// A meridian and a parallel of the graticule, straight in degrees. Meridians end 5 degrees before
/// the poles.
geo::Path graticule_meridian(double lon);
geo::Path graticule_parallel(double lat);

/// The pieces of a path in pixels, cut to a little more than the camera's frame and without points
/// too near to matter. Empty when nothing shows.
std::vector<std::vector<Point>> to_pixels(const geo::Projection& projection, const Camera& camera,
                                          const geo::Path& path,
                                          geo::Edge edge = geo::Edge::geodesic);

/// An empty picture of the camera's size, with the sea drawn where the projection shows the Earth.
Picture blank_map(const geo::Projection& projection, const Camera& camera,
                  const Palette& palette = {});

/// Paints, first to last: land, lakes, graticule, rivers, coast, boundaries. Each layer is one
/// shape with the id land, lakes, graticule, rivers-1 (by scale rank), coast,
/// boundaries-international, …; nothing outside the frame is kept.
void add_base_map(Picture& picture, const geo::BaseMap& map, const geo::Projection& projection,
                  const Camera& camera, const BaseMapStyle& style = {});

} // namespace landsea::viz
