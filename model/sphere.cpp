#include "model/sphere.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::model {

Km great_circle(LatLon a, LatLon b) {
    constexpr double radius_km = 6371.0088;
    constexpr double radians = std::numbers::pi / 180.0;
    const double half_lat = std::sin((b.lat() - a.lat()) * radians / 2.0);
    const double half_lon = std::sin((b.lon() - a.lon()) * radians / 2.0);
    const double h = half_lat * half_lat + std::cos(a.lat() * radians) *
                                               std::cos(b.lat() * radians) * half_lon * half_lon;
    return Km{2.0 * radius_km * std::asin(std::min(1.0, std::sqrt(h)))};
}

} // namespace landsea::model
