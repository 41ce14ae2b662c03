#include "geo/detail/projection_probe.hpp"

#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace landsea::geo::detail {

namespace {

constexpr double spacing = 5.0;

// At the very border and at a pole the formulae of PROJ are often singular.
constexpr double off_the_edge = 0.1;

/// Places in rows and columns that cover a region.
struct Grid {
    std::size_t columns{};
    std::vector<model::LatLon> places;
};

Grid window_grid(const LatLonWindow& window) {
    const double south = std::max(window.south, -90.0 + off_the_edge);
    const double north = std::min(window.north, 90.0 - off_the_edge);
    const double half = 180.0 - off_the_edge;
    const double rows = std::ceil((north - south) / spacing);
    const double columns = std::ceil(2.0 * half / spacing);
    Grid grid{.columns = static_cast<std::size_t>(columns) + 1, .places = {}};
    for (double row = 0.0; row <= rows; row += 1.0) {
        for (double column = 0.0; column <= columns; column += 1.0) {
            grid.places.push_back(model::LatLon::degrees(
                south + (north - south) * row / rows,
                wrapped_lon(window.middle_lon - half + 2.0 * half * column / columns)));
        }
    }
    return grid;
}

Grid cap_grid(const SphericalCap& cap) {
    constexpr double columns = 36.0;
    const double most = cap.radius - off_the_edge;
    const double rows = std::ceil(most / spacing);
    Grid grid{.columns = static_cast<std::size_t>(columns) + 1, .places = {}};
    for (double row = 0.0; row <= rows; row += 1.0) {
        for (double column = 0.0; column <= columns; column += 1.0) {
            grid.places.push_back(toward(cap.centre, 360.0 * column / columns,
                                         std::max(off_the_edge, most * row / rows)));
        }
    }
    return grid;
}

std::string at(model::LatLon place) {
    const auto half = [](double degrees, const char* positive, const char* negative) {
        return std::to_string(std::lround(std::abs(degrees))) + "°" +
               (degrees < 0.0 ? negative : positive);
    };
    return "near " + half(place.lat(), "N", "S") + " " + half(place.lon(), "E", "W");
}

double apart(MapPoint a, MapPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The signed surface of a square of 1 m, on the map, by differences; nullopt next to a pole.
std::optional<double> surface(const Formula& formula, model::LatLon place) {
    constexpr double offset = 0.005;
    constexpr double metres_per_degree = 6371008.8 * std::numbers::pi / 180.0;
    if (std::abs(place.lat()) > 89.0) {
        return std::nullopt;
    }
    const auto moved = [&](double north, double east) {
        const double shrink = std::cos(place.lat() * std::numbers::pi / 180.0);
        return formula(
            model::LatLon::degrees(place.lat() + north, wrapped_lon(place.lon() + east / shrink)));
    };
    const auto east = moved(0.0, offset);
    const auto west = moved(0.0, -offset);
    const auto north = moved(offset, 0.0);
    const auto south = moved(-offset, 0.0);
    if (!east || !west || !north || !south) {
        return std::nullopt;
    }
    const double span = 2.0 * offset * metres_per_degree;
    return ((east->x - west->x) * (north->y - south->y) -
            (east->y - west->y) * (north->x - south->x)) /
           (span * span);
}

/// Whether the map has a gap between two places: halving the way again and again, one half keeps
/// the whole of the distance.
bool torn(const Formula& formula, model::LatLon a, model::LatLon b) {
    auto from = formula(a);
    auto to = formula(b);
    constexpr double no_gap_m = 20000.0;
    if (!from || !to || apart(*from, *to) < no_gap_m) {
        return false;
    }
    const double whole = apart(*from, *to);
    constexpr int halvings = 16; // 5 degrees become 8 m
    for (int i = 0; i < halvings; ++i) {
        const model::LatLon middle = halfway(a, b);
        const auto between = formula(middle);
        if (!between) {
            return true;
        }
        if (apart(*from, *between) > apart(*between, *to)) {
            b = middle;
            to = between;
        } else {
            a = middle;
            from = between;
        }
    }
    return apart(*from, *to) > 0.2 * std::min(whole, 1.0e6);
}

std::optional<std::string> scale_problem(const Formula& formula, const VisibleRegion& region) {
    const auto* window = std::get_if<LatLonWindow>(&region);
    const model::LatLon middle =
        window != nullptr
            ? model::LatLon::degrees((window->south + window->north) / 2.0, window->middle_lon)
            : toward(std::get<SphericalCap>(region).centre, 180.0, 2.0 * off_the_edge);
    const auto found = surface(formula, middle);
    if (!found) {
        return std::nullopt; // the grid says where
    }
    constexpr double most = 5.0;
    const double scale = std::sqrt(std::abs(*found));
    if (scale > 1.0 / most && scale < most) {
        return std::nullopt;
    }
    return "expected a map of the Earth in metres, found one " + std::to_string(scale) +
           " times the true size " + at(middle);
}

} // namespace

std::optional<std::string> drawing_problem(const Formula& formula, const VisibleRegion& region) {
    const auto* window = std::get_if<LatLonWindow>(&region);
    const Grid grid =
        window != nullptr ? window_grid(*window) : cap_grid(std::get<SphericalCap>(region));
    if (auto problem = scale_problem(formula, region)) {
        return problem;
    }
    double turn = 0.0;
    for (std::size_t i = 0; i < grid.places.size(); ++i) {
        const model::LatLon place = grid.places[i];
        if (!formula(place)) {
            return "it has no finite point " + at(place);
        }
        const double found = surface(formula, place).value_or(turn);
        if (turn * found < 0.0) {
            return "it is folded " + at(place) + ", so that two places share one point";
        }
        turn = turn == 0.0 ? found : turn;
        const bool last = (i + 1) % grid.columns == 0;
        if (!last && torn(formula, place, grid.places[i + 1])) {
            return "it is torn " + at(place);
        }
        if (i >= grid.columns && torn(formula, grid.places[i - grid.columns], place)) {
            return "it is torn " + at(place);
        }
    }
    return std::nullopt;
}

} // namespace landsea::geo::detail
