#include "geo/basemap.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <map>
#include <string>

// The shipped base map, read with GDAL, GEOS and SpatiaLite instead of our reader.
namespace landsea::geo {
namespace {

const std::string shipped = LANDSEA_SOURCE_DIR "/data/basemap.gpkg";

GDALDatasetUniquePtr opened() {
    GDALAllRegister();
    return GDALDatasetUniquePtr{
        GDALDataset::Open(shipped.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
}

/// The numbers in the first row of an answer by SQLite with SpatiaLite's functions.
std::vector<double> numbers(GDALDataset& dataset, const std::string& sql) {
    OGRLayer* answer = dataset.ExecuteSQL(sql.c_str(), nullptr, "SQLite");
    std::vector<double> made;
    if (answer != nullptr) {
        const OGRFeatureUniquePtr row{answer->GetNextFeature()};
        for (int i = 0; row && i < row->GetFieldCount(); ++i) {
            made.push_back(row->GetFieldAsDouble(i));
        }
        dataset.ReleaseResultSet(answer);
    }
    return made;
}

TEST(BaseMapFile, HasAllLayersInGeographicCoordinates) {
    const auto dataset = opened();
    std::map<std::string, GIntBig> counts;
    for (OGRLayer* layer : dataset->GetLayers()) {
        counts[layer->GetName()] = layer->GetFeatureCount();
        if (layer->GetGeomType() != wkbNone) {
            const OGRSpatialReference* reference = layer->GetSpatialRef();
            ASSERT_NE(reference, nullptr) << layer->GetName();
            EXPECT_STREQ(reference->GetAuthorityCode(nullptr), "4326") << layer->GetName();
        }
    }
    EXPECT_EQ(counts.size(), 9U);
    // Natural Earth 1:10m: 7,980 features of land in 8,385 polygons (one has none), of which 1,377
    // islands are there twice or touch another and become one with it; 1,355 lakes.
    EXPECT_EQ(counts["land_10m"], 7013);
    EXPECT_EQ(counts["lakes_10m"], 1355);
    // 2,443 of its 7,322 places have a scale rank up to 6 (27, 41, 118, 336, 604, 2, 1,315).
    EXPECT_EQ(counts["places"], 2443);
}

TEST(BaseMapFile, HasNoNullAndNoInvalidGeometry) {
    const auto dataset = opened();
    for (OGRLayer* layer : dataset->GetLayers()) {
        if (layer->GetGeomType() == wkbNone) {
            continue;
        }
        for (const auto& feature : *layer) {
            const OGRGeometry* shape = feature->GetGeometryRef();
            ASSERT_NE(shape, nullptr) << layer->GetName() << " " << feature->GetFID();
            EXPECT_FALSE(shape->IsEmpty()) << layer->GetName() << " " << feature->GetFID();
            EXPECT_TRUE(shape->IsValid()) << layer->GetName() << " " << feature->GetFID();
        }
    }
}

TEST(BaseMapFile, SpatiaLiteReadsTheFineLandAsWeDo) {
    const auto dataset = opened();
    for (const std::string table : {"land_10m", "lakes_10m"}) {
        const auto found = numbers(
            *dataset, "SELECT COUNT(*), SUM(ST_IsValid(g)), SUM(ST_NPoints(g)), SUM(ST_NRings(g)) "
                      "FROM (SELECT GeomFromTWKB(twkb, 4326) AS g FROM " +
                          table + ")");
        ASSERT_EQ(found.size(), 4U) << table;
        EXPECT_EQ(found[0], found[1]) << table << ": invalid polygons";
        std::vector<Polygon> ours;
        if (table == "land_10m") {
            ours = read_land(shipped, LandScale::finest);
        } else {
            for (Lake& lake : read_base_map(shipped, LandScale::finest).lakes) {
                ours.push_back(std::move(lake.shape));
            }
        }
        std::size_t rings = 0;
        std::size_t points = 0;
        for (const Polygon& polygon : ours) {
            rings += polygon.rings.size();
            for (const Path& ring : polygon.rings) {
                points += ring.size() + 1; // the closing point
            }
        }
        EXPECT_EQ(found[0], static_cast<double>(ours.size())) << table;
        EXPECT_EQ(found[2], static_cast<double>(points)) << table;
        EXPECT_EQ(found[3], static_cast<double>(rings)) << table;
    }
}

TEST(BaseMapFile, NoContinentIsMissingFromTheFineLand) {
    // Both scales draw one Earth: their areas in square degrees agree to 0.5 %, about a sixth of
    // Australia (7.7 million km2, some 700 of 21,270 square degrees).
    const auto dataset = opened();
    const auto fine =
        numbers(*dataset, "SELECT SUM(ST_Area(GeomFromTWKB(twkb, 4326))) FROM land_10m");
    const auto coarser = numbers(*dataset, "SELECT SUM(ST_Area(geom)) FROM land_50m");
    ASSERT_EQ(fine.size(), 1U);
    ASSERT_EQ(coarser.size(), 1U);
    EXPECT_GT(coarser[0], 20000.0); // square degrees
    EXPECT_NEAR(fine[0] / coarser[0], 1.0, 0.005);
}

} // namespace
} // namespace landsea::geo
