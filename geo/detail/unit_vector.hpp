#pragma once

#include "model/lat_lon.hpp"

namespace landsea::geo::detail {

/// A direction from the centre of a sphere, for the geometry of great circles.
struct UnitVector {
    double x{}, y{}, z{};

    friend UnitVector operator+(UnitVector a, UnitVector b) {
        return {a.x + b.x, a.y + b.y, a.z + b.z};
    }

    friend UnitVector operator-(UnitVector a, UnitVector b) {
        return {a.x - b.x, a.y - b.y, a.z - b.z};
    }

    friend UnitVector operator*(double factor, UnitVector a) {
        return {factor * a.x, factor * a.y, factor * a.z};
    }
};

constexpr double dot(UnitVector a, UnitVector b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

constexpr UnitVector cross(UnitVector a, UnitVector b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// Of any length to length one; a zero vector stays zero.
UnitVector normalised(UnitVector a);

UnitVector direction(model::LatLon place);

model::LatLon place_of(UnitVector v);

/// The angle between two directions, in radians.
double angle(UnitVector a, UnitVector b);

} // namespace landsea::geo::detail
