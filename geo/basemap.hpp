#pragma once

#include "geo/geodesic.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::geo {

/// A surface: `rings[0]` is its outside, the others are holes. The first point of a ring is not
/// repeated at its end; edges are straight in degrees; a ring may cross the 180th meridian.
struct Polygon {
    std::vector<Path> rings;
};

struct Lake {
    std::string name; ///< may be empty
    Polygon shape;
};

struct River {
    std::string name; ///< may be empty
    int scale_rank{}; ///< 1 for the greatest rivers, 6 for small ones
    Path course;
};

/// How settled a boundary is, after the classes of Natural Earth.
enum class BoundaryClass { international, disputed, line_of_control, indefinite, lease_limit };

struct Boundary {
    BoundaryClass kind{};
    Path line;
};

/// A line between two provinces of China.
struct ProvinceLine {
    std::string name; ///< "Guangdong - Guangxi"; may be empty
    Path line;
};

struct PopulatedPlace {
    std::string name;
    model::LatLon location;
    int population{};
    int scale_rank{}; ///< 0 for world cities, 6 for the least shown
};

/// What lies under every map. Schematic: not an authority on boundaries.
struct BaseMap {
    std::vector<Polygon> land; ///< lakes are holes
    std::vector<Lake> lakes;
    std::vector<River> rivers; ///< and ship canals
    std::vector<Boundary> boundaries;
    std::vector<ProvinceLine> provinces;
    std::vector<PopulatedPlace> places;
};

enum class LandScale {
    finest,   ///< 1:10 million, to 100 m: every islet; for posters and for tests of sea lanes
    detailed, ///< 1:50 million
    coarse,   ///< 1:110 million, for small pictures and for dragging
};

/// Who made the base map, to be printed on every map.
inline constexpr std::string_view base_map_credit = "Base map: Natural Earth, public domain";

/// Reads the GeoPackage that data/prepare_basemap.py makes (data/basemap.gpkg); docs/base_map.md
/// says what is in it. `scale` chooses the land, and lakes that fit it.
///
/// Throws std::filesystem::filesystem_error when the file cannot be opened, std::runtime_error
/// with file, layer, feature, what was expected and what was found when its content is wrong.
/// Cost: about 21 ms and 10 MB; 34 ms and 25 MB with the finest land.
BaseMap read_base_map(const std::filesystem::path& path, LandScale scale = LandScale::detailed);

/// The land alone, of the same file. Errors: as `read_base_map`. Cost: 9 to 22 ms.
std::vector<Polygon> read_land(const std::filesystem::path& path, LandScale scale);

} // namespace landsea::geo
