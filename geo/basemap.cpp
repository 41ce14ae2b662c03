#include "geo/basemap.hpp"

#include "geo/detail/tiny_wkb.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <functional>
#include <span>
#include <stdexcept>
#include <utility>

namespace landsea::geo {

namespace {

/// One layer of the file, with complaints that name it.
class Layer {
  public:
    Layer(GDALDataset& dataset, std::string file, const char* name)
        : place_{std::move(file) + ": layer " + name}, layer_{dataset.GetLayerByName(name)} {
        if (layer_ == nullptr) {
            throw std::runtime_error{place_ + ": expected in a base map, found none"};
        }
    }

    void each(const std::function<void(const OGRFeature&)>& take) const {
        layer_->ResetReading();
        while (OGRFeatureUniquePtr feature{layer_->GetNextFeature()}) {
            take(*feature);
        }
    }

    [[noreturn]] void fail(const OGRFeature& feature, const std::string& expected,
                           const std::string& found) const {
        throw std::runtime_error{place_ + ": feature " + std::to_string(feature.GetFID()) +
                                 ": expected " + expected + ", found " + found};
    }

    [[nodiscard]] int field(const OGRFeature& feature, const char* name) const {
        const int index = feature.GetFieldIndex(name);
        if (index < 0 || feature.IsFieldSetAndNotNull(index) == 0) {
            fail(feature, std::string{"a field "} + name, "none");
        }
        return index;
    }

    [[nodiscard]] std::string text(const OGRFeature& feature, const char* name) const {
        return feature.GetFieldAsString(field(feature, name));
    }

    [[nodiscard]] int number(const OGRFeature& feature, const char* name) const {
        return feature.GetFieldAsInteger(field(feature, name));
    }

    [[nodiscard]] const OGRGeometry& geometry(const OGRFeature& feature,
                                              OGRwkbGeometryType kind) const {
        const OGRGeometry* found = feature.GetGeometryRef();
        if (found == nullptr || wkbFlatten(found->getGeometryType()) != kind) {
            fail(feature, OGRGeometryTypeToName(kind),
                 found == nullptr ? "no geometry" : found->getGeometryName());
        }
        return *found;
    }

    [[nodiscard]] model::LatLon point(const OGRFeature& feature, double lat, double lon) const {
        try {
            return model::LatLon::degrees(lat, lon);
        } catch (const std::out_of_range& error) {
            fail(feature, error.what(), std::to_string(lat) + ", " + std::to_string(lon));
        }
    }

    [[nodiscard]] Path path(const OGRFeature& feature, const OGRSimpleCurve& curve,
                            int count) const {
        Path made;
        made.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            made.push_back(point(feature, curve.getY(i), curve.getX(i)));
        }
        return made;
    }

    [[nodiscard]] Path line(const OGRFeature& feature) const {
        const OGRLineString& curve = *geometry(feature, wkbLineString).toLineString();
        return path(feature, curve, curve.getNumPoints());
    }

    [[nodiscard]] Polygon polygon(const OGRFeature& feature) const {
        Polygon made;
        for (const OGRLinearRing* ring : *geometry(feature, wkbPolygon).toPolygon()) {
            // OGR repeats the first point at the end.
            made.rings.push_back(path(feature, *ring, ring->getNumPoints() - 1));
        }
        return made;
    }

    /// A polygon that is not a geometry of the GeoPackage but packed in a field.
    [[nodiscard]] Polygon packed_polygon(const OGRFeature& feature) const {
        const int index = field(feature, "twkb");
        if (feature.GetFieldDefnRef(index)->GetType() != OFTBinary) {
            fail(feature, "bytes in twkb", "another type");
        }
        // GDAL's GetFieldAsBinary takes no const feature.
        const OGRField& raw = *feature.GetRawFieldRef(index);
        const std::span bytes{raw.Binary.paData, static_cast<std::size_t>(raw.Binary.nCount)};
        try {
            return {detail::polygon_of_tiny_wkb(bytes)};
        } catch (const std::runtime_error& error) {
            throw std::runtime_error{place_ + ": feature " + std::to_string(feature.GetFID()) +
                                     ": twkb: " + error.what()};
        }
    }

