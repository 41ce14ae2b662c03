#include "geo/sea_approach.hpp"

#include "geo/detail/sphere.hpp"
#include "geo/detail/water_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <queue>

namespace landsea::geo {

namespace {

using detail::WaterGrid;
using Cell = WaterGrid::Cell;

/// Whether the ring reaches into the latitudes of the window round a place.
bool is_near(const Path& ring, model::LatLon place) {
    constexpr double reach = WaterGrid::half_size * WaterGrid::cell_deg;
    double south = 90.0;
    double north = -90.0;
    for (const model::LatLon point : ring) {
        south = std::min(south, point.lat());
        north = std::max(north, point.lat());
    }
    return south <= place.lat() + reach && north >= place.lat() - reach;
}

WaterGrid grid_round(model::LatLon place, const std::vector<Polygon>& land, const Shoreline& shore,
                     const Fairways& fairways) {
    WaterGrid grid{place};
    std::vector<Path> near;
    for (const Polygon& polygon : land) {
        if (is_near(polygon.rings.front(), place)) {
            near.insert(near.end(), polygon.rings.begin(), polygon.rings.end());
        }
    }
    grid.add_land(near);
    for (const Path& shoal : fairways.forbidden) {
        grid.add_land({shoal});
    }
    near.clear();
    std::ranges::copy_if(shore, std::back_inserter(near),
                         [&](const Path& ring) { return is_near(ring, place); });
    grid.add_shore(near);
    for (const Path& channel : fairways.channels) {
        if (is_near(channel, place)) {
            grid.add_channel(channel);
        }
    }
    return grid;
}

/// The nearest water that `is_new`, within `furthest` of the place.
std::optional<Cell> nearest_water(const WaterGrid& grid, model::LatLon place, model::Km furthest,
                                  const std::function<bool(Cell)>& is_new) {
    const Cell middle{WaterGrid::half_size, WaterGrid::half_size};
    std::optional<Cell> best;
    model::Km least = furthest;
    for (int ring = 0; ring <= WaterGrid::half_size; ++ring) {
        constexpr double km_per_cell = WaterGrid::cell_deg * 110.5;
        if (best && ring * km_per_cell > least.count()) {
            break;
        }
        for (int row = -ring; row <= ring; ++row) {
            const int step = std::abs(row) == ring ? 1 : std::max(1, 2 * ring);
            for (int column = -ring; column <= ring; column += step) {
                const Cell cell{middle.row + row, middle.column + column};
                if (!grid.is_water(cell) || !is_new(cell)) {
                    continue;
                }
                const model::Km away = ring == 0 ? model::Km{} : distance(place, grid.centre(cell));
                if (away <= least && (!best || away < least)) {
                    best = cell;
                    least = away;
                }
            }
        }
    }
    return best;
}

/// Walks from a cell through water, nearest first, until a free cell is accepted.
class Walk {
  public:
    explicit Walk(const WaterGrid& grid)
        : grid_{grid}, cost_(static_cast<std::size_t>(WaterGrid::size) * WaterGrid::size,
                             std::numeric_limits<std::uint32_t>::max()),
          from_(cost_.size()), is_refused_(cost_.size(), 0) {}

    /// Whether no walk has come here yet.
    [[nodiscard]] bool is_new(Cell cell) const {
        return cost_[WaterGrid::index(cell)] == std::numeric_limits<std::uint32_t>::max();
    }

    std::optional<Cell> from(Cell start, const std::function<bool(Cell)>& accepts) {
        using Entry = std::pair<std::uint32_t, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        start_ = start;
        cost_[WaterGrid::index(start)] = 0;
        open.emplace(0, WaterGrid::index(start));
        while (!open.empty()) {
            const auto [cost, index] = open.top();
            open.pop();
            if (cost != cost_[index]) {
                continue;
            }
            const Cell cell = WaterGrid::cell_at(index);
            if (is_clear(cell) && is_refused_[index] == 0) {
                if (accepts(cell)) {
                    return cell;
                }
                refuse_pool(cell);
            }
            for (const auto& [north, east, step] : steps) {
                const Cell next{cell.row + north, cell.column + east};
                if (!WaterGrid::contains(next) || !grid_.is_water(next)) {
                    continue;
                }
                const std::size_t n = WaterGrid::index(next);
                if (cost + step < cost_[n]) {
                    cost_[n] = cost + step;
                    from_[n] = index;
                    open.emplace(cost_[n], n);
                }
            }
        }
        return std::nullopt;
    }

