#pragma once

#include "geo/basemap.hpp"
#include "geo/geodesic.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace landsea::geo {

enum class FieldType { text, integer, real };

struct Field {
    std::string name;
    FieldType type{};
};

/// What a feature says in a field: nothing, or a value of the field's type. Text is UTF-8.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double>;

/// `none` makes a table without geometry.
enum class ShapeKind { points, lines, areas, none };

/// A point, one or more lines that belong together, an area, or nothing. Edges are straight in
/// degrees.
using Shape = std::variant<model::LatLon, std::vector<Path>, Polygon, std::monostate>;

struct Feature {
    Shape shape;
    std::vector<FieldValue> values; ///< one for each field of the layer
};

struct Rgb {
    std::uint8_t red{};
    std::uint8_t green{};
    std::uint8_t blue{};
};

/// How a GIS program shows a layer: the line of lines, the marker of points with the line round it,
/// the fill of areas with the line round it. Lengths are on paper.
struct LayerStyle {
    Rgb line_colour{};
    double line_width_mm{0.5};
    std::vector<double> dash_mm; ///< on, off, on, …; empty for a solid line
    Rgb fill_colour{};           ///< of markers and areas
    double marker_size_mm{2.5};
};

struct FeatureLayer {
    std::string name;
    std::string description;
    ShapeKind kind{};
    std::vector<Field> fields;
    std::vector<Feature> features;
    LayerStyle style;
};

/// Writes a GeoPackage of WGS84 longitudes and latitudes (EPSG:4326) over whatever is at `path`.
/// Lines are split at the 180th meridian. Each layer has its style in the table layer_styles, where
/// QGIS looks for it. The same layers give the same bytes: timestamps are fixed.
///
/// The file is complete only when the call returns: give it a temporary name, rename it then.
/// Throws std::filesystem::filesystem_error when it cannot be written; std::invalid_argument, and
/// writes nothing, when a feature does not fit its layer (kind of shape, number and types of
/// values, a line or ring without points enough, a ring across the 180th meridian).
void write_geopackage(const std::filesystem::path& path, const std::vector<FeatureLayer>& layers);

} // namespace landsea::geo
