#include "geo/feature_file.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace landsea::geo {
namespace {

using model::LatLon;
using testing::HasSubstr;

std::filesystem::path temporary(const std::string& name) {
    return std::filesystem::path{testing::TempDir()} / ("landsea_" + name + ".gpkg");
}

Path shanghai_to_los_angeles() {
    return geodesic_line(LatLon::degrees(31.23, 121.47), LatLon::degrees(33.74, -118.26),
                         model::Km{100});
}

std::vector<FeatureLayer> example() {
    const Polygon square{{{LatLon::degrees(0, 0), LatLon::degrees(0, 2), LatLon::degrees(2, 2)}}};
    return {{.name = "ways",
             .description = "sea ways",
             .kind = ShapeKind::lines,
             .fields = {{"name", FieldType::text}, {"days", FieldType::real}},
             .features = {{std::vector<Path>{shanghai_to_los_angeles()}, {"上海–洛杉矶", 12.5}}},
             .style = {.line_colour = {0, 114, 178}, .line_width_mm = 0.8, .dash_mm = {2, 1}}},
            {.name = "ports",
             .kind = ShapeKind::points,
             .fields = {{"code", FieldType::text}, {"rank", FieldType::integer}},
             .features = {{LatLon::degrees(31.23, 121.47), {"CNSHA", std::int64_t{1}}},
                          {LatLon::degrees(33.74, -118.26), {"USLAX", std::monostate{}}}}},
            {.name = "reach", .kind = ShapeKind::areas, .features = {{square, {}}}}};
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

GDALDatasetUniquePtr opened(const std::filesystem::path& path) {
    GDALAllRegister();
    return GDALDatasetUniquePtr{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
}

TEST(GeoPackage, IsReadBackByGdal) {
    const auto path = temporary("read_back");
    write_geopackage(path, example());
    const auto dataset = opened(path);
    ASSERT_NE(dataset, nullptr);
    OGRLayer* ports = dataset->GetLayerByName("ports");
    ASSERT_NE(ports, nullptr);
    EXPECT_STREQ(ports->GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
    ASSERT_EQ(ports->GetFeatureCount(), 2);
    const OGRFeatureUniquePtr first{ports->GetNextFeature()};
    EXPECT_STREQ(first->GetFieldAsString("code"), "CNSHA");
    EXPECT_EQ(first->GetFieldAsInteger64("rank"), 1);
    EXPECT_DOUBLE_EQ(first->GetGeometryRef()->toPoint()->getX(), 121.47);
    EXPECT_DOUBLE_EQ(first->GetGeometryRef()->toPoint()->getY(), 31.23);
    const OGRFeatureUniquePtr second{ports->GetNextFeature()};
    EXPECT_TRUE(second->IsFieldNull(second->GetFieldIndex("rank")));
    OGRLayer* ways = dataset->GetLayerByName("ways");
    ASSERT_NE(ways, nullptr);
    const OGRFeatureUniquePtr way{ways->GetNextFeature()};
    EXPECT_STREQ(way->GetFieldAsString("name"), "上海–洛杉矶");
    EXPECT_DOUBLE_EQ(way->GetFieldAsDouble("days"), 12.5);
    OGRLayer* reach = dataset->GetLayerByName("reach");
    ASSERT_NE(reach, nullptr);
    const OGRFeatureUniquePtr area{reach->GetNextFeature()};
    EXPECT_TRUE(area->GetGeometryRef()->IsValid());
    EXPECT_DOUBLE_EQ(area->GetGeometryRef()->toPolygon()->get_Area(), 2.0); // half of 2 by 2
}

TEST(GeoPackage, SplitsLinesAtTheAntimeridian) {
    const auto path = temporary("split");
    write_geopackage(path, example());
    const auto dataset = opened(path);
    const OGRFeatureUniquePtr way{dataset->GetLayerByName("ways")->GetNextFeature()};
    const OGRMultiLineString& pieces = *way->GetGeometryRef()->toMultiLineString();
    ASSERT_EQ(pieces.getNumGeometries(), 2);
    EXPECT_EQ(pieces.getGeometryRef(0)->getX(0), 121.47);
    EXPECT_EQ(pieces.getGeometryRef(0)->getX(pieces.getGeometryRef(0)->getNumPoints() - 1), 180.0);
    EXPECT_EQ(pieces.getGeometryRef(1)->getX(0), -180.0);
    for (const OGRLineString* piece : pieces) {
        for (int i = 1; i < piece->getNumPoints(); ++i) {
            EXPECT_LT(std::abs(piece->getX(i) - piece->getX(i - 1)), 5.0);
        }
    }
}

TEST(GeoPackage, OgrinfoSeesLayersAndTheirReference) {
    const auto path = temporary("ogrinfo");
    write_geopackage(path, example());
    const std::string command = "ogrinfo -so -al '" + path.string() + "' 2>&1";
    const std::unique_ptr<FILE, decltype(&pclose)> pipe{popen(command.c_str(), "r"), pclose};
    ASSERT_NE(pipe, nullptr);
    std::string told;
    std::array<char, 4096> piece{};
    while (std::fgets(piece.data(), piece.size(), pipe.get()) != nullptr) {
        told += piece.data();
    }
    EXPECT_THAT(told, HasSubstr("using driver `GPKG' successful"));
    EXPECT_THAT(told, HasSubstr("Layer name: ways\n"));
    EXPECT_THAT(told, HasSubstr("Geometry: Multi Line String"));
    EXPECT_THAT(told, HasSubstr("Layer name: ports\nGeometry: Point"));
    EXPECT_THAT(told, HasSubstr("Layer name: reach\nGeometry: Polygon"));
    EXPECT_THAT(told, HasSubstr("ID[\"EPSG\",4326]"));
    EXPECT_THAT(told, HasSubstr("Extent: (-180.000000, 31.230000) - (180.000000, "));
    EXPECT_THAT(told, testing::Not(HasSubstr("Warning")));
    EXPECT_THAT(told, testing::Not(HasSubstr("ERROR")));
}

TEST(GeoPackage, CarriesAStyleForEachLayerWhereQgisLooks) {
    const auto path = temporary("styles");
    write_geopackage(path, example());
    const auto dataset = opened(path);
    OGRLayer* styles = dataset->GetLayerByName("layer_styles");
    ASSERT_NE(styles, nullptr);
    // What QGIS asks for when it loads the default style of a layer.
    styles->SetAttributeFilter("f_table_schema='' AND f_table_name='ways' AND "
                               "f_geometry_column='geom' AND useAsDefault=1");
    ASSERT_EQ(styles->GetFeatureCount(), 1);
    const OGRFeatureUniquePtr row{styles->GetNextFeature()};
    EXPECT_THAT(row->GetFieldAsString("styleQML"), HasSubstr("0,114,178,255"));
    EXPECT_THAT(row->GetFieldAsString("styleSLD"), HasSubstr("#0072b2"));
    styles->SetAttributeFilter(nullptr);
    EXPECT_EQ(styles->GetFeatureCount(), 3);
    EXPECT_STREQ(dataset->GetLayerByName("ways")->GetGeometryColumn(), "geom");
}

TEST(GeoPackage, IsTheSameToTheByteEachTime) {
    const auto one = temporary("one");
    const auto two = temporary("two");
    write_geopackage(one, example());
    write_geopackage(two, example());
    write_geopackage(two, example()); // over itself
    EXPECT_FALSE(bytes_of(one).empty());
    EXPECT_EQ(bytes_of(one), bytes_of(two));
}

TEST(GeoPackage, HoldsNoClock) {
    const auto path = temporary("clock");
    std::ofstream{path}; // an empty file that waits to be filled
    write_geopackage(path, example());
    const auto dataset = opened(path);
    ASSERT_NE(dataset, nullptr);
    for (const char* sql : {"SELECT DISTINCT last_change FROM gpkg_contents",
                            "SELECT DISTINCT update_time FROM layer_styles"}) {
        OGRLayer* times = dataset->ExecuteSQL(sql, nullptr, nullptr);
        ASSERT_NE(times, nullptr) << sql;
        EXPECT_EQ(times->GetFeatureCount(), 1) << sql;
        const OGRFeatureUniquePtr row{times->GetNextFeature()};
        EXPECT_THAT(row->GetFieldAsString(0), testing::StartsWith("2022")) << sql;
        dataset->ReleaseResultSet(times);
    }
}

TEST(GeoPackage, SaysWhenItCannotBeWritten) {
    for (const std::filesystem::path path :
         {"/no/such/folder/a.gpkg", "/proc/landsea.gpkg", "/dev/full/a.gpkg"}) {
        try {
            write_geopackage(path, example());
            ADD_FAILURE() << "no complaint about " << path;
        } catch (const std::filesystem::filesystem_error& error) {
            EXPECT_EQ(error.path1(), path);
        }
    }
}

TEST(GeoPackage, HoldsTablesWithoutGeometry) {
    const auto path = temporary("table");
    write_geopackage(path, {{.name = "rows",
                             .kind = ShapeKind::none,
                             .fields = {{"name", FieldType::text}},
                             .features = {{std::monostate{}, {"one"}}}}});
    const auto dataset = opened(path);
    ASSERT_NE(dataset, nullptr);
    OGRLayer* rows = dataset->GetLayerByName("rows");
    ASSERT_NE(rows, nullptr);
    EXPECT_EQ(rows->GetGeomType(), wkbNone);
    const OGRFeatureUniquePtr row{rows->GetNextFeature()};
    EXPECT_STREQ(row->GetFieldAsString("name"), "one");
    EXPECT_EQ(row->GetGeometryRef(), nullptr);
    EXPECT_EQ(dataset->GetLayerByName("layer_styles")->GetFeatureCount(), 0);
}

std::string complaint(const FeatureLayer& layer) {
    const auto path = temporary("misfit");
    std::filesystem::remove(path);
    try {
        write_geopackage(path, {layer});
    } catch (const std::invalid_argument& error) {
        EXPECT_FALSE(std::filesystem::exists(path));
        return error.what();
    }
    return "none";
}

TEST(GeoPackage, RefusesWhatDoesNotFitItsLayer) {
    FeatureLayer layer{.name = "a",
                       .kind = ShapeKind::lines,
                       .fields = {{"days", FieldType::real}},
                       .features = {{LatLon::degrees(1, 2), {1.0}}}};
    EXPECT_EQ(complaint(layer),
              "layer a, feature 0: expected a shape of the layer's kind, found another");
    const Path still{LatLon::degrees(1, 2), LatLon::degrees(1, 2)};
    layer.features = {{std::vector<Path>{still}, {1.0}}};
    EXPECT_EQ(complaint(layer),
              "layer a, feature 0: expected lines of at least 2 different points, found fewer");
    const Path line{LatLon::degrees(1, 2), LatLon::degrees(3, 4)};
    layer.features = {{std::vector<Path>{line}, {}}};
    EXPECT_EQ(complaint(layer), "layer a, feature 0: expected 1 values, found 0");
    layer.features = {{std::vector<Path>{line}, {"long"}}};
    EXPECT_EQ(complaint(layer),
              "layer a, feature 0: expected a value of the type of days, found another");
    layer.features = {{std::monostate{}, {1.0}}};
    EXPECT_EQ(complaint(layer),
              "layer a, feature 0: expected a shape of the layer's kind, found another");
    layer.features = {{std::vector<Path>{line}, {1.0}}};
    EXPECT_EQ(complaint(layer), "none");
    layer.kind = ShapeKind::areas;
    layer.features = {
        {Polygon{{{LatLon::degrees(0, 179), LatLon::degrees(0, -179), LatLon::degrees(1, 179)}}},
         {1.0}}};
    EXPECT_THAT(complaint(layer), HasSubstr("180th meridian"));
}

} // namespace
} // namespace landsea::geo
