#include "geo/detail/region_cut.hpp"

#include "geo/detail/sphere.hpp"

#include <cpl_error.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace landsea::geo::detail {

namespace {

using Geometry = std::unique_ptr<OGRGeometry>;

void add_ring(OGRPolygon& polygon, const DegreesRing& points) {
    OGRLinearRing ring;
    for (const Degrees& point : points) {
        ring.addPoint(point.lon, point.lat);
    }
    ring.closeRings();
    polygon.addRing(&ring);
}

DegreesRing rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

Geometry surface(const std::vector<DegreesRing>& rings) {
    auto made = std::make_unique<OGRPolygon>();
    for (const DegreesRing& ring : rings) {
        add_ring(*made, ring);
    }
    return made;
}

void collect(const OGRGeometry& geometry, double shift, std::vector<DegreesRing>& rings) {
    const auto kind = wkbFlatten(geometry.getGeometryType());
    if (kind == wkbPolygon) {
        for (const OGRLinearRing* ring : *geometry.toPolygon()) {
            DegreesRing points;
            for (int i = 0; i + 1 < ring->getNumPoints(); ++i) {
                points.push_back({ring->getX(i) + shift, ring->getY(i)});
            }
            rings.push_back(std::move(points));
        }
    } else if (kind == wkbMultiPolygon || kind == wkbGeometryCollection) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            collect(*part, shift, rings);
        }
    }
}

/// Rings of one polygon, unwrapped, holes on the same turn of the Earth as the outside.
std::vector<DegreesRing> unwrapped(const Polygon& polygon) {
    std::vector<DegreesRing> rings;
    for (const Path& ring : polygon.rings) {
        if (ring.size() < 3) {
            throw std::invalid_argument{"a ring needs at least three points"};
        }
        DegreesRing points = detail::unwrapped(ring);
        if (points.empty()) {
            continue;
        }
        rings.push_back(std::move(points));
        const double apart = rings.front().front().lon - rings.back().front().lon;
        const double turns = 360.0 * std::round(apart / 360.0);
        for (Degrees& point : rings.back()) {
            point.lon += turns;
        }
    }
    return rings;
}

/// What two surfaces share. A ring that touches itself is repaired first: GEOS refuses it.
Geometry common(const OGRGeometry& a, const OGRGeometry& b) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    Geometry part{a.Intersection(&b)};
    if (!part) {
        const Geometry repaired{a.MakeValid()};
        part.reset(repaired ? repaired->Intersection(&b) : nullptr);
    }
    CPLPopErrorHandler();
    return part;
}

std::vector<DegreesRing> cut_to_window(const std::vector<DegreesRing>& rings,
                                       const LatLonWindow& window) {
    const Geometry whole = surface(rings);
    OGREnvelope box;
    whole->getEnvelope(&box);
    const double half = 180.0 - seam_gap;
    std::vector<DegreesRing> kept;
    const double first = std::ceil((box.MinX - window.middle_lon - 180.0) / 360.0);
    for (double turn = first; window.middle_lon + 360.0 * turn - 180.0 < box.MaxX; turn += 1.0) {
        const double middle = window.middle_lon + 360.0 * turn;
        const bool inside = box.MinX >= middle - half && box.MaxX <= middle + half &&
                            box.MinY >= window.south && box.MaxY <= window.north;
        if (inside) {
            collect(*whole, -360.0 * turn, kept);
            continue;
        }
        const Geometry frame =
            surface({rectangle(middle - half, window.south, middle + half, window.north)});
        if (const Geometry part = common(*whole, *frame)) {
            collect(*part, -360.0 * turn, kept);
        }
    }
    return kept;
}

bool in_ring(const DegreesRing& ring, Degrees p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Degrees a = ring[i];
        const Degrees b = ring[j];
        if ((a.lat > p.lat) != (b.lat > p.lat) &&
            p.lon < a.lon + (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat)) {
            inside = !inside;
        }
    }
    return inside;
}

bool covers(const std::vector<DegreesRing>& rings, model::LatLon place) {
    bool inside = false;
    for (const DegreesRing& ring : rings) {
        for (const double turn : {-360.0, 0.0, 360.0}) {
            inside ^= in_ring(ring, {place.lon() + turn, place.lat()});
        }
    }
    return inside;
}

constexpr LatLonWindow whole_earth{};

/// A cap of at most 90 degrees as surfaces within [-180, 180].
Geometry small_cap(const SphericalCap& cap) {
    Polygon circle;
    for (const Degrees& point : border(cap)) {
        if (circle.rings.empty()) {
            circle.rings.emplace_back();
        }
        circle.rings[0].push_back(model::LatLon::degrees(point.lat, wrapped_lon(point.lon)));
    }
    auto made = std::make_unique<OGRMultiPolygon>();
    for (const DegreesRing& ring : cut(circle, VisibleRegion{whole_earth})) {
        OGRPolygon part;
        add_ring(part, ring);
        made->addGeometry(&part);
    }
    return made;
}

