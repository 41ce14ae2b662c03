#include "geo/projected_shapes.hpp"

#include "geo/detail/region_cut.hpp"
#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::geo {

namespace {

using detail::Degrees;
using detail::wrapped_lon;

// 1 degree is 111 km at most: less than two pixels of a map of Eurasia 1,600 pixels wide leave
// the curve when points are this near.
constexpr double degrees_step = 1.0;
constexpr model::Km geodesic_step{50.0};

/// Longitude may be stated beyond 180 degrees or just short of the cut.
std::optional<MapPoint> forward(const Projection& projection, Degrees point) {
    return projection.forward(model::LatLon::degrees(
        std::clamp(point.lat, -90.0, 90.0), std::clamp(wrapped_lon(point.lon), -180.0, 180.0)));
}

Path dense_path(const Path& path, Edge edge) {
    if (edge == Edge::geodesic) {
        return densified(path, geodesic_step);
    }
    Path dense;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i == 0) {
            dense.push_back(path[i]);
            continue;
        }
        const double lat = path[i - 1].lat();
        const double lon = path[i - 1].lon();
        const double north = path[i].lat() - lat;
        const double east = std::remainder(path[i].lon() - lon, 360.0);
        const double steps =
            std::max(1.0, std::ceil(std::max(std::abs(north), std::abs(east)) / degrees_step));
        for (double step = 1.0; step < steps; step += 1.0) {
            dense.push_back(model::LatLon::degrees(lat + north * step / steps,
                                                   wrapped_lon(lon + east * step / steps)));
        }
        dense.push_back(path[i]);
    }
    return dense;
}

/// Collects projected points and starts a new line at each break.
class Pen {
  public:
    explicit Pen(const Projection& projection) : projection_{&projection} {}

    void to(Degrees point) {
        if (const auto there = forward(*projection_, point)) {
            line_.push_back(*there);
        } else {
            lift();
        }
    }

    void lift() {
        if (line_.size() > 1) {
            lines_.push_back(std::move(line_));
        }
        line_.clear();
    }

    std::vector<MapLine> finish() {
        lift();
        return std::move(lines_);
    }

  private:
    const Projection* projection_;
    MapLine line_;
    std::vector<MapLine> lines_;
};

/// The last visible point between a visible and a hidden one, to a millionth of the step.
model::LatLon border_point(const VisibleRegion& region, model::LatLon seen, model::LatLon hidden) {
    for (int i = 0; i < 20; ++i) {
        const model::LatLon middle = detail::halfway(seen, hidden);
        (contains(region, middle) ? seen : hidden) = middle;
    }
    return seen;
}

Degrees degrees(model::LatLon place) {
    return {place.lon(), place.lat()};
}

/// Draws the step from a to b, cut where it crosses the meridian opposite the window's middle.
void step_in_window(Pen& pen, double middle_lon, model::LatLon a, model::LatLon b) {
    const double from = wrapped_lon(a.lon() - middle_lon);
    const double to = wrapped_lon(b.lon() - middle_lon);
    if (std::abs(to - from) > 180.0) {
        const double side = from > 0.0 ? 180.0 : -180.0;
        const double whole = to + 2.0 * side - from;
        const double part = whole == 0.0 ? 0.0 : (side - from) / whole;
        const double lat = a.lat() + (b.lat() - a.lat()) * part;
        const double inset = side > 0.0 ? -detail::seam_gap : detail::seam_gap;
        pen.to({middle_lon + side + inset, lat});
        pen.lift();
        pen.to({middle_lon - side - inset, lat});
    }
    pen.to(degrees(b));
}

void step(Pen& pen, const VisibleRegion& region, model::LatLon a, model::LatLon b) {
    const bool from_seen = contains(region, a);
    const bool to_seen = contains(region, b);
    if (!from_seen && !to_seen) {
        return;
    }
    if (!from_seen) {
        a = border_point(region, b, a);
        pen.to(degrees(a));
    } else if (!to_seen) {
        b = border_point(region, a, b);
    }
    if (const auto* window = std::get_if<LatLonWindow>(&region)) {
        step_in_window(pen, window->middle_lon, a, b);
    } else {
        pen.to(degrees(b));
    }
    if (!to_seen) {
        pen.lift();
    }
}

MapLine project_ring(const Projection& projection, const detail::DegreesRing& ring) {
    MapLine made;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Degrees a = ring[i];
        const Degrees b = ring[(i + 1) % ring.size()];
        const double reach = std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat));
        const double steps = std::max(1.0, std::ceil(reach / degrees_step));
        for (double step = 0.0; step < steps; step += 1.0) {
            const double part = step / steps;
            const Degrees point{a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part};
            if (const auto there = forward(projection, point)) {
                made.push_back(*there);
            }
        }
    }
    return made;
}

/// The base map is cut at the 180th meridian and near the south pole; those edges are no coast.
bool is_seam(model::LatLon a, model::LatLon b) {
    constexpr double near = 1e-4;
    constexpr double south_end = -89.9;
    return (std::abs(a.lon()) > 180.0 - near && std::abs(b.lon()) > 180.0 - near) ||
           (a.lat() < south_end && b.lat() < south_end);
}

} // namespace

std::vector<MapLine> project_line(const Projection& projection, const Path& path, Edge edge) {
    const Path dense = dense_path(path, edge);
    Pen pen{projection};
    if (!dense.empty() && contains(projection.region(), dense.front())) {
        pen.to(degrees(dense.front()));
    }
    for (std::size_t i = 1; i < dense.size(); ++i) {
        step(pen, projection.region(), dense[i - 1], dense[i]);
    }
    return pen.finish();
}

std::vector<MapLine> project_area(const Projection& projection, const Polygon& polygon) {
    std::vector<MapLine> rings;
    for (const detail::DegreesRing& ring : detail::cut(polygon, projection.region())) {
        MapLine made = project_ring(projection, ring);
        if (made.size() > 2) {
            rings.push_back(std::move(made));
        }
    }
    return rings;
}

std::vector<MapLine> project_outline(const Projection& projection, const Polygon& polygon) {
    std::vector<MapLine> lines;
    const auto draw = [&](Path& path) {
        std::ranges::move(project_line(projection, path, Edge::straight_in_degrees),
                          std::back_inserter(lines));
        path.clear();
    };
    for (const Path& ring : polygon.rings) {
        Path piece;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const model::LatLon next = ring[(i + 1) % ring.size()];
            if (is_seam(ring[i], next)) {
                draw(piece);
                continue;
            }
            if (piece.empty()) {
                piece.push_back(ring[i]);
            }
            piece.push_back(next);
        }
        draw(piece);
    }
    return lines;
}

MapLine project_horizon(const Projection& projection) {
    VisibleRegion region = projection.region();
    auto* cap = std::get_if<SphericalCap>(&region);
    if (cap == nullptr) {
        return project_ring(projection, detail::border(region));
    }
    cap->radius -= 1e-6; // inside for certain, whatever rounding does
    MapLine circle;
    for (const Degrees& point : detail::border(region)) {
        if (const auto there = forward(projection, point)) {
            circle.push_back(*there);
        }
    }
    return circle;
}

} // namespace landsea::geo
