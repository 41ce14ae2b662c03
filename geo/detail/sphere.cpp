#include "geo/detail/sphere.hpp"

#include "geo/detail/unit_vector.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::geo::detail {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;

} // namespace

double wrapped_lon(double lon) {
    const double wrapped = std::remainder(lon, 360.0);
    return wrapped >= 180.0 ? wrapped - 360.0 : wrapped;
}

double arc_degrees(model::LatLon a, model::LatLon b) {
    return angle(direction(a), direction(b)) / radians_per_degree;
}

// Great-circle destination: Snyder, Map Projections: A Working Manual (USGS 1987), eq. 5-5, 5-6.
model::LatLon toward(model::LatLon from, double azimuth, double arc) {
    const double lat = from.lat() * radians_per_degree;
    const double turn = azimuth * radians_per_degree;
    const double c = arc * radians_per_degree;
    const double sine = std::sin(lat) * std::cos(c) + std::cos(lat) * std::sin(c) * std::cos(turn);
    const double east =
        std::atan2(std::sin(c) * std::sin(turn),
                   std::cos(lat) * std::cos(c) - std::sin(lat) * std::sin(c) * std::cos(turn));
    const double lat_there = std::asin(std::clamp(sine, -1.0, 1.0)) / radians_per_degree;
    return model::LatLon::degrees(lat_there, wrapped_lon(from.lon() + east / radians_per_degree));
}

model::LatLon halfway(model::LatLon a, model::LatLon b) {
    return place_of(direction(a) + direction(b));
}

model::LatLon antipode(model::LatLon place) {
    return model::LatLon::degrees(-place.lat(), wrapped_lon(place.lon() + 180.0));
}

} // namespace landsea::geo::detail
