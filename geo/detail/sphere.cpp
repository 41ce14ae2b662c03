#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace landsea::geo::detail {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;

using Vector = std::array<double, 3>;

Vector direction(model::LatLon place) {
    const double lat = place.lat() * radians_per_degree;
    const double lon = place.lon() * radians_per_degree;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

model::LatLon place_of(const Vector& v) {
    const double lat = std::atan2(v[2], std::hypot(v[0], v[1])) / radians_per_degree;
    const double lon = std::atan2(v[1], v[0]) / radians_per_degree;
    return model::LatLon::degrees(std::clamp(lat, -90.0, 90.0), std::clamp(lon, -180.0, 180.0));
}

} // namespace

double wrapped_lon(double lon) {
    const double wrapped = std::remainder(lon, 360.0);
    return wrapped >= 180.0 ? wrapped - 360.0 : wrapped;
}

double arc_degrees(model::LatLon a, model::LatLon b) {
    const Vector u = direction(a);
    const Vector v = direction(b);
    const Vector cross{u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2],
                       u[0] * v[1] - u[1] * v[0]};
    const double sine = std::hypot(cross[0], cross[1], cross[2]);
    const double cosine = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    return std::atan2(sine, cosine) / radians_per_degree;
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
    const Vector u = direction(a);
    const Vector v = direction(b);
    return place_of({u[0] + v[0], u[1] + v[1], u[2] + v[2]});
}

model::LatLon antipode(model::LatLon place) {
    return model::LatLon::degrees(-place.lat(), wrapped_lon(place.lon() + 180.0));
}

} // namespace landsea::geo::detail
