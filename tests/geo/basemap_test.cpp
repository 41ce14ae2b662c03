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

TEST(BaseMap, ReadsTheLandAlone) {
    for (const LandScale scale : {LandScale::detailed, LandScale::coarse}) {
        const auto land = read_land(shipped, scale);
        const auto whole = read_base_map(shipped, scale).land;
        ASSERT_EQ(land.size(), whole.size());
        for (std::size_t i = 0; i < land.size(); ++i) {
            EXPECT_EQ(land[i].rings, whole[i].rings);
        }
    }
}

/// Whether a point lies in a polygon, by the number of edges north of it: odd inside.
bool covers(const Polygon& polygon, model::LatLon point) {
    int crossed = 0;
    for (const Path& ring : polygon.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto a = ring[i];
            const auto b = ring[(i + 1) % ring.size()];
            if ((a.lon() > point.lon()) != (b.lon() > point.lon())) {
                const double part = (point.lon() - a.lon()) / (b.lon() - a.lon());
                crossed += a.lat() + part * (b.lat() - a.lat()) > point.lat() ? 1 : 0;
            }
        }
    }
    return crossed % 2 == 1;
}

TEST(BaseMap, FineLandTellsLandFromWater) {
    const auto land = read_land(shipped, LandScale::finest);
    const auto is_land = [&](double lat, double lon) {
        return std::ranges::any_of(
            land, [&](const Polygon& p) { return covers(p, model::LatLon::degrees(lat, lon)); });
    };
    EXPECT_TRUE(is_land(29.56, 106.55)); // Chongqing
    EXPECT_TRUE(is_land(1.35, 103.82));  // Singapore
    EXPECT_TRUE(is_land(53.7, 91.4));    // Abakan
    EXPECT_TRUE(is_land(-85.0, 0.0));    // Antarctica
    EXPECT_FALSE(is_land(2.5, 101.2));   // Strait of Malacca
    EXPECT_FALSE(is_land(21.0, 108.5));  // Beibu Gulf
    EXPECT_FALSE(is_land(42.0, 50.5));   // Caspian
    EXPECT_FALSE(is_land(47.7, -87.5));  // Lake Superior
}

TEST(BaseMap, FineLakesFillTheHolesOfTheLand) {
    const BaseMap fine = read_base_map(shipped, LandScale::finest);
    const auto key = [](Path ring) {
        std::ranges::sort(ring, {}, [](model::LatLon p) { return std::pair{p.lat(), p.lon()}; });
        return ring;
    };
    std::vector<Path> holes;
    for (const Polygon& polygon : fine.land) {
        for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
            holes.push_back(key(polygon.rings[i]));
        }
    }
    // Of Natural Earth's 1,355 lakes 1,308 are holes of its land with the same points; most others
    // share a hole with a neighbour. Generalising both at once keeps that.
    EXPECT_GE(std::ranges::count_if(fine.lakes,
                                    [&](const Lake& lake) {
                                        const Path shore = key(lake.shape.rings.front());
                                        return std::ranges::find(holes, shore) != holes.end();
                                    }),
              1308);
}

TEST(BaseMap, FineLandHasFewPointsThatDoNotMatter) {
    // Generalised to 100 m: a point lies off the line between its neighbours. Small rings keep
    // what makes them a surface, hence rings of many points only.
    const auto land = read_land(shipped, LandScale::finest);
    std::size_t points = 0;
    for (const Polygon& polygon : land) {
        for (const Path& ring : polygon.rings) {
            points += ring.size();
        }
    }
    EXPECT_GT(points, 400'000U); // 1:50m has 80,000
    EXPECT_LT(points, 600'645U); // all of the source's
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

std::vector<Path> courses_of(const std::string& name) {
    std::vector<Path> found;
    for (const River& river : base_map().rivers) {
        if (river.name == name) {
            found.push_back(river.course);
        }
    }
    return found;
}

TEST(BaseMap, LeadsTheYangtzeFromYibinToTheSeaWithoutAGap) {
    const auto pieces = courses_of("Yangtze");
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

TEST(BaseMap, LeadsThePingluCanalFromTheYuRiverToTheMaoweiSea) {
    const auto canal = courses_of("Pinglu Canal");
    ASSERT_EQ(canal.size(), 1U);
    // 134.2 km (data/network/pinglu_canal.json); a line with a point every 4 km is shorter.
    EXPECT_GT(length(canal[0]), model::Km{0.75 * 134.2});
    EXPECT_LT(length(canal[0]), model::Km{134.2});
    const auto nearest = [&](model::LatLon place, const std::vector<Path>& lines) {
        model::Km least{1e6};
        for (const Path& line : lines) {
            for (const auto& point : line) {
                least = std::min(least, distance(place, point));
            }
        }
        return least;
    };
    EXPECT_LT(nearest(canal[0].front(), courses_of("Yu")), model::Km{0.1});
    // The locks of the same file: Madao, Qishi, Qingnian.
    EXPECT_LT(nearest(model::LatLon::degrees(22.42, 109.05), canal), model::Km{3});
    EXPECT_LT(nearest(model::LatLon::degrees(22.25, 108.93), canal), model::Km{3});
    EXPECT_LT(nearest(model::LatLon::degrees(22.02, 108.66), canal), model::Km{3});
    // From Luwu on it is the Qin River.
    const auto qin = courses_of("Qin");
    ASSERT_EQ(qin.size(), 1U);
    EXPECT_EQ(qin[0].back(), canal[0].back());
    EXPECT_LT(nearest(model::LatLon::degrees(22.28, 108.96), qin), model::Km{3});
    // It ends on water: in no land of the fine scale.
    const auto land = read_land(shipped, LandScale::finest);
    EXPECT_TRUE(std::ranges::none_of(
        land, [&](const Polygon& polygon) { return covers(polygon, canal[0].back()); }));
}

TEST(BaseMap, HasTheShipCanals) {
    for (const char* name : {"Suez Canal", "Panama Canal", "Kiel Canal"}) {
        EXPECT_FALSE(courses_of(name).empty()) << name;
    }
    // Brunsbüttel to Holtenau: 98 km by the canal's own kilometres.
    const auto kiel = courses_of("Kiel Canal");
    ASSERT_EQ(kiel.size(), 1U);
    EXPECT_GT(length(kiel[0]), model::Km{0.9 * 98});
    EXPECT_LT(length(kiel[0]), model::Km{1.05 * 98});
}

TEST(BaseMap, HasTheLinesBetweenChinasProvinces) {
    std::set<std::string> names;
    for (const ProvinceLine& province : base_map().provinces) {
        EXPECT_TRUE(is_utf8(province.name)) << province.name;
        EXPECT_GE(province.line.size(), 2U) << province.name;
        for (const auto& point : province.line) {
            // China's land lies in 18 to 54 N, 73 to 135 E.
            EXPECT_TRUE(point.lat() > 18 && point.lat() < 54 && point.lon() > 73 &&
                        point.lon() < 135)
                << province.name;
        }
        names.insert(province.name);
    }
    EXPECT_TRUE(names.contains("Chongqing - Sichuan"));
    EXPECT_TRUE(names.contains("Guangdong - Guangxi"));
    // Counties of Taiwan and districts of Hong Kong are no provinces.
    EXPECT_FALSE(names.contains("Yilan - Hualien"));
    EXPECT_FALSE(names.contains("North - Yuen Long"));
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
