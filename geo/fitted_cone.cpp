#include "geo/fitted_cone.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::geo {

namespace {

std::string degrees(double value) {
    return std::to_string(std::lround(value));
}

} // namespace

FittedCone fitted_cone(const Path& points) {
    if (points.empty()) {
        return fitted_cone(
            {model::LatLon::degrees(0.0, 60.0), model::LatLon::degrees(60.0, 150.0)});
    }
    const auto [south, north] = std::ranges::minmax(points, {}, &model::LatLon::lat);
    const auto [west, east] = std::ranges::minmax(points, {}, &model::LatLon::lon);
    const double sixth = (north.lat() - south.lat()) / 6.0;
    // A cone needs two parallels on one side of the equator, and apart.
    const double lower = std::clamp(south.lat() + sixth, 1.0, 80.0);
    const double upper = std::clamp(north.lat() - sixth, lower + 1.0, 85.0);
    const double middle = (west.lon() + east.lon()) / 2.0;
    return {.definition = "+proj=lcc +lat_1=" + degrees(lower) + " +lat_2=" + degrees(upper) +
                          " +lat_0=" + degrees((south.lat() + north.lat()) / 2.0) +
                          " +lon_0=" + degrees(middle),
            .name = "Lambert conformal conic, " + degrees(lower) + "° and " + degrees(upper) +
                    "°, upright at longitude " + degrees(middle) + "°"};
}

} // namespace landsea::geo
