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

struct PopulatedPlace {
    std::string name;
    model::LatLon location;
    int population{};
    int scale_rank{}; ///< 0 for world cities, 4 for the least shown
};

/// What lies under every map. Schematic: not an authority on boundaries.
struct BaseMap {
    std::vector<Polygon> land; ///< lakes are holes
    std::vector<Lake> lakes;
    std::vector<River> rivers;
    std::vector<Boundary> boundaries;
    std::vector<PopulatedPlace> places;
};

enum class LandScale {
    detailed, ///< 1:50 million
    coarse,   ///< 1:110 million, for small pictures and for dragging
};

/// Who made the base map, to be printed on every map.
inline constexpr std::string_view base_map_credit = "Base map: Natural Earth, public domain";

/// Reads the GeoPackage that data/prepare_basemap.py makes (data/basemap.gpkg).
///
/// Throws std::filesystem::filesystem_error when the file cannot be opened, std::runtime_error
/// with file, layer, feature, what was expected and what was found when its content is wrong.
/// Cost: about 20 ms, 10 MB.
BaseMap read_base_map(const std::filesystem::path& file, LandScale scale = LandScale::detailed);

} // namespace landsea::geo