    /// The cells from the start to one that was reached, without those that a straight line spares.
    [[nodiscard]] std::vector<Cell> pulled_tight(Cell end) const {
        std::vector<Cell> all{end};
        while (!(all.back() == start_)) {
            all.push_back(WaterGrid::cell_at(from_[WaterGrid::index(all.back())]));
        }
        std::ranges::reverse(all);
        std::vector<Cell> kept{all.front()};
        for (std::size_t i = 2; i < all.size(); ++i) {
            if (!grid_.are_in_sight(kept.back(), all[i])) {
                kept.push_back(all[i - 1]);
            }
        }
        if (!(kept.back() == end)) {
            kept.push_back(end);
        }
        return kept;
    }

  private:
    struct Step {
        int north;
        int east;
        std::uint32_t cost;
    };

    // A diagonal step is 1.41 times as long.
    static constexpr std::array<Step, 8> steps{Step{0, 1, 100}, {1, 0, 100},  {0, -1, 100},
                                               {-1, 0, 100},    {1, 1, 141},  {1, -1, 141},
                                               {-1, 1, 141},    {-1, -1, 141}};

    /// Free with all its neighbours: the shoreline's great circles bulge a little over the straight
    /// edges of the grid.
    [[nodiscard]] bool is_clear(Cell cell) const {
        return grid_.is_free(cell) && std::ranges::all_of(steps, [&](const Step& step) {
                   const Cell beside{cell.row + step.north, cell.column + step.east};
                   return WaterGrid::contains(beside) && grid_.is_free(beside);
               });
    }

    /// Free water that is joined to a cell which was not accepted will not be either.
    void refuse_pool(Cell cell) {
        std::vector<Cell> left{cell};
        is_refused_[WaterGrid::index(cell)] = 1;
        while (!left.empty()) {
            const Cell at = left.back();
            left.pop_back();
            for (const auto& [north, east, step] : steps) {
                const Cell next{at.row + north, at.column + east};
                if (WaterGrid::contains(next) && is_clear(next) &&
                    is_refused_[WaterGrid::index(next)] == 0) {
                    is_refused_[WaterGrid::index(next)] = 1;
                    left.push_back(next);
                }
            }
        }
    }

    const WaterGrid& grid_;
    Cell start_; ///< of the last walk
    std::vector<std::uint32_t> cost_;
    std::vector<std::size_t> from_;
    std::vector<std::uint8_t> is_refused_;
};

} // namespace

std::optional<SeaApproach>
SeaApproaches::from(model::LatLon place, model::Km furthest,
                    const std::function<bool(model::LatLon)>& is_open_sea) const {
    const WaterGrid grid = grid_round(place, land_, shore_, fairways_);
    const Cell middle{WaterGrid::half_size, WaterGrid::half_size};
    const auto point = [&](Cell cell) { return cell == middle ? place : grid.centre(cell); };
    Walk walk{grid};
    std::optional<Cell> start;
    std::optional<Cell> end;
    // The nearest water may be a lake: try the next one then.
    do {
        start = nearest_water(grid, place, furthest, [&](Cell cell) { return walk.is_new(cell); });
        if (!start) {
            return std::nullopt;
        }
        end = walk.from(*start, [&](Cell cell) { return is_open_sea(point(cell)); });
    } while (!end);
    SeaApproach approach{.line = {}, .snapped = distance(place, point(*start))};
    for (const Cell cell : walk.pulled_tight(*end)) {
        approach.line.push_back(point(cell));
    }
    return approach;
}

} // namespace landsea::geo
