#pragma once

#include "geo/projection.hpp"
#include "geo/visible_region.hpp"

#include <functional>
#include <optional>
#include <string>

namespace landsea::geo::detail {

/// A projection's formula, without regard to any region; nullopt where it has no finite result.
using Formula = std::function<std::optional<MapPoint>(model::LatLon)>;

/// Why a formula cannot be drawn in a region, in one sentence that names a place; nullopt when it
/// can. Looked at every 5 degrees: that it is finite, neither torn nor folded, and of about true
/// scale in the middle. About 10,000 evaluations.
std::optional<std::string> drawing_problem(const Formula& formula, const VisibleRegion& region);

} // namespace landsea::geo::detail
