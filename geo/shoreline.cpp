#include "geo/shoreline.hpp"

#include "geo/detail/sphere.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <stdexcept>

namespace landsea::geo {

namespace {

using Shape = std::unique_ptr<OGRGeometry>;

constexpr double km_per_degree = 111.195; // on the sphere of mean radius 6371.0088 km
constexpr double presimplified_deg = 0.003;
constexpr int round_corner_segments = 2;
constexpr int sharp_corner_segments = 1;

OGRLinearRing ring_of(const Path& path, double shift) {
    OGRLinearRing ring;
    ring.setNumPoints(static_cast<int>(path.size()));
    for (std::size_t i = 0; i < path.size(); ++i) {
        ring.setPoint(static_cast<int>(i), path[i].lon() + shift, path[i].lat());
    }
    ring.closeRings();
    return ring;
}

Shape checked(OGRGeometry* made, const char* step) {
    if (made == nullptr) {
        throw std::runtime_error{std::string{"shoreline: GEOS failed to "} + step};
    }
    return Shape{made};
}

bool is_caspian(OGRLinearRing& hole) {
    OGRPolygon lake;
    lake.addRing(&hole);
    const OGRPoint middle_of_the_caspian{50.5, 42.0};
    return lake.Contains(&middle_of_the_caspian) != 0;
}

double area_km2(const OGRPolygon& polygon) {
    OGREnvelope box;
    polygon.getEnvelope(&box);
    const double middle = (box.MinY + box.MaxY) / 2.0 * std::numbers::pi / 180.0;
    return polygon.get_Area() * km_per_degree * km_per_degree * std::cos(middle);
}

bool touches_the_seam(const Path& ring) {
    return std::ranges::any_of(ring, [](model::LatLon p) { return std::abs(p.lon()) >= 179.999; });
}

/// What lies east of the 180th meridian goes on beyond +180, so that the halves of an island meet.
double shift_of(const Path& ring) {
    const bool is_eastern_half =
        touches_the_seam(ring) && ring.front().lon() < 0.0 &&
        std::ranges::none_of(ring, [](model::LatLon p) { return p.lon() > 0.0; });
    return is_eastern_half ? 360.0 : 0.0;
}

/// Each island large enough, with no lake but the Caspian, grown.
OGRMultiPolygon grown_land(const std::vector<Polygon>& land, const ShorelineRules& rules) {
    OGRMultiPolygon all;
    for (const Polygon& island : land) {
        const double shift = shift_of(island.rings.front());
        OGRPolygon whole;
        OGRLinearRing outside = ring_of(island.rings.front(), shift);
        whole.addRing(&outside);
        for (std::size_t i = 1; i < island.rings.size(); ++i) {
            OGRLinearRing hole = ring_of(island.rings[i], shift);
            if (is_caspian(hole)) {
                whole.addRing(&hole);
            }
        }
        if (area_km2(whole) < rules.least_island_km2 && !touches_the_seam(island.rings.front())) {
            continue;
        }
        const Shape simple = checked(whole.SimplifyPreserveTopology(presimplified_deg), "simplify");
        const Shape grown =
            checked(simple->Buffer(rules.clearance_deg, round_corner_segments), "grow an island");
        all.addGeometry(grown.get());
    }
    return all;
}

Shape joined(const OGRMultiPolygon& parts) {
    return checked(parts.UnionCascaded(), "join islands");
}

Shape channels_of(const Fairways& fairways, const ShorelineRules& rules) {
    OGRMultiPolygon all;
    for (const Path& channel : fairways.channels) {
        OGRLineString line;
        for (const model::LatLon point : channel) {
            line.addPoint(point.lon(), point.lat());
        }
        const Shape cut = checked(line.Buffer(rules.channel_half_width_deg, sharp_corner_segments),
                                  "open a channel");
        all.addGeometry(cut.get());
    }
    return joined(all);
}

Path path_of(const OGRLinearRing& ring) {
    constexpr double steps_per_degree = 1e5;
    const auto rounded = [&](double degrees) {
        return std::round(degrees * steps_per_degree) / steps_per_degree;
    };
    Path path;
    for (int i = 0; i + 1 < ring.getNumPoints(); ++i) {
        const model::LatLon point =
            model::LatLon::degrees(std::clamp(rounded(ring.getY(i)), -90.0, 90.0),
                                   rounded(detail::wrapped_lon(ring.getX(i))));
        if (path.empty() || path.back() != point) {
            path.push_back(point);
        }
    }
    while (path.size() > 1 && path.front() == path.back()) {
        path.pop_back();
    }
    return path;
}

void add_rings(const OGRPolygon& polygon, Shoreline& line) {
    for (const OGRLinearRing* ring : polygon) {
        const bool is_outside = ring == polygon.getExteriorRing();
        Path path = path_of(*ring);
        if ((ring->isClockwise() != 0) == is_outside) {
            std::ranges::reverse(path);
        }
        if (path.size() >= 3) {
            line.push_back(std::move(path));
        }
    }
}

} // namespace

Shoreline shoreline(const std::vector<Polygon>& land, const Fairways& fairways,
                    const ShorelineRules& rules) {
    OGRMultiPolygon forbidden = grown_land(land, rules);
    for (const Path& ring : fairways.forbidden) {
        OGRPolygon area;
        OGRLinearRing outside = ring_of(ring, 0.0);
        area.addRing(&outside);
        forbidden.addGeometry(&area);
    }
    Shape all = joined(forbidden);
    all = checked(all->SimplifyPreserveTopology(rules.tolerance_deg), "simplify the shoreline");
    if (!fairways.channels.empty()) {
        all = checked(all->Difference(channels_of(fairways, rules).get()), "open the channels");
    }
    Shoreline line;
    if (wkbFlatten(all->getGeometryType()) == wkbPolygon) {
        add_rings(*all->toPolygon(), line);
    } else {
        for (const OGRGeometry* part : *all->toGeometryCollection()) {
            if (wkbFlatten(part->getGeometryType()) == wkbPolygon) {
                add_rings(*part->toPolygon(), line);
            }
        }
    }
    return line;
}

} // namespace landsea::geo
