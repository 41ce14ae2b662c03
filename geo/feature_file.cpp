#include "geo/feature_file.hpp"

#include "geo/antimeridian.hpp"
#include "geo/detail/layer_style.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <type_traits>

namespace landsea::geo {

namespace {

constexpr const char* fixed_time = "2022-01-01T00:00:00.000Z";

/// Keeps GDAL's own messages off stderr and its clock out of the file.
class QuietGdal {
  public:
    QuietGdal() {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
        CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", fixed_time);
    }

    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;

    ~QuietGdal() {
        CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
        CPLPopErrorHandler();
    }
};

[[noreturn]] void misfit(const FeatureLayer& layer, std::size_t feature, const std::string& what) {
    throw std::invalid_argument{"layer " + layer.name + ", feature " + std::to_string(feature) +
                                ": " + what};
}

bool crosses_antimeridian(const Path& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (std::abs(ring[i].lon() - ring[(i + 1) % ring.size()].lon()) > 180.0) {
            return true;
        }
    }
    return false;
}

/// What is wrong with a shape, or nothing.
std::string problem_of(const Shape& shape, ShapeKind kind) {
    if (shape.index() != static_cast<std::size_t>(kind)) {
        return "expected a shape of the layer's kind, found another";
    }
    if (const auto* lines = std::get_if<std::vector<Path>>(&shape)) {
        if (lines->empty() || std::ranges::any_of(*lines, [](const Path& path) {
                return split_at_antimeridian(path).empty();
            })) {
            return "expected lines of at least 2 different points, found fewer";
        }
    }
    if (const auto* area = std::get_if<Polygon>(&shape)) {
        if (area->rings.empty() ||
            std::ranges::any_of(area->rings, [](const Path& ring) { return ring.size() < 3; })) {
            return "expected rings of at least 3 points, found fewer";
        }
        if (std::ranges::any_of(area->rings, crosses_antimeridian)) {
            return "expected rings on one side of the 180th meridian, found one across it";
        }
    }
    return {};
}

bool fits(const FieldValue& value, FieldType type) {
    // The alternatives of FieldValue after "nothing" are in the order of FieldType.
    return value.index() == 0 || value.index() == static_cast<std::size_t>(type) + 1;
}

void check(const FeatureLayer& layer) {
    for (std::size_t i = 0; i < layer.features.size(); ++i) {
        const Feature& feature = layer.features[i];
        const std::string problem = problem_of(feature.shape, layer.kind);
        if (!problem.empty()) {
            misfit(layer, i, problem);
        }
        if (feature.values.size() != layer.fields.size()) {
            misfit(layer, i,
                   "expected " + std::to_string(layer.fields.size()) + " values, found " +
                       std::to_string(feature.values.size()));
        }
        for (std::size_t k = 0; k < layer.fields.size(); ++k) {
            if (!fits(feature.values[k], layer.fields[k].type)) {
                misfit(layer, i,
                       "expected a value of the type of " + layer.fields[k].name +
                           ", found another");
            }
        }
    }
}

std::unique_ptr<OGRLineString> line_of(const Path& path) {
    auto made = std::make_unique<OGRLineString>();
    for (const model::LatLon& point : path) {
        made->addPoint(point.lon(), point.lat());
    }
    return made;
}

/// Null for a shape that is none.
std::unique_ptr<OGRGeometry> geometry_of(const Shape& shape) {
    if (std::holds_alternative<std::monostate>(shape)) {
        return nullptr;
    }
    if (const auto* point = std::get_if<model::LatLon>(&shape)) {
        return std::make_unique<OGRPoint>(point->lon(), point->lat());
    }
    if (const auto* lines = std::get_if<std::vector<Path>>(&shape)) {
        auto made = std::make_unique<OGRMultiLineString>();
        for (const Path& path : *lines) {
            for (const Path& piece : split_at_antimeridian(path)) {
                made->addGeometryDirectly(line_of(piece).release());
            }
        }
        return made;
    }
    auto made = std::make_unique<OGRPolygon>();
    for (const Path& ring : std::get<Polygon>(shape).rings) {
        auto closed = std::make_unique<OGRLinearRing>();
        for (const model::LatLon& point : ring) {
            closed->addPoint(point.lon(), point.lat());
        }
        closed->closeRings();
        made->addRingDirectly(closed.release());
    }
    return made;
}

OGRwkbGeometryType geometry_type(ShapeKind kind) {
    constexpr std::array<OGRwkbGeometryType, 4> types{wkbPoint, wkbMultiLineString, wkbPolygon,
                                                      wkbNone};
    return types.at(static_cast<std::size_t>(kind));
}

OGRFieldType field_type(FieldType type) {
    constexpr std::array<OGRFieldType, 3> types{OFTString, OFTInteger64, OFTReal};
    return types.at(static_cast<std::size_t>(type));
}

void set(OGRFeature& feature, int field, const FieldValue& value) {
    std::visit(
        [&](const auto& held) {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                feature.SetField(field, held.c_str());
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                feature.SetField(field, static_cast<GIntBig>(held));
            } else if constexpr (std::is_same_v<Held, double>) {
                feature.SetField(field, held);
            } else {
                feature.SetFieldNull(field);
            }
        },
        value);
}

