#include "viz/picture.hpp"

namespace landsea::viz {

namespace {

template <typename Move>
void move_points(Shape& shape, const Move& move) {
    const auto each = [&](std::vector<std::vector<Point>>& lines) {
        for (auto& line : lines) {
            for (Point& point : line) {
                point = move(point);
            }
        }
    };
    if (auto* area = std::get_if<Area>(&shape)) {
        each(area->rings);
    } else if (auto* line = std::get_if<Line>(&shape)) {
        each(line->pieces);
    } else if (auto* text = std::get_if<Text>(&shape)) {
        text->at = move(text->at);
    } else {
        auto& marker = std::get<Marker>(shape);
        marker.at = move(marker.at);
    }
}

} // namespace

const Mark& mark_of(const Shape& shape) {
    return std::visit([](const auto& any) -> const Mark& { return any.mark; }, shape);
}

Picture moved(Picture picture, double magnified, Point by) {
    for (Shape& shape : picture.shapes) {
        if (mark_of(shape).pinned == Pinned::map) {
            move_points(shape, [&](Point p) {
                return Point{p.x * magnified + by.x, p.y * magnified + by.y};
            });
        }
    }
    return picture;
}

void place(Picture& picture, const Picture& part, Point at) {
    const double right = at.x + part.width;
    const double bottom = at.y + part.height;
    picture.shapes.emplace_back(
        Area{.mark = {},
             .rings = {{at, {right, at.y}, {right, bottom}, {at.x, bottom}}},
             .fill = part.background});
    for (Shape shape : part.shapes) {
        move_points(shape, [&](Point p) { return Point{p.x + at.x, p.y + at.y}; });
        picture.shapes.push_back(std::move(shape));
    }
}

} // namespace landsea::viz
