#include "viz/detail/frame_clip.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace landsea::viz::detail {

namespace {

/// The part of a segment within a box. Source: Liang & Barsky, A new concept and method for line
/// clipping, ACM Transactions on Graphics 3 (1984).
std::optional<std::pair<double, double>> inside(Point a, Point b, const Box& box) {
    double enter = 0.0;
    double leave = 1.0;
    const auto narrow = [&](double toward, double room) {
        if (toward == 0.0) {
            return room >= 0.0;
        }
        const double t = room / toward;
        if (toward < 0.0) {
            enter = std::max(enter, t);
        } else {
            leave = std::min(leave, t);
        }
        return enter <= leave;
    };
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    if (narrow(-dx, a.x - box.left) && narrow(dx, box.right - a.x) && narrow(-dy, a.y - box.top) &&
        narrow(dy, box.bottom - a.y)) {
        return std::pair{enter, leave};
    }
    return std::nullopt;
}

Point between(Point a, Point b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// One side of the box: `depth` is positive inside. Source: Sutherland & Hodgman, Reentrant
/// polygon clipping, Communications of the ACM 17 (1974).
template <typename Depth>
std::vector<Point> clipped_by_side(const std::vector<Point>& ring, const Depth& depth) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const double from = depth(a);
        const double to = depth(b);
        if (from >= 0.0) {
            kept.push_back(a);
        }
        if ((from >= 0.0) != (to >= 0.0)) {
            kept.push_back(between(a, b, from / (from - to)));
        }
    }
    return kept;
}

} // namespace

std::vector<std::vector<Point>> clipped_line(const std::vector<Point>& line, const Box& box) {
    std::vector<std::vector<Point>> pieces;
    bool joined = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto part = inside(line[i - 1], line[i], box);
        if (!part) {
            joined = false;
            continue;
        }
        if (!joined) {
            pieces.push_back({between(line[i - 1], line[i], part->first)});
        }
        pieces.back().push_back(between(line[i - 1], line[i], part->second));
        joined = part->second == 1.0;
    }
    return pieces;
}

std::vector<Point> clipped_ring(const std::vector<Point>& ring, const Box& box) {
    std::vector<Point> kept = ring;
    kept = clipped_by_side(kept, [&](Point p) { return p.x - box.left; });
    kept = clipped_by_side(kept, [&](Point p) { return box.right - p.x; });
    kept = clipped_by_side(kept, [&](Point p) { return p.y - box.top; });
    return clipped_by_side(kept, [&](Point p) { return box.bottom - p.y; });
}

std::vector<Point> thinned(const std::vector<Point>& line, double least) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool end = i == 0 || i + 1 == line.size();
        if (end || std::hypot(line[i].x - kept.back().x, line[i].y - kept.back().y) >= least) {
            kept.push_back(line[i]);
        }
    }
    return kept;
}

} // namespace landsea::viz::detail
