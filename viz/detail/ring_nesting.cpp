#include "viz/detail/ring_nesting.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace landsea::viz::detail {

namespace {

struct Ring {
    std::vector<Point> points;
    Box box;
    double area{};
    int depth{};
    std::optional<std::size_t> parent{}; ///< the smallest ring around this one
};

Box bounds(const std::vector<Point>& ring) {
    Box box{ring[0].x, ring[0].y, ring[0].x, ring[0].y};
    for (const Point& p : ring) {
        box = around(box, {p.x, p.y, p.x, p.y});
    }
    return box;
}

bool encloses(const std::vector<Point>& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

/// Rings may share points, where the answer for one point is a matter of rounding: several vote.
bool encloses(const Ring& outer, const Ring& inner) {
    if (!outer.box.contains(inner.box) || std::abs(outer.area) <= std::abs(inner.area)) {
        return false;
    }
    constexpr std::size_t voters = 9;
    const std::size_t step = std::max<std::size_t>(1, inner.points.size() / voters);
    int votes = 0;
    for (std::size_t i = 0; i < inner.points.size(); i += step) {
        votes += encloses(outer.points, inner.points[i]) ? 1 : -1;
    }
    return votes > 0;
}

std::vector<Point> without_repeats(const std::vector<Point>& ring) {
    std::vector<Point> kept;
    for (const Point& p : ring) {
        if (kept.empty() || kept.back() != p) {
            kept.push_back(p);
        }
    }
    while (kept.size() > 1 && kept.front() == kept.back()) {
        kept.pop_back();
    }
    return kept;
}

} // namespace

double signed_area(const std::vector<Point>& ring) {
    double sum = 0.0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        sum += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    }
    return sum / 2.0;
}

std::vector<Surface> nested(const std::vector<std::vector<Point>>& rings) {
    std::vector<Ring> all;
    for (const auto& ring : rings) {
        std::vector<Point> points = without_repeats(ring);
        if (points.size() > 2 && signed_area(points) != 0.0) {
            const double area = signed_area(points);
            const Box box = bounds(points);
            all.push_back({.points = std::move(points), .box = box, .area = area});
        }
    }
    for (Ring& ring : all) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (&all[i] != &ring && encloses(all[i], ring)) {
                ++ring.depth;
                if (!ring.parent || std::abs(all[i].area) < std::abs(all[*ring.parent].area)) {
                    ring.parent = i;
                }
            }
        }
    }
    std::vector<Surface> surfaces;
    std::vector<std::size_t> surface_of(all.size());
    const auto turned = [](Ring ring, bool positive) {
        if ((ring.area > 0.0) != positive) {
            std::ranges::reverse(ring.points);
        }
        return std::move(ring.points);
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].depth % 2 == 0) {
            surface_of[i] = surfaces.size();
            surfaces.push_back({.outside = turned(all[i], true), .holes = {}});
        }
    }
    for (const Ring& ring : all) {
        if (ring.depth % 2 == 1 && ring.parent && all[*ring.parent].depth % 2 == 0) {
            surfaces[surface_of[*ring.parent]].holes.push_back(turned(ring, false));
        }
    }
    return surfaces;
}

} // namespace landsea::viz::detail
