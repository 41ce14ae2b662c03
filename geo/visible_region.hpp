#pragma once

#include "model/lat_lon.hpp"

#include <string_view>
#include <variant>

namespace landsea::geo {

/// The part of the Earth between two parallels, cut along the meridian opposite `middle_lon`.
/// All in degrees.
struct LatLonWindow {
    double middle_lon{};
    double south{-90.0};
    double north{90.0};
};

/// The part of the Earth within `radius` degrees of arc of `centre`.
struct SphericalCap {
    model::LatLon centre;
    double radius{};
};

/// What a projection can show without tearing or folding.
using VisibleRegion = std::variant<LatLonWindow, SphericalCap>;

bool contains(const VisibleRegion& region, model::LatLon place);

/// The region for a PROJ string such as "+proj=lcc +lat_1=25 +lat_2=58 +lon_0=75", judged by its
/// family: azimuthal projections show a cap, transverse and oblique ones a cap round their middle,
/// all others a window. An unknown family gets the whole Earth cut opposite +lon_0.
/// Throws std::invalid_argument when a number in the string is not one.
VisibleRegion visible_region(std::string_view proj_string);

} // namespace landsea::geo
