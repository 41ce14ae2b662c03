#include "viz/picture.hpp"

#include <type_traits>

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

void scale(Stroke& stroke, double by) {
    stroke.width *= by;
    for (double& length : stroke.dash) {
        length *= by;
    }
}

template <typename Thing>
void scale(std::optional<Thing>& thing, double by) {
    if (thing) {
        if constexpr (std::is_same_v<Thing, Halo>) {
            thing->width *= by;
        } else {
            scale(*thing, by);
        }
    }
}

void scale_sizes(Shape& shape, double by) {
    if (auto* area = std::get_if<Area>(&shape)) {
        scale(area->outline, by);
    } else if (auto* line = std::get_if<Line>(&shape)) {
        scale(line->stroke, by);
        scale(line->halo, by);
    } else if (auto* text = std::get_if<Text>(&shape)) {
        text->size *= by;
        scale(text->halo, by);
    } else {
        auto& marker = std::get<Marker>(shape);
        marker.size *= by;
        scale(marker.outline, by);
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

Picture scaled(Picture picture, double magnified) {
    picture.width *= magnified;
    picture.height *= magnified;
    for (Shape& shape : picture.shapes) {
        move_points(shape, [&](Point p) { return Point{p.x * magnified, p.y * magnified}; });
        scale_sizes(shape, magnified);
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
