#pragma once

#include "io/presentation.hpp"
#include "model/sea_lanes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::io {

/// One end of a voyage.
struct SeaEnd {
    std::string id;         ///< of the place, or what was typed for a point on the map
    std::string name;       ///< in the language of the answer
    model::LatLon location; ///< of the place
    model::LatLon on_water; ///< where the course begins or ends
    model::Km snapped;      ///< between the two
};

/// A question for a way by sea, and its answer.
struct SeaVoyage {
    SeaEnd from;
    SeaEnd to;
    model::SeaRules rules;
    model::SeaCourse course;
    model::Km great_circle; ///< between the places, on the ellipsoid

    /// How many times the great circle the course is; absent between places less than 1 km apart.
    [[nodiscard]] std::optional<double> detour_ratio() const;
};

/// Source: International Extraordinary Hydrographic Conference, Monaco 1929.
inline constexpr double km_per_nautical_mile = 1.852;

/// For people: distance in kilometres and nautical miles, great circle, passages, snap distances.
std::string sea_voyage_table(const SeaVoyage& voyage, const Identity& identity,
                             const Presentation& presentation);

/// The same for programs: `distance_km`, `distance_nm`, `great_circle_km`, `detour_ratio`,
/// `passages`, `from` and `to` with `snap_km`, `vessel`, `closed`, `required`.
std::string sea_voyage_json(const SeaVoyage& voyage, const Identity& identity);

/// One line of CSV under its header.
std::string sea_voyage_csv(const SeaVoyage& voyage);

/// One feature (RFC 7946): the course as a MultiLineString with points every 50 km, cut at the
/// 180th meridian, with the facts of `sea_voyage_json` as properties.
std::string sea_voyage_geojson(const SeaVoyage& voyage, const Identity& identity);

} // namespace landsea::io
