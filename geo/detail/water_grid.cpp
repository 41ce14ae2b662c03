#include "geo/detail/water_grid.hpp"

#include "geo/detail/sphere.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::geo::detail {

namespace {

constexpr double radians_per_degree = std::numbers::pi / 180.0;
constexpr double steepest_lat = 85.0; ///< columns do not get wider beyond

} // namespace

WaterGrid::WaterGrid(model::LatLon middle)
    : middle_{middle}, column_deg_{cell_deg /
                                   std::cos(std::min(std::abs(middle.lat()), steepest_lat) *
                                            radians_per_degree)},
      cells_(static_cast<std::size_t>(size) * size, 0) {}

model::LatLon WaterGrid::centre(Cell cell) const {
    const double lat = middle_.lat() + (cell.row - half_size) * cell_deg;
    const double lon = middle_.lon() + (cell.column - half_size) * column_deg_;
    return model::LatLon::degrees(std::clamp(lat, -90.0, 90.0), wrapped_lon(lon));
}

std::optional<WaterGrid::Cell> WaterGrid::cell_of(model::LatLon place) const {
    const double east = wrapped_lon(place.lon() - middle_.lon());
    const Cell cell{half_size +
                        static_cast<int>(std::lround((place.lat() - middle_.lat()) / cell_deg)),
                    half_size + static_cast<int>(std::lround(east / column_deg_))};
    return contains(cell) ? std::optional{cell} : std::nullopt;
}

/// The points of a ring in columns and rows, the first one again at the end. The ring may go over
/// the 180th meridian.
std::vector<WaterGrid::Spot> WaterGrid::spots_of(const Path& ring) const {
    double lon = ring.back().lon();
    std::vector<Spot> spots;
    spots.reserve(ring.size() + 1);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const model::LatLon& point = i == 0 ? ring.back() : ring[i - 1];
        lon += wrapped_lon(point.lon() - lon);
        spots.push_back({.column = half_size + (lon - middle_.lon()) / column_deg_,
                         .row = half_size + (point.lat() - middle_.lat()) / cell_deg});
    }
    return spots;
}

/// Notes where the edges of a ring cross the middle line of each row, in columns.
void WaterGrid::cross_rows(const std::vector<Spot>& spots, double shift,
                           std::vector<std::vector<double>>& rows) {
    for (std::size_t i = 1; i < spots.size(); ++i) {
        const Spot& lower = spots[i - 1].row < spots[i].row ? spots[i - 1] : spots[i];
        const Spot& upper = spots[i - 1].row < spots[i].row ? spots[i] : spots[i - 1];
        const int first = static_cast<int>(std::ceil(std::clamp<double>(lower.row, 0.0, size)));
        for (int row = first; row < size && row < upper.row; ++row) {
            const double part = (row - lower.row) / (upper.row - lower.row);
            rows[static_cast<std::size_t>(row)].push_back(lower.column + shift +
                                                          part * (upper.column - lower.column));
        }
    }
}

/// Rings that keep clear of the window cross each row an even number of times on one side of it, so
/// they make no difference.
void WaterGrid::fill(const std::vector<Path>& rings, std::uint8_t bit) {
    std::vector<std::vector<double>> rows(size);
    for (const Path& ring : rings) {
        const auto outline = spots_of(ring);
        const auto [west, east] = std::ranges::minmax(outline, {}, &Spot::column);
        const auto [south, north] = std::ranges::minmax(outline, {}, &Spot::row);
        if (south.row > size || north.row < 0) {
            continue;
        }
        for (const double turn : {-360.0, 0.0, 360.0}) {
            const double shift = turn / column_deg_;
            if (west.column + shift <= size && east.column + shift >= 0) {
                cross_rows(outline, shift, rows);
            }
        }
    }
    for (int row = 0; row < size; ++row) {
        paint(row, rows[static_cast<std::size_t>(row)], bit);
    }
}

/// Paints a row between each crossing of odd number and the next.
void WaterGrid::paint(int row, std::vector<double>& crossings, std::uint8_t bit) {
    std::ranges::sort(crossings);
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const double begin = std::clamp<double>(std::ceil(crossings[i - 1]), 0.0, size);
        for (int column = static_cast<int>(begin); column < size && column <= crossings[i];
             ++column) {
            cells_[index({row, column})] |= bit;
        }
    }
}

void WaterGrid::add_land(const std::vector<Path>& rings) {
    fill(rings, land);
}

void WaterGrid::add_shore(const std::vector<Path>& rings) {
    fill(rings, shore);
}

void WaterGrid::add_channel(const Path& line) {
    constexpr model::Km half_a_cell{0.15};
    for (const model::LatLon point : densified(line, half_a_cell)) {
        const auto middle = cell_of(point);
        if (!middle) {
            continue;
        }
        for (int north = -1; north <= 1; ++north) {
            for (int east = -1; east <= 1; ++east) {
                const Cell cell{middle->row + north, middle->column + east};
                if (contains(cell)) {
                    cells_[index(cell)] &= static_cast<std::uint8_t>(~land);
                }
            }
        }
    }
}

bool WaterGrid::are_in_sight(Cell a, Cell b) const {
    const int steps = 2 * std::max(std::abs(b.row - a.row), std::abs(b.column - a.column));
    for (int i = 0; i <= steps; ++i) {
        const double part = steps == 0 ? 0.0 : static_cast<double>(i) / steps;
        const Cell cell{static_cast<int>(std::lround(a.row + part * (b.row - a.row))),
                        static_cast<int>(std::lround(a.column + part * (b.column - a.column)))};
        if (!is_water(cell)) {
            return false;
        }
    }
    return true;
}

} // namespace landsea::geo::detail
