#include "viz/triangles.hpp"

#include "viz/detail/ring_nesting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace landsea::viz {

namespace {

/// Twice the signed area of a triangle.
double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool in_triangle(Point a, Point b, Point c, Point p) {
    return turn(a, b, p) >= 0.0 && turn(b, c, p) >= 0.0 && turn(c, a, p) >= 0.0;
}

/// Where in a ring a hole's rightmost point sees it: the ring's point to bridge to.
std::optional<std::size_t> bridge_end(const std::vector<Point>& ring, Point from) {
    std::optional<std::size_t> end;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        if ((a.y > from.y) == (b.y > from.y)) {
            continue;
        }
        const double x = a.x + (b.x - a.x) * (from.y - a.y) / (b.y - a.y);
        // The inside lies left of each edge, so only edges toward greater y face the hole.
        if (x >= from.x && x < nearest && b.y > a.y) {
            nearest = x;
            end = a.x > b.x ? i : (i + 1) % ring.size();
        }
    }
    if (!end) {
        return end;
    }
    // Another corner may stand between; the one nearest in angle to the ray is seen for certain.
    const Point hit{nearest, from.y};
    const Point corner = ring[*end];
    const bool below = corner.y > from.y;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point p = ring[i];
        const bool between =
            below ? in_triangle(from, hit, corner, p) : in_triangle(from, corner, hit, p);
        if (!between || p.x <= from.x) {
            continue;
        }
        const double slope = std::abs(p.y - from.y) / (p.x - from.x);
        const Point before = ring[(i + ring.size() - 1) % ring.size()];
        const Point after = ring[(i + 1) % ring.size()];
        // Of several corners at one point, the one whose inside holds the bridge.
        const bool convex = turn(before, p, after) > 0.0;
        const bool opens = convex ? turn(before, p, from) >= 0.0 && turn(p, after, from) >= 0.0
                                  : turn(before, p, from) >= 0.0 || turn(p, after, from) >= 0.0;
        if (opens && slope < least) {
            least = slope;
            end = i;
        }
    }
    return end;
}

std::vector<Point> one_ring(detail::Surface surface) {
    const auto rightmost = [](const std::vector<Point>& hole) {
        return std::ranges::max_element(hole, {}, &Point::x);
    };
    std::ranges::sort(surface.holes, std::ranges::greater{},
                      [&](const auto& hole) { return rightmost(hole)->x; });
    std::vector<Point> ring = std::move(surface.outside);
    for (std::vector<Point>& hole : surface.holes) {
        const auto start = rightmost(hole);
        const auto end = bridge_end(ring, *start);
        if (!end) {
            continue;
        }
        std::rotate(hole.begin(), hole.begin() + (start - hole.begin()), hole.end());
        const Point bridge = ring[*end];
        hole.push_back(hole.front());
        hole.push_back(bridge);
        ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(*end) + 1, hole.begin(), hole.end());
    }
    return ring;
}

/// Cuts ears off one ring. Only reflex corners can lie in an ear; a grid finds those near.
class Clipper {
  public:
    explicit Clipper(const std::vector<Point>& ring) : corners_(ring.size()) {
        const int n = static_cast<int>(ring.size());
        for (int i = 0; i < n; ++i) {
            corners_[i] = {ring[i], (i + n - 1) % n, (i + 1) % n};
        }
        lay_grid();
    }

    void clip(std::vector<Triangle>& triangles) {
        int left = static_cast<int>(corners_.size());
        int at = 0;
        int tried = 0;
        while (left > 2) {
            const Corner& corner = corners_[at];
            // After a whole round without an ear the ring crosses itself: cut anyway, and end.
            if (is_ear(at) || tried > left) {
                const Triangle ear{corners_[corner.before].at, corner.at,
                                   corners_[corner.after].at};
                if (turn(ear[0], ear[1], ear[2]) > 0.0) {
                    triangles.push_back(ear);
                }
                corners_[corner.before].after = corner.after;
                corners_[corner.after].before = corner.before;
                corners_[at].gone = true;
                --left;
                tried = 0;
                at = corners_[corner.after].after; // not the next: avoids fans of slivers
            } else {
                ++tried;
                at = corner.after;
            }
        }
    }

  private:
    struct Corner {
        Point at{};
        int before{};
        int after{};
        bool gone{false};
    };

    [[nodiscard]] double bend(int i) const {
        const Corner& c = corners_[i];
        return turn(corners_[c.before].at, c.at, corners_[c.after].at);
    }

    void lay_grid() {
        box_ = {corners_[0].at.x, corners_[0].at.y, corners_[0].at.x, corners_[0].at.y};
        for (const Corner& c : corners_) {
            box_ = around(box_, {c.at.x, c.at.y, c.at.x, c.at.y});
        }
        side_ = std::max(1, static_cast<int>(std::sqrt(static_cast<double>(corners_.size()) / 2)));
        cells_.resize(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_));
        for (int i = 0; i < static_cast<int>(corners_.size()); ++i) {
            if (bend(i) <= 0.0) {
                const Point p = corners_[i].at;
                cells_[row(p.y) * side_ + column(p.x)].push_back(i);
            }
        }
    }

    [[nodiscard]] int cell(double from_low, double extent) const {
        const double part = extent > 0.0 ? from_low / extent : 0.0;
        return std::clamp(static_cast<int>(part * side_), 0, side_ - 1);
    }

    [[nodiscard]] int column(double x) const { return cell(x - box_.left, box_.width()); }

    [[nodiscard]] int row(double y) const { return cell(y - box_.top, box_.height()); }

    [[nodiscard]] bool is_ear(int i) const {
        const Point a = corners_[corners_[i].before].at;
        const Point b = corners_[i].at;
        const Point c = corners_[corners_[i].after].at;
        const double bent = turn(a, b, c);
        if (bent <= 0.0) {
            return bent == 0.0; // a straight corner goes without a triangle
        }
        const int left = column(std::min({a.x, b.x, c.x}));
        const int right = column(std::max({a.x, b.x, c.x}));
        const int bottom = row(std::max({a.y, b.y, c.y}));
        for (int y = row(std::min({a.y, b.y, c.y})); y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                for (const int other : cells_[y * side_ + x]) {
                    const Point p = corners_[other].at;
                    if (!corners_[other].gone && p != a && p != b && p != c &&
                        in_triangle(a, b, c, p)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    std::vector<Corner> corners_;
    std::vector<std::vector<int>> cells_;
    Box box_;
    int side_{1};
};

} // namespace

std::vector<Triangle> triangulated(const std::vector<std::vector<Point>>& rings) {
    std::vector<Triangle> triangles;
    for (detail::Surface& surface : detail::nested(rings)) {
        const std::vector<Point> ring = one_ring(std::move(surface));
        Clipper{ring}.clip(triangles);
    }
    return triangles;
}

} // namespace landsea::viz