enum class Overlap { inside, outside, partly };

Overlap overlap(const std::vector<DegreesRing>& rings, const SphericalCap& cap) {
    std::size_t points = 0;
    std::size_t inside = 0;
    for (const DegreesRing& ring : rings) {
        for (const Degrees& point : ring) {
            const auto place = model::LatLon::degrees(point.lat, wrapped_lon(point.lon));
            inside += contains(VisibleRegion{cap}, place) ? 1U : 0U;
            ++points;
        }
    }
    if (inside == points && !covers(rings, antipode(cap.centre))) {
        return Overlap::inside;
    }
    return inside == 0 && !covers(rings, cap.centre) ? Overlap::outside : Overlap::partly;
}

std::vector<DegreesRing> cut_to_cap(const std::vector<DegreesRing>& rings,
                                    const SphericalCap& cap) {
    const Overlap found = overlap(rings, cap);
    if (found == Overlap::outside) {
        return {};
    }
    std::vector<DegreesRing> kept;
    for (const DegreesRing& ring : cut_to_window(rings, whole_earth)) {
        kept.push_back(ring);
    }
    if (found == Overlap::inside) {
        return kept;
    }
    // Even-odd rings may be holes: rebuild real surfaces before cutting.
    const Geometry whole{surface(kept)->MakeValid()};
    const bool large = cap.radius > 90.0;
    const Geometry circle =
        small_cap(large ? SphericalCap{antipode(cap.centre), 180.0 - cap.radius} : cap);
    const Geometry part{large ? whole->Difference(circle.get())
                              : whole->Intersection(circle.get())};
    kept.clear();
    if (part) {
        collect(*part, 0.0, kept);
    }
    return kept;
}

/// Ends a ring that goes round a pole at its beginning one turn on, and leads it back along the
/// pole.
void close_along_pole(DegreesRing& ring, double turn) {
    // A base map may already lead its ring to the pole and back: there longitude means nothing.
    constexpr double polar = 89.9;
    std::erase_if(ring, [](const Degrees& point) { return std::abs(point.lat) > polar; });
    if (ring.empty()) {
        return;
    }
    double sum = 0.0;
    for (const Degrees& point : ring) {
        sum += point.lat;
    }
    const double pole = sum > 0.0 ? 90.0 : -90.0;
    // From its point nearest to the pole the way there meets no other part of the ring.
    const auto nearest = std::ranges::max_element(
        ring, {}, [&](const Degrees& point) { return point.lat * (pole > 0.0 ? 1.0 : -1.0); });
    for (auto point = ring.begin(); point != nearest; ++point) {
        point->lon += turn;
    }
    std::ranges::rotate(ring, nearest);
    const Degrees first = ring.front();
    ring.push_back({first.lon + turn, first.lat});
    ring.push_back({first.lon + turn, pole});
    ring.push_back({first.lon, pole});
}

} // namespace

DegreesRing unwrapped(const Path& ring) {
    DegreesRing made;
    double before = ring.front().lon();
    for (const model::LatLon& point : ring) {
        before += std::remainder(point.lon() - before, 360.0);
        made.push_back({before, point.lat()});
    }
    const double first = made.front().lon;
    const double closing = before + std::remainder(first - before, 360.0);
    if (std::abs(closing - first) > 180.0) {
        close_along_pole(made, closing - first);
    }
    return made;
}

std::vector<DegreesRing> cut(const Polygon& polygon, const VisibleRegion& region) {
    const std::vector<DegreesRing> rings = unwrapped(polygon);
    if (rings.empty()) {
        return {};
    }
    if (const auto* window = std::get_if<LatLonWindow>(&region)) {
        return cut_to_window(rings, *window);
    }
    return cut_to_cap(rings, std::get<SphericalCap>(region));
}

DegreesRing border(const VisibleRegion& region) {
    if (const auto* window = std::get_if<LatLonWindow>(&region)) {
        const double half = 180.0 - seam_gap;
        return rectangle(window->middle_lon - half, window->south, window->middle_lon + half,
                         window->north);
    }
    const auto& cap = std::get<SphericalCap>(region);
    DegreesRing circle;
    for (double azimuth = 0.0; azimuth < 360.0; azimuth += 0.5) {
        const model::LatLon point = toward(cap.centre, azimuth, cap.radius);
        circle.push_back({point.lon(), point.lat()});
    }
    return circle;
}

} // namespace landsea::geo::detail