  private:
    std::string place_;
    OGRLayer* layer_;
};

BoundaryClass boundary_class(const Layer& layer, const OGRFeature& feature) {
    constexpr std::array<std::pair<std::string_view, BoundaryClass>, 5> names{{
        {"international", BoundaryClass::international},
        {"disputed", BoundaryClass::disputed},
        {"line_of_control", BoundaryClass::line_of_control},
        {"indefinite", BoundaryClass::indefinite},
        {"lease_limit", BoundaryClass::lease_limit},
    }};
    const std::string found = layer.text(feature, "class");
    for (const auto& [name, kind] : names) {
        if (name == found) {
            return kind;
        }
    }
    layer.fail(feature,
               "class one of international, disputed, line_of_control, indefinite, lease_limit",
               "\"" + found + "\"");
}

GDALDatasetUniquePtr open(const std::filesystem::path& file) {
    // One driver instead of all: registering the rest costs more than reading the file.
    RegisterOGRGeoPackage();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    constexpr std::array<const char*, 2> drivers{"GPKG", nullptr};
    GDALDatasetUniquePtr dataset{GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                   drivers.data(), nullptr, nullptr)};
    CPLPopErrorHandler();
    if (!dataset) {
        const auto reason = std::filesystem::exists(file) ? std::errc::invalid_argument
                                                          : std::errc::no_such_file_or_directory;
        throw std::filesystem::filesystem_error{"cannot read the base map", file,
                                                std::make_error_code(reason)};
    }
    return dataset;
}

/// The file, and its layers by name.
class File {
  public:
    explicit File(const std::filesystem::path& path) : path_{path}, dataset_{open(path)} {}

    [[nodiscard]] Layer layer(const char* name) const {
        return Layer{*dataset_, path_.string(), name};
    }

  private:
    std::filesystem::path path_;
    GDALDatasetUniquePtr dataset_;
};

std::vector<Polygon> land_of(const File& file, LandScale scale) {
    std::vector<Polygon> made;
    if (scale == LandScale::finest) {
        const Layer land = file.layer("land_10m");
        land.each([&](const OGRFeature& f) { made.push_back(land.packed_polygon(f)); });
    } else {
        const Layer land = file.layer(scale == LandScale::detailed ? "land_50m" : "land_110m");
        land.each([&](const OGRFeature& f) { made.push_back(land.polygon(f)); });
    }
    return made;
}

std::vector<Lake> lakes_of(const File& file, LandScale scale) {
    std::vector<Lake> made;
    const Layer lakes = file.layer(scale == LandScale::finest ? "lakes_10m" : "lakes");
    lakes.each([&](const OGRFeature& f) {
        made.push_back({lakes.text(f, "name"),
                        scale == LandScale::finest ? lakes.packed_polygon(f) : lakes.polygon(f)});
    });
    return made;
}

} // namespace

std::vector<Polygon> read_land(const std::filesystem::path& path, LandScale scale) {
    return land_of(File{path}, scale);
}

BaseMap read_base_map(const std::filesystem::path& path, LandScale scale) {
    const File file{path};
    BaseMap map{.land = land_of(file, scale), .lakes = lakes_of(file, scale)};
    const Layer rivers = file.layer("rivers");
    rivers.each([&](const OGRFeature& f) {
        map.rivers.push_back(
            {rivers.text(f, "name"), rivers.number(f, "scale_rank"), rivers.line(f)});
    });
    const Layer boundaries = file.layer("boundaries");
    boundaries.each([&](const OGRFeature& f) {
        map.boundaries.push_back({boundary_class(boundaries, f), boundaries.line(f)});
    });
    const Layer provinces = file.layer("provinces");
    provinces.each([&](const OGRFeature& f) {
        map.provinces.push_back({provinces.text(f, "name"), provinces.line(f)});
    });
    const Layer places = file.layer("places");
    places.each([&](const OGRFeature& f) {
        const OGRPoint& at = *places.geometry(f, wkbPoint).toPoint();
        map.places.push_back({places.text(f, "name"), places.point(f, at.getY(), at.getX()),
                              places.number(f, "population"), places.number(f, "scale_rank")});
    });
    return map;
}

} // namespace landsea::geo
