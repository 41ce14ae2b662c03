#pragma once

#include "geo/projection.hpp"
#include "viz/box.hpp"

#include <vector>

namespace landsea::viz {

/// Which part of the map is seen, and how large. North is up where the projection says so.
struct Camera {
    geo::MapPoint centre;
    double metres_per_pixel{1.0};
    double width{};  ///< pixels
    double height{}; ///< pixels

    [[nodiscard]] Point to_pixel(geo::MapPoint point) const;
    [[nodiscard]] geo::MapPoint to_map(Point pixel) const;

    /// After the map was dragged by so many pixels.
    [[nodiscard]] Camera panned(double right, double down) const;

    /// Magnified by `factor` so that what is under `pixel` stays there.
    [[nodiscard]] Camera zoomed_at(Point pixel, double factor) const;

    /// Shows all of `points` with at least `margin` pixels on each side. One point, or none, is
    /// shown at 1 km a pixel. Throws std::invalid_argument when the margins leave no room.
    static Camera fitting(const std::vector<geo::MapPoint>& points, double width, double height,
                          double margin);

    friend bool operator==(const Camera&, const Camera&) = default;
};

} // namespace landsea::viz
