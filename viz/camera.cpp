#include "viz/camera.hpp"

#include <algorithm>
#include <stdexcept>

namespace landsea::viz {

Point Camera::to_pixel(geo::MapPoint point) const {
    return {width / 2.0 + (point.x - centre.x) / metres_per_pixel,
            height / 2.0 - (point.y - centre.y) / metres_per_pixel};
}

geo::MapPoint Camera::to_map(Point pixel) const {
    return {centre.x + (pixel.x - width / 2.0) * metres_per_pixel,
            centre.y - (pixel.y - height / 2.0) * metres_per_pixel};
}

Camera Camera::panned(double right, double down) const {
    Camera moved = *this;
    moved.centre.x -= right * metres_per_pixel;
    moved.centre.y += down * metres_per_pixel;
    return moved;
}

Camera Camera::zoomed_at(Point pixel, double factor) const {
    Camera closer = *this;
    closer.metres_per_pixel /= factor;
    const geo::MapPoint before = to_map(pixel);
    const geo::MapPoint after = closer.to_map(pixel);
    closer.centre.x += before.x - after.x;
    closer.centre.y += before.y - after.y;
    return closer;
}

Camera Camera::fitting(const std::vector<geo::MapPoint>& points, double width, double height,
                       double margin) {
    const double room_x = width - 2.0 * margin;
    const double room_y = height - 2.0 * margin;
    if (!(room_x > 0.0) || !(room_y > 0.0)) {
        throw std::invalid_argument{"the margins leave no room for the map"};
    }
    constexpr double one_km = 1000.0;
    if (points.empty()) {
        return {{}, one_km, width, height};
    }
    const auto [west, east] = std::ranges::minmax(points, {}, &geo::MapPoint::x);
    const auto [south, north] = std::ranges::minmax(points, {}, &geo::MapPoint::y);
    const double scale = std::max((east.x - west.x) / room_x, (north.y - south.y) / room_y);
    return {{(west.x + east.x) / 2.0, (south.y + north.y) / 2.0},
            scale > 0.0 ? scale : one_km,
            width,
            height};
}

} // namespace landsea::viz
