#include "viz/stroke_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::viz {

namespace {

struct Vector {
    double x{};
    double y{};
};

double dot(Vector a, Vector b) {
    return a.x * b.x + a.y * b.y;
}

Point offset(Point p, Vector direction, double by) {
    return {p.x + direction.x * by, p.y + direction.y * by};
}

/// Unit vector across the step from a to b.
Vector across(Point a, Point b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return {(a.y - b.y) / length, (b.x - a.x) / length};
}

void add_quad(std::vector<MeshTriangle>& mesh, MeshPoint a, MeshPoint b, MeshPoint c, MeshPoint d) {
    mesh.push_back({a, b, c});
    mesh.push_back({a, c, d});
}

/// Half widths of the solid middle and of the whole, and the opacity of the middle.
struct Profile {
    double solid{};
    double whole{};
    double cover{1.0};
};

Profile profile(double width) {
    const double seen = std::max(width, 1.0);
    return {std::max(0.0, seen / 2.0 - 0.5), seen / 2.0 + 0.5, std::min(width, 1.0)};
}

/// The band from a to b, whose ends are cut along the vectors given.
void add_band(std::vector<MeshTriangle>& mesh, const Profile& line, Point a, Vector cut_a, Point b,
              Vector cut_b) {
    const auto side = [&](double inner, double outer, double cover_inner, double cover_outer) {
        add_quad(mesh, {offset(a, cut_a, inner), cover_inner},
                 {offset(a, cut_a, outer), cover_outer}, {offset(b, cut_b, outer), cover_outer},
                 {offset(b, cut_b, inner), cover_inner});
    };
    if (line.solid > 0.0) {
        side(-line.solid, line.solid, line.cover, line.cover);
    }
    side(line.solid, line.whole, line.cover, 0.0);
    side(-line.solid, -line.whole, line.cover, 0.0);
}

/// Fades the end at `at` over one pixel in the direction away from `from`.
void add_soft_end(std::vector<MeshTriangle>& mesh, const Profile& line, Point at, Point from) {
    const Vector cut = across(from, at);
    const Vector away{cut.y, -cut.x};
    const Point left = offset(at, cut, line.solid);
    const Point right = offset(at, cut, -line.solid);
    add_quad(mesh, {left, line.cover}, {right, line.cover}, {offset(right, away, 1.0), 0.0},
             {offset(left, away, 1.0), 0.0});
}

std::vector<Point> without_repeats(const std::vector<Point>& line) {
    std::vector<Point> kept;
    for (const Point& p : line) {
        if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) > 1e-6) {
            kept.push_back(p);
        }
    }
    return kept;
}

void add_disc(std::vector<MeshTriangle>& mesh, Point centre, double radius) {
    const std::vector<MeshTriangle> disc = disc_mesh(centre, radius);
    mesh.insert(mesh.end(), disc.begin(), disc.end());
}

/// An end moved outward by so many pixels; inward when negative.
Point pulled(Point end, Point from, double by) {
    const double length = std::hypot(end.x - from.x, end.y - from.y);
    return {end.x + (end.x - from.x) / length * by, end.y + (end.y - from.y) / length * by};
}

void add_piece(std::vector<MeshTriangle>& mesh, std::vector<Point> line, const Stroke& stroke) {
    const std::size_t n = line.size();
    const Profile shape = profile(stroke.width);
    const bool round_caps = stroke.cap == Cap::round && stroke.width > 1.5;
    if (!round_caps) {
        const double reach = stroke.cap == Cap::square ? stroke.width / 2.0 - 0.5 : -0.5;
        const Point first = pulled(line[0], line[1], reach);
        line[n - 1] = pulled(line[n - 1], line[n - 2], reach);
        line[0] = first;
    }
    // From this turn on a sharp point shows where a round join is wanted.
    const double mitred_down_to = stroke.join == Join::miter || stroke.width < 2.0 ? -0.5 : 0.94;
    Vector cut = across(line[0], line[1]);
    for (std::size_t i = 1; i < n; ++i) {
        const Vector here = across(line[i - 1], line[i]);
        Vector end = here;
        Vector next = here;
        if (i + 1 < n) {
            next = across(line[i], line[i + 1]);
            const double cosine = dot(here, next);
            if (cosine > mitred_down_to) {
                end = {(here.x + next.x) / (1.0 + cosine), (here.y + next.y) / (1.0 + cosine)};
                next = end;
            } else if (stroke.width > 1.5) {
                add_disc(mesh, line[i], stroke.width / 2.0);
            }
        }
        add_band(mesh, shape, line[i - 1], cut, line[i], end);
        cut = next;
    }
    if (round_caps) {
        add_disc(mesh, line[0], stroke.width / 2.0);
        add_disc(mesh, line[n - 1], stroke.width / 2.0);
    } else {
        add_soft_end(mesh, shape, line[0], line[1]);
        add_soft_end(mesh, shape, line[n - 1], line[n - 2]);
    }
}

} // namespace

std::vector<MeshTriangle> disc_mesh(Point centre, double radius) {
    const double solid = std::max(0.0, radius - 0.5);
    const double whole = radius + 0.5;
    const int corners = std::clamp(static_cast<int>(radius * 4.0), 12, 64);
    const auto on = [&](int i, double r) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        return Point{centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)};
    };
    std::vector<MeshTriangle> mesh;
    for (int i = 0; i < corners; ++i) {
        mesh.push_back({MeshPoint{centre}, {on(i, solid)}, {on(i + 1, solid)}});
        add_quad(mesh, {on(i, solid)}, {on(i, whole), 0.0}, {on(i + 1, whole), 0.0},
                 {on(i + 1, solid)});
    }
    return mesh;
}

std::vector<std::vector<Point>> dashes(const std::vector<Point>& line,
                                       const std::vector<double>& pattern) {
    double total = 0.0;
    for (const double length : pattern) {
        total += length;
    }
    if (!(total > 0.0) || line.size() < 2) {
        return {line};
    }
    std::vector<std::vector<Point>> made{{line[0]}};
    std::size_t slot = 0;
    double left = pattern[0];
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        double done = 0.0;
        while (length - done > left) {
            done += left;
            const Point here{a.x + (b.x - a.x) * done / length, a.y + (b.y - a.y) * done / length};
            // Even slots are dashes: one ends here; odd ones are gaps: a dash begins.
            if (slot % 2 == 0) {
                made.back().push_back(here);
            } else {
                made.push_back({here});
            }
            // A pattern of odd length is read twice over, as SVG does.
            slot = (slot + 1) % (2 * pattern.size());
            left = pattern[slot % pattern.size()];
        }
        left -= length - done;
        if (slot % 2 == 0) {
            made.back().push_back(b);
        }
    }
    return made;
}

std::vector<MeshTriangle> stroke_mesh(const std::vector<Point>& line, const Stroke& stroke) {
    std::vector<MeshTriangle> mesh;
    for (const std::vector<Point>& dash : dashes(line, stroke.dash)) {
        const std::vector<Point> points = without_repeats(dash);
        if (points.size() > 1) {
            add_piece(mesh, points, stroke);
        }
    }
    return mesh;
}

} // namespace landsea::viz
