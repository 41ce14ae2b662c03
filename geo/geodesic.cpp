#include "geo/geodesic.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace landsea::geo {

namespace {

constexpr double metres_per_km = 1000.0;

// WGS84: NGA.STND.0036 (2014), table 3.1.
constexpr double equatorial_radius_m = 6378137.0;
constexpr double flattening = 1.0 / 298.257223563;

geod_geodesic ellipsoid() {
    geod_geodesic made;
    geod_init(&made, equatorial_radius_m, flattening);
    return made;
}

} // namespace

model::Km distance(model::LatLon a, model::LatLon b) {
    const geod_geodesic earth = ellipsoid();
    double metres = 0.0;
    geod_inverse(&earth, a.lat(), a.lon(), b.lat(), b.lon(), &metres, nullptr, nullptr);
    return model::Km{metres / metres_per_km};
}

model::Km length(const Path& path) {
    model::Km sum;
    for (std::size_t i = 1; i < path.size(); ++i) {
        sum += distance(path[i - 1], path[i]);
    }
    return sum;
}

Path geodesic_line(model::LatLon from, model::LatLon to, model::Km max_spacing) {
    if (!(max_spacing > model::Km{0.0})) {
        throw std::invalid_argument{"the spacing of points along a line must be positive"};
    }
    const geod_geodesic earth = ellipsoid();
    geod_geodesicline line;
    geod_inverseline(&line, &earth, from.lat(), from.lon(), to.lat(), to.lon(), 0);
    const double metres = line.s13;
    const double steps = std::max(1.0, std::ceil(metres / (max_spacing.count() * metres_per_km)));
    Path points{from};
    for (double step = 1.0; step < steps; step += 1.0) {
        double lat = 0.0;
        double lon = 0.0;
        geod_position(&line, metres * step / steps, &lat, &lon, nullptr);
        points.push_back(
            model::LatLon::degrees(std::clamp(lat, -90.0, 90.0), std::clamp(lon, -180.0, 180.0)));
    }
    points.push_back(to);
    return points;
}

Path densified(const Path& path, model::Km max_spacing) {
    Path dense;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i == 0) {
            dense.push_back(path[i]);
            continue;
        }
        const Path piece = geodesic_line(path[i - 1], path[i], max_spacing);
        dense.insert(dense.end(), piece.begin() + 1, piece.end());
    }
    return dense;
}

} // namespace landsea::geo
