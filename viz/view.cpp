#include "viz/view.hpp"

#include <algorithm>

namespace landsea::viz {

View View::dragged(double right, double down) const {
    View made = *this;
    made.moved = {moved.x + right, moved.y + down};
    return made;
}

View View::zoomed_at(Point pixel, double factor) const {
    constexpr double least = 0.125;
    constexpr double most = 4096.0;
    View made = *this;
    made.magnified = std::clamp(magnified * factor, least, most);
    const double grown = made.magnified / magnified;
    made.moved = {pixel.x - (pixel.x - moved.x) * grown, pixel.y - (pixel.y - moved.y) * grown};
    return made;
}

View fitted(double picture_width, double picture_height, double width, double height) {
    const double scale = std::min(width / picture_width, height / picture_height);
    return {
        .magnified = scale,
        .moved = {(width - picture_width * scale) / 2.0, (height - picture_height * scale) / 2.0},
        .width = width,
        .height = height};
}

View between(const View& from, const View& to) {
    const double grown = to.magnified / from.magnified;
    return {.magnified = grown,
            .moved = {to.moved.x - from.moved.x * grown, to.moved.y - from.moved.y * grown},
            .width = to.width,
            .height = to.height};
}

Camera seen_through(const Camera& home, const View& view) {
    const Point middle{(view.width / 2.0 - view.moved.x) / view.magnified,
                       (view.height / 2.0 - view.moved.y) / view.magnified};
    return {.centre = home.to_map(middle),
            .metres_per_pixel = home.metres_per_pixel / view.magnified,
            .width = view.width,
            .height = view.height};
}

} // namespace landsea::viz
