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

// Where the projection stretches (Mercator tenfold at 84 degrees) or bends (a cone at its pole),
// more points keep lines round: steps on the map that need no look, that are too long in any case,
// and how far a step between the two may leave the curve.
constexpr double sure_step_m = 60000.0;
constexpr double longest_step_m = 150000.0;
constexpr double most_off_m = 3000.0;

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

/// Half of the way between two neighbours of a dense path.
model::LatLon between(model::LatLon a, model::LatLon b, Edge edge) {
    if (edge == Edge::geodesic) {
        return detail::halfway(a, b);
    }
    const double east = std::remainder(b.lon() - a.lon(), 360.0);
    return model::LatLon::degrees((a.lat() + b.lat()) / 2.0, wrapped_lon(a.lon() + east / 2.0));
}

/// Collects projected points and starts a new line at each break of the map.
class Pen {
  public:
    Pen(const Projection& projection, Edge edge) : projection_{&projection}, edge_{edge} {
        if (const auto* window = std::get_if<LatLonWindow>(&projection.region())) {
            seam_ = window->middle_lon;
        }
    }

    /// Begins a line.
    void at(model::LatLon place) {
        lift();
        place_ = place;
        point_ = projection_->forward(place);
        if (point_) {
            line_.push_back(*point_);
        }
    }

    /// Goes on to the next place. Where the map makes of it more than a short step, or where it
    /// crosses the meridian at which the map is cut, the way is halved until the steps are short;
    /// what is still long when nothing is left to halve is a break.
    void to(model::LatLon place) { go(place, projection_->forward(place), most_halvings); }

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
    // 50 km or 1 degree, halved so often, is 2 mm: finer than any map.
    static constexpr int most_halvings = 25;

    [[nodiscard]] bool crosses_seam(model::LatLon a, model::LatLon b) const {
        return seam_ &&
               std::abs(wrapped_lon(b.lon() - *seam_) - wrapped_lon(a.lon() - *seam_)) > 180.0;
    }

    /// Whether a straight step from where the pen is stays on the curve.
    [[nodiscard]] bool is_straight(model::LatLon place, std::optional<MapPoint> next) const {
        if (!point_ || !next) {
            return false;
        }
        const double step = std::hypot(next->x - point_->x, next->y - point_->y);
        if (step <= sure_step_m || step > longest_step_m) {
            return step <= sure_step_m;
        }
        const auto middle = projection_->forward(between(place_, place, edge_));
        return middle && std::hypot((next->x + point_->x) / 2.0 - middle->x,
                                    (next->y + point_->y) / 2.0 - middle->y) <= most_off_m;
    }

    void go(model::LatLon place, std::optional<MapPoint> next, int halvings) {
        const bool unseen = !point_ && !next;
        if ((is_straight(place, next) || unseen) && !crosses_seam(place_, place)) {
            take(place, next);
        } else if (halvings == 0) {
            lift();
            take(place, next);
        } else {
            const model::LatLon middle = between(place_, place, edge_);
            go(middle, projection_->forward(middle), halvings - 1);
            go(place, next, halvings - 1);
        }
    }

    void take(model::LatLon place, std::optional<MapPoint> next) {
        place_ = place;
        point_ = next;
        if (next) {
            line_.push_back(*next);
        } else {
            lift();
        }
    }

    const Projection* projection_;
    Edge edge_;
    std::optional<double> seam_;
    model::LatLon place_;
    std::optional<MapPoint> point_;
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

void step(Pen& pen, const VisibleRegion& region, model::LatLon a, model::LatLon b) {
    const bool from_seen = contains(region, a);
    const bool to_seen = contains(region, b);
    if (!from_seen && !to_seen) {
        return;
    }
    if (!from_seen) {
        pen.at(border_point(region, b, a));
    }
    pen.to(to_seen ? b : border_point(region, a, b));
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
    Pen pen{projection, edge};
    if (!dense.empty() && contains(projection.region(), dense.front())) {
        pen.at(dense.front());
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
