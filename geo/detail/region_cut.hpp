#pragma once

#include "geo/basemap.hpp"
#include "geo/visible_region.hpp"

#include <vector>

namespace landsea::geo::detail {

/// A point in degrees whose longitude may lie outside [-180, 180].
struct Degrees {
    double lon{};
    double lat{};
};

using DegreesRing = std::vector<Degrees>;

/// A map cut along a meridian ends this far from it on either side (1 cm on the ground), so that
/// the projection sees which side is meant.
inline constexpr double seam_gap = 1e-7;

/// The ring with each longitude within 180 degrees of the one before. A ring that goes round a
/// pole is closed along it.
DegreesRing unwrapped(const Path& ring);

/// The rings of `polygon` that lie within `region`, filled by the even-odd rule. Longitudes lie
/// within 180 degrees of the region's middle.
std::vector<DegreesRing> cut(const Polygon& polygon, const VisibleRegion& region);

/// The border of a region. For a window, its four sides.
DegreesRing border(const VisibleRegion& region);

} // namespace landsea::geo::detail
