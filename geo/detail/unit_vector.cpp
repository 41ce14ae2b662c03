#include "geo/detail/unit_vector.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::geo::detail {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;

} // namespace

UnitVector normalised(UnitVector a) {
    const double length = std::sqrt(dot(a, a));
    return length > 0.0 ? (1.0 / length) * a : a;
}

UnitVector direction(model::LatLon place) {
    const double lat = place.lat() * radians_per_degree;
    const double lon = place.lon() * radians_per_degree;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

model::LatLon place_of(UnitVector v) {
    const double lat = std::atan2(v.z, std::hypot(v.x, v.y)) / radians_per_degree;
    const double lon = std::atan2(v.y, v.x) / radians_per_degree;
    return model::LatLon::degrees(std::clamp(lat, -90.0, 90.0), std::clamp(lon, -180.0, 180.0));
}

double angle(UnitVector a, UnitVector b) {
    const UnitVector c = cross(a, b);
    return std::atan2(std::sqrt(dot(c, c)), dot(a, b));
}

} // namespace landsea::geo::detail
