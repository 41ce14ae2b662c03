#include "geo/visible_region.hpp"

#include "geo/detail/proj_parameters.hpp"
#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace landsea::geo {

namespace {

using detail::ProjParameters;

// How far an azimuthal projection is shown, in degrees of arc from its centre. Beyond these the
// picture is mostly distortion; gnomonic and orthographic end at 90 by their nature.
struct CapFamily {
    std::string_view name;
    double radius;
};

constexpr std::array cap_families{
    CapFamily{"aeqd", 150.0},  CapFamily{"laea", 150.0},  CapFamily{"ortho", 89.5},
    CapFamily{"stere", 120.0}, CapFamily{"sterea", 85.0}, CapFamily{"gnom", 60.0},
    CapFamily{"airy", 85.0},
};

// Transverse and oblique cylinders fold far from their middle line.
constexpr std::array transverse_families{
    CapFamily{"tmerc", 80.0}, CapFamily{"etmerc", 80.0}, CapFamily{"utm", 80.0},
    CapFamily{"omerc", 50.0}, CapFamily{"somerc", 50.0}, CapFamily{"cass", 45.0},
};

model::LatLon centre(const ProjParameters& parameters) {
    const double lat = std::clamp(parameters.number("lat_0", 0.0), -90.0, 90.0);
    // UTM numbers its middle meridians instead: zone 1 is 177 degrees west, 6 degrees each.
    const double lon = parameters.has("zone") ? 6.0 * parameters.number("zone", 1.0) - 183.0
                                              : parameters.number("lon_0", 0.0);
    return model::LatLon::degrees(lat, detail::wrapped_lon(lon));
}

/// Halfway between the two points of a projection that is stated by two.
model::LatLon middle(const ProjParameters& parameters) {
    const auto point = [&](const std::string& number) {
        return model::LatLon::degrees(
            std::clamp(parameters.number("lat_" + number, 0.0), -90.0, 90.0),
            detail::wrapped_lon(parameters.number("lon_" + number, 0.0)));
    };
    return detail::halfway(point("1"), point("2"));
}

/// An oblique Mercator is stated by its centre and direction or by two points of its middle line.
model::LatLon oblique_centre(const ProjParameters& parameters) {
    if (parameters.has("lat_2")) {
        return middle(parameters);
    }
    return model::LatLon::degrees(std::clamp(parameters.number("lat_0", 0.0), -90.0, 90.0),
                                  detail::wrapped_lon(parameters.number("lonc", 0.0)));
}

// A camera at height h over a sphere of radius R sees a cap of acos(R / (R + h)).
SphericalCap seen_from_space(const ProjParameters& parameters) {
    const double radius_m = parameters.number("R", parameters.number("a", 6378137.0));
    const double height_m = std::max(1.0, parameters.number("h", 35786000.0));
    const double arc = std::acos(radius_m / (radius_m + height_m)) * 180.0 / std::numbers::pi;
    return {.centre = centre(parameters), .radius = arc - 0.5};
}

LatLonWindow conformal_cone(const ProjParameters& parameters) {
    LatLonWindow window{.middle_lon = detail::wrapped_lon(parameters.number("lon_0", 0.0))};
    // The pole opposite to the apex lies at infinity.
    const double lat_1 = parameters.number("lat_1", 0.0);
    const double lean = lat_1 + parameters.number("lat_2", lat_1);
    (lean >= 0.0 ? window.south : window.north) = lean >= 0.0 ? -60.0 : 60.0;
    return window;
}

} // namespace

bool contains(const VisibleRegion& region, model::LatLon place) {
    if (const auto* window = std::get_if<LatLonWindow>(&region)) {
        return place.lat() >= window->south && place.lat() <= window->north;
    }
    const auto& cap = std::get<SphericalCap>(region);
    return detail::arc_degrees(cap.centre, place) <= cap.radius;
}

VisibleRegion visible_region(std::string_view proj_string) {
    const ProjParameters parameters{proj_string};
    const std::string family = parameters.text("proj");
    for (const CapFamily& known : cap_families) {
        if (family == known.name) {
            return SphericalCap{centre(parameters), known.radius};
        }
    }
    for (const CapFamily& known : transverse_families) {
        if (family == known.name) {
            return SphericalCap{family == "omerc" ? oblique_centre(parameters) : centre(parameters),
                                known.radius};
        }
    }
    if (family == "tpeqd") {
        return SphericalCap{middle(parameters), 85.0};
    }
    if (family == "ups") {
        const double pole = parameters.has("south") ? -90.0 : 90.0;
        return SphericalCap{model::LatLon::degrees(pole, 0.0), 120.0};
    }
    if (family == "geos" || family == "nsper" || family == "tpers") {
        return seen_from_space(parameters);
    }
    if (family == "lcc") {
        return conformal_cone(parameters);
    }
    LatLonWindow window{.middle_lon = detail::wrapped_lon(parameters.number("lon_0", 0.0))};
    if (family == "merc" || family == "webmerc") {
        window.south = -80.0;
        window.north = 84.0;
    }
    return window;
}

} // namespace landsea::geo