/// The open file; what GDAL refuses becomes an exception that names it.
class Writer {
  public:
    explicit Writer(std::filesystem::path path) : path_{std::move(path)} {
        RegisterOGRGeoPackage();
        std::error_code failed;
        std::filesystem::remove(path_, failed); // GDAL writes over nothing
        if (failed) {
            throw std::filesystem::filesystem_error{"cannot write", path_, failed};
        }
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        dataset_.reset(driver == nullptr
                           ? nullptr
                           : driver->Create(path_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset_ != nullptr);
        wgs84_.importFromEPSG(4326);
        wgs84_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    }

    void add(const FeatureLayer& layer) {
        CPLStringList options;
        options.SetNameValue("DESCRIPTION", layer.description.c_str());
        const bool drawn = layer.kind != ShapeKind::none;
        if (drawn) {
            options.SetNameValue("GEOMETRY_NULLABLE", "NO");
        }
        OGRLayer* target = dataset_->CreateLayer(layer.name.c_str(), drawn ? &wgs84_ : nullptr,
                                                 geometry_type(layer.kind), options.List());
        require(target != nullptr);
        for (const Field& field : layer.fields) {
            add_field(*target, field.name.c_str(), field_type(field.type));
        }
        for (const Feature& feature : layer.features) {
            OGRFeature made{target->GetLayerDefn()};
            for (std::size_t k = 0; k < feature.values.size(); ++k) {
                set(made, static_cast<int>(k), feature.values[k]);
            }
            if (auto geometry = geometry_of(feature.shape)) {
                made.SetGeometryDirectly(geometry.release());
            }
            require(target->CreateFeature(&made) == OGRERR_NONE);
        }
    }

    /// QGIS's table of styles, as its own "save style in database" makes it.
    void add_styles(const std::vector<FeatureLayer>& layers) {
        CPLStringList options;
        options.SetNameValue("FID", "id");
        OGRLayer* table = dataset_->CreateLayer("layer_styles", nullptr, wkbNone, options.List());
        require(table != nullptr);
        for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name",
                                 "f_geometry_column", "styleName", "styleQML", "styleSLD"}) {
            add_field(*table, name, OFTString);
        }
        OGRFieldDefn use{"useAsDefault", OFTInteger};
        use.SetSubType(OFSTBoolean);
        require(table->CreateField(&use) == OGRERR_NONE);
        for (const char* name : {"description", "owner", "ui"}) {
            add_field(*table, name, OFTString);
        }
        add_field(*table, "update_time", OFTDateTime);
        for (const FeatureLayer& layer : layers) {
            if (layer.kind == ShapeKind::none) {
                continue;
            }
            OGRFeature row{table->GetLayerDefn()};
            row.SetField("f_table_catalog", "");
            row.SetField("f_table_schema", "");
            row.SetField("f_table_name", layer.name.c_str());
            row.SetField("f_geometry_column", "geom");
            row.SetField("styleName", layer.name.c_str());
            row.SetField("styleQML", detail::qml_of(layer).c_str());
            row.SetField("styleSLD", detail::sld_of(layer).c_str());
            row.SetField("useAsDefault", 1);
            row.SetField("description", layer.description.c_str());
            row.SetField("owner", "");
            row.SetField("update_time", fixed_time);
            require(table->CreateFeature(&row) == OGRERR_NONE);
        }
    }

    void begin() { require(dataset_->StartTransaction() == OGRERR_NONE); }

    void finish() {
        require(dataset_->CommitTransaction() == OGRERR_NONE);
        CPLErrorReset();
        dataset_.reset(); // indices and extents are written here
        require(CPLGetLastErrorType() < CE_Failure);
    }

  private:
    void require(bool done) const {
        if (!done) {
            const std::string reason = CPLGetLastErrorMsg();
            throw std::filesystem::filesystem_error{
                "cannot write: " + (reason.empty() ? "GDAL does not say why" : reason), path_,
                std::make_error_code(std::errc::io_error)};
        }
    }

    void add_field(OGRLayer& layer, const char* name, OGRFieldType type) const {
        OGRFieldDefn definition{name, type};
        require(layer.CreateField(&definition) == OGRERR_NONE);
    }

    std::filesystem::path path_;
    OGRSpatialReference wgs84_;
    GDALDatasetUniquePtr dataset_;
};

} // namespace

void write_geopackage(const std::filesystem::path& path, const std::vector<FeatureLayer>& layers) {
    std::ranges::for_each(layers, check);
    const QuietGdal quiet;
    Writer writer{path};
    writer.begin();
    for (const FeatureLayer& layer : layers) {
        writer.add(layer);
    }
    writer.add_styles(layers);
    writer.finish();
}

} // namespace landsea::geo
