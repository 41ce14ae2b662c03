#pragma once

#include "geo/basemap.hpp"
#include "geo/detail/unit_vector.hpp"
#include "geo/shoreline.hpp"
#include "tests/support/random_scene.hpp"

#include <cmath>
#include <numbers>
#include <utility>

namespace landsea::geo {

/// A point by its way east and north of a middle, in radians of the plane that touches the sphere
/// there. Nothing is special at the 180th meridian; the middle must not be a pole itself.
inline model::LatLon beside(model::LatLon middle, double east, double north) {
    using namespace detail;
    const UnitVector up = direction(middle);
    const UnitVector to_east = normalised(cross({0, 0, 1}, up));
    return place_of(normalised(up + east * to_east + north * cross(up, to_east)));
}

/// A round or jagged island: its corners lie between two radii, anticlockwise.
inline Path island(model::LatLon middle, double east, double north, double least, double greatest,
                   std::uint32_t corners, support::Dice& dice) {
    Path ring;
    for (std::uint32_t i = 0; i < corners; ++i) {
        const double turn = 2.0 * std::numbers::pi * (i + 0.8 * dice.roll(1000) / 1000.0) / corners;
        const double radius = least + (greatest - least) * dice.roll(1001) / 1000.0;
        ring.push_back(
            beside(middle, east + radius * std::cos(turn), north + radius * std::sin(turn)));
    }
    return ring;
}

/// Islands in rows and columns that leave straits between them.
inline Shoreline archipelago(model::LatLon middle, int rows, int columns, double spacing,
                             support::Dice& dice) {
    Shoreline rings;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            rings.push_back(island(middle, spacing * (column - 0.5 * (columns - 1)),
                                   spacing * (row - 0.5 * (rows - 1)), 0.15 * spacing,
                                   0.48 * spacing, 5 + dice.roll(6), dice));
        }
    }
    return rings;
}

} // namespace landsea::geo
