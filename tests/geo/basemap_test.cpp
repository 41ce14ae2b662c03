#include "geo/basemap.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

namespace landsea::geo {
namespace {

const std::filesystem::path shipped = LANDSEA_SOURCE_DIR "/data/basemap.gpkg";

const BaseMap& base_map() {
    static const BaseMap map = read_base_map(shipped);
    return map;
}

/// Whether bytes are well-formed UTF-8 (RFC 3629, lengths and continuation bytes).
bool is_utf8(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80       ? 1
                                   : first >> 5 == 6  ? 2
                                   : first >> 4 == 14 ? 3
                                   : first >> 3 == 30 ? 4
                                                      : 0;
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

TEST(BaseMap, HasTheLayersOfItsSource) {
    // Natural Earth in libmagics++-data 4.13.0: 1,420 land polygons at 1:50m of which repair makes
    // 1,473, 127 at 1:110m; 360 boundary lines of which one is withdrawn; 396 lakes are the 400
    // polygons of the ocean file less 3 of ocean and one without geometry.
    EXPECT_EQ(base_map().land.size(), 1473U);
    EXPECT_EQ(read_base_map(shipped, LandScale::coarse).land.size(), 127U);
    EXPECT_EQ(base_map().boundaries.size(), 359U);
    EXPECT_EQ(base_map().lakes.size(), 396U);
}

TEST(BaseMap, HasNoDegenerateShapes) {
    for (const Polygon& polygon : base_map().land) {
        ASSERT_FALSE(polygon.rings.empty());
        for (const Path& ring : polygon.rings) {
            EXPECT_GE(ring.size(), 3U);
            EXPECT_NE(ring.front(), ring.back());
        }
    }
    for (const River& river : base_map().rivers) {
        EXPECT_GE(river.course.size(), 2U) << river.name;
    }
    for (const Boundary& boundary : base_map().boundaries) {
        EXPECT_GE(boundary.line.size(), 2U);
    }
}

TEST(BaseMap, NamesAreUtf8WithAccents) {
    std::set<std::string> names;
    for (const River& river : base_map().rivers) {
        EXPECT_TRUE(is_utf8(river.name)) << river.name;
        names.insert(river.name);
    }
    for (const Lake& lake : base_map().lakes) {
        EXPECT_TRUE(is_utf8(lake.name)) << lake.name;
    }
    for (const PopulatedPlace& place : base_map().places) {
        EXPECT_TRUE(is_utf8(place.name)) << place.name;
        EXPECT_FALSE(place.name.empty());
    }
    EXPECT_TRUE(names.contains("Sénégal"));
}

TEST(BaseMap, LeadsTheYangtzeFromYibinToTheSeaWithoutAGap) {
    std::vector<Path> pieces;
    for (const River& river : base_map().rivers) {
        if (river.name == "Yangtze") {
            pieces.push_back(river.course);
        }
    }
    ASSERT_EQ(pieces.size(), 2U); // Natural Earth's and the curated mouth
    EXPECT_LT(distance(pieces[0].back(), pieces[1].front()), model::Km{0.2});
    for (const Path& piece : pieces) {
        for (std::size_t i = 1; i < piece.size(); ++i) {
            // The longest straight reach of the source, below Yueyang, is 34 km.
            EXPECT_LT(distance(piece[i - 1], piece[i]), model::Km{35});
        }
    }
    // Yibin to the sea is about 2,880 km by the waterway; a drawn line is a little short of that.
    const double km = length(pieces[0]).count() + length(pieces[1]).count();
    EXPECT_GT(km, 0.93 * 2880);
    EXPECT_LT(km, 2880);
    // It begins at Yibin, 28.77 N 104.62 E upstream, and ends at sea, east of Shanghai.
    EXPECT_LT(pieces[0].front().lon(), 104.7);
    EXPECT_GT(pieces[1].back().lon(), 122.0);
}

TEST(BaseMap, KnowsWhichBoundariesAreDisputed) {
    const auto count = [](BoundaryClass kind) {
        return std::ranges::count(base_map().boundaries, kind, &Boundary::kind);
    };
    EXPECT_EQ(count(BoundaryClass::international), 339);
    EXPECT_EQ(count(BoundaryClass::disputed), 17);
    EXPECT_EQ(count(BoundaryClass::line_of_control), 2);
    EXPECT_EQ(count(BoundaryClass::indefinite), 1);
}

TEST(BaseMap, HasChongqingWhereItIs) {
    const auto& places = base_map().places;
    const auto found = std::ranges::find(places, "Chongqing", &PopulatedPlace::name);
    ASSERT_NE(found, places.end());
    EXPECT_LT(distance(found->location, model::LatLon::degrees(29.56, 106.55)), model::Km{15});
    EXPECT_GT(found->population, 1'000'000);
}

TEST(BaseMap, SaysWhichFileIsMissing) {
    try {
        read_base_map("no/such/basemap.gpkg");
        FAIL() << "no complaint";
    } catch (const std::filesystem::filesystem_error& error) {
        EXPECT_EQ(error.path1(), "no/such/basemap.gpkg");
        EXPECT_EQ(error.code(), std::errc::no_such_file_or_directory);
    }
}

TEST(BaseMap, RefusesAFileThatIsNoGeoPackage) {
    const auto file = std::filesystem::path{testing::TempDir()} / "landsea_not_a_map.gpkg";
    std::ofstream{file} << "not a map";
    EXPECT_THROW(read_base_map(file), std::filesystem::filesystem_error);
    std::filesystem::remove(file);
}

} // namespace
} // namespace landsea::geo
