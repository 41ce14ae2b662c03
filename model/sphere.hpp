#pragma once

#include "model/lat_lon.hpp"
#include "model/quantity.hpp"

namespace landsea::model {

/// The great-circle distance on a sphere of the mean radius 6371.0088 km.
/// Accuracy: within 0.6 % of the WGS84 ellipsoid; for choosing the nearest, not for stating
/// lengths.
/// Source: mean radius R1 of GRS80 (Moritz 2000); haversine formula.
Km great_circle(LatLon a, LatLon b);

} // namespace landsea::model
