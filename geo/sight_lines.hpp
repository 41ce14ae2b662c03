#pragma once

#include "geo/shoreline.hpp"
#include "model/lat_lon.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace landsea::geo {

/// Where ships may turn: the headlands of a shoreline, and what can be seen from where.
///
/// The shortest way across water bends only at corners where the shore bulges into the water, and
/// at each of them it is tangent to the shore: both neighbours of the corner lie on one side of it.
/// That leaves few pairs to be tested for sight. Everything is reckoned with great circles, so the
/// 180th meridian and the poles are nothing special.
/// Source: Lozano-Pérez, Wesley 1979, "An algorithm for planning collision-free paths among
/// polyhedral obstacles", Communications of the ACM 22 (the visibility graph).
class SightLines {
  public:
    /// `barriers` are lines that stop a ship but have no headlands: the edge of the ice.
    /// Headlands outside the latitudes are walls that ships do not turn at.
    SightLines(const Shoreline& shore, const std::vector<Path>& barriers, double southernmost_deg,
               double northernmost_deg);

    SightLines(SightLines&&) noexcept;
    SightLines& operator=(SightLines&&) noexcept;
    ~SightLines();

    /// The corners at which ships turn, in the order of the shoreline.
    [[nodiscard]] const std::vector<model::LatLon>& headlands() const;

    /// All pairs of headlands (first < second) that see each other along a line which is tangent at
    /// both ends. Sorted; the same for any number of threads. Cost: O(n^2) quick tests.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>>
    between_headlands(unsigned threads) const;

    /// The headlands that a point in the water sees along a line which is tangent there. Sorted.
    [[nodiscard]] std::vector<std::uint32_t> from(model::LatLon point) const;

    /// Whether two points in the water see each other.
    [[nodiscard]] bool are_in_sight(model::LatLon a, model::LatLon b) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace landsea::geo
