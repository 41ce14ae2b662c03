#pragma once

#include "geo/basemap.hpp"
#include "geo/shoreline.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace landsea::geo {

/// How a ship gets from a berth to the open sea, where the sea lanes begin.
struct SeaApproach {
    Path line;         ///< from the first water to the open sea; one point when that is the place
    model::Km snapped; ///< from the place to the first water
};

/// Finds the way from a place through bays, roads and channels to the open sea.
///
/// Water is looked at in cells of about 0.3 km, up to 1.6 degrees of latitude around the place, so
/// a way is found wherever the coast shows water or a channel is given.
class SeaApproaches {
  public:
    /// Keeps references: all must outlive it.
    SeaApproaches(const std::vector<Polygon>& land, const Shoreline& shore,
                  const Fairways& fairways)
        : land_{land}, shore_{shore}, fairways_{fairways} {}

    /// The shortest way to a point outside the shoreline that `is_open_sea` accepts: a pool that
    /// the shoreline cuts off from the lanes is none. Nullopt when there is no water within
    /// `furthest` of the place, or no way. Accuracy: 2 % of the length, 0.5 km.
    [[nodiscard]] std::optional<SeaApproach>
    from(model::LatLon place, model::Km furthest,
         const std::function<bool(model::LatLon)>& is_open_sea) const;

  private:
    const std::vector<Polygon>& land_;
    const Shoreline& shore_;
    const Fairways& fairways_;
};

} // namespace landsea::geo
