#pragma once

#include "model/lat_lon.hpp"

namespace landsea::geo::detail {

/// `lon` brought into [-180, 180).
double wrapped_lon(double lon);

/// Degrees of arc between two points on a sphere. For deciding what is visible, not for lengths.
double arc_degrees(model::LatLon a, model::LatLon b);

/// The point `arc` degrees from `from` in direction `azimuth` (degrees clockwise from north) on a
/// sphere.
model::LatLon toward(model::LatLon from, double azimuth, double arc);

/// The point halfway between two points less than half the sphere apart.
model::LatLon halfway(model::LatLon a, model::LatLon b);

/// The point opposite on the sphere.
model::LatLon antipode(model::LatLon place);

} // namespace landsea::geo::detail
