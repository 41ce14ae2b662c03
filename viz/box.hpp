#pragma once

#include <algorithm>

namespace landsea::viz {

/// A point of a picture in pixels, from its top left corner, y downward.
struct Point {
    double x{};
    double y{};

    friend bool operator==(Point, Point) = default;
};

/// An upright rectangle in pixels.
struct Box {
    double left{};
    double top{};
    double right{};
    double bottom{};

    [[nodiscard]] double width() const { return right - left; }

    [[nodiscard]] double height() const { return bottom - top; }

    [[nodiscard]] bool contains(Point p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }

    [[nodiscard]] bool contains(const Box& other) const {
        return other.left >= left && other.right <= right && other.top >= top &&
               other.bottom <= bottom;
    }

    /// Boxes that only touch do not overlap.
    [[nodiscard]] bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    [[nodiscard]] Box grown(double by) const {
        return {left - by, top - by, right + by, bottom + by};
    }

    friend bool operator==(const Box&, const Box&) = default;
};

inline Box around(const Box& a, const Box& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

} // namespace landsea::viz
