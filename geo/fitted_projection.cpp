#include "geo/fitted_projection.hpp"

#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace landsea::geo {

namespace {

constexpr double widest_cone = 150.0;  ///< degrees of longitude
constexpr double farthest_over = 25.0; ///< degrees on the other side of the equator

std::string degrees(double value) {
    return std::to_string(std::lround(value));
}

/// A stretch of longitudes: from `west` eastwards.
struct Stretch {
    double west{};
    double width{};

    [[nodiscard]] double middle() const { return detail::wrapped_lon(west + width / 2.0); }
};

/// The shortest stretch that holds all points: it leaves out the widest gap.
Stretch stretch_of(const Path& points) {
    std::vector<double> lons;
    for (const model::LatLon point : points) {
        lons.push_back(point.lon());
    }
    std::ranges::sort(lons);
    Stretch best{.west = lons.front(), .width = lons.back() - lons.front()};
    for (std::size_t i = 1; i < lons.size(); ++i) {
        const double width = 360.0 - (lons[i] - lons[i - 1]);
        if (width < best.width) {
            best = {.west = lons[i], .width = width};
        }
    }
    return best;
}

/// The meridian of the twelve middles of 30-degree bands that the fewest points lie around; among
/// equal ones the westernmost. A map cut there spares most lines.
double emptiest_meridian(const Path& points) {
    constexpr double band = 30.0;
    std::array<int, 12> counts{};
    for (const model::LatLon point : points) {
        const auto index = static_cast<std::size_t>((point.lon() + 180.0) / band);
        ++counts[std::min(index, counts.size() - 1)];
    }
    const auto least = std::ranges::min_element(counts) - counts.begin();
    return -180.0 + band * (static_cast<double>(least) + 0.5);
}

FittedProjection whole_earth(const Path& points, const Stretch& stretch) {
    constexpr double nearly_all = 300.0;
    const double middle = stretch.width <= nearly_all
                              ? stretch.middle()
                              : detail::wrapped_lon(emptiest_meridian(points) + 180.0);
    return {.definition = "+proj=eqearth +lon_0=" + degrees(middle),
            .name = "Equal Earth, centred on longitude " + degrees(middle) + "°"};
}

} // namespace

FittedProjection fitted_projection(const Path& points) {
    if (points.empty()) {
        return fitted_projection(
            {model::LatLon::degrees(0.0, 60.0), model::LatLon::degrees(60.0, 150.0)});
    }
    const auto [least, greatest] = std::ranges::minmax_element(points, {}, &model::LatLon::lat);
    const double south = least->lat();
    const double north = greatest->lat();
    const Stretch stretch = stretch_of(points);
    if (stretch.width > widest_cone || (south < -farthest_over && north > farthest_over)) {
        return whole_earth(points, stretch);
    }
    const double sixth = (north - south) / 6.0;
    // A cone needs two parallels on one side of the equator, and apart.
    const double lower = std::clamp(south + sixth, 1.0, 80.0);
    const double upper = std::clamp(north - sixth, lower + 1.0, 85.0);
    return {.definition = "+proj=lcc +lat_1=" + degrees(lower) + " +lat_2=" + degrees(upper) +
                          " +lat_0=" + degrees((south + north) / 2.0) +
                          " +lon_0=" + degrees(stretch.middle()),
            .name = "Lambert conformal conic, " + degrees(lower) + "° and " + degrees(upper) +
                    "°, upright at longitude " + degrees(stretch.middle()) + "°"};
}

} // namespace landsea::geo
