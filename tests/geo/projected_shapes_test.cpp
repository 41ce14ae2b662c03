#include "geo/projected_shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>

namespace landsea::geo {
namespace {

using model::LatLon;

const BaseMap& base_map() {
    static const BaseMap map =
        read_base_map(LANDSEA_SOURCE_DIR "/data/basemap.gpkg", LandScale::coarse);
    return map;
}

bool encloses(const MapLine& ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const MapPoint a = ring[i];
        const MapPoint b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
            inside = !inside;
        }
    }
    return inside;
}

double area(const MapLine& ring) {
    double sum = 0.0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        sum += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    }
    return sum / 2.0;
}

double longest_step(const std::vector<MapLine>& lines) {
    double longest = 0.0;
    for (const MapLine& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            longest =
                std::max(longest, std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
        }
    }
    return longest;
}

/// A place and what is there, chosen around the seams of the base map and of the presets.
struct Spot {
    const char* name;
    double lat;
    double lon;
    bool land;
};

constexpr Spot spots[] = {
    {"Moscow", 55.75, 37.6, true},
    {"west of the date line", 67.5, 179.0, true},
    {"east of the date line", 67.0, -177.0, true},
    {"Greenland", 72.0, -40.0, true},
    {"Antarctica", -80.0, 5.0, true},
    {"Antarctica, Pacific side", -80.0, -120.0, true},
    {"Alaska", 65.0, -150.0, true},
    {"Brazil", -10.0, -55.0, true},
    {"Chile", -29.6, -70.5, true},
    {"New Zealand", -43.5, 171.5, true},
    {"Bering Sea", 58.0, 179.9, false},
    {"mid-Pacific", 0.0, -150.0, false},
    {"Caspian Sea", 42.0, 50.5, false},
    {"Lake Baikal", 53.0, 107.8, false},
    {"North Pole", 89.5, 10.0, false},
    {"South Atlantic", -30.0, -15.0, false},
    {"Indian Ocean", -20.0, 80.0, false},
    {"Sahara", 23.0, 10.0, true},
};

/// The presets and strings of other families.
std::vector<std::string_view> shown() {
    std::vector<std::string_view> all = projection_presets();
    for (const std::string_view more :
         {"+proj=merc +lon_0=106", "+proj=moll +lon_0=100", "+proj=sinu +lon_0=-100",
          "+proj=laea +lat_0=30 +lon_0=106", "+proj=stere +lat_0=-90", "+proj=eqc +lon_0=180",
          "+proj=nsper +h=5000000 +lat_0=60 +lon_0=60", "+proj=tmerc +lon_0=105",
          "+proj=wintri +lon_0=70", "+proj=goode", "+proj=vandg", "+proj=natearth +lon_0=150",
          "+proj=cass +lat_0=30 +lon_0=106", "+proj=bonne +lat_1=40 +lon_0=100",
          "+proj=gnom +lat_0=60 +lon_0=106", "+proj=omerc +lat_0=30 +lonc=106 +alpha=45"}) {
        all.push_back(more);
    }
    return all;
}

class LandOnMap : public testing::TestWithParam<std::string_view> {};

TEST_P(LandOnMap, LiesWhereLandIs) {
    const Projection projection = Projection::named(GetParam());
    std::vector<MapLine> rings;
    for (const Polygon& polygon : base_map().land) {
        std::ranges::move(project_area(projection, polygon), std::back_inserter(rings));
    }
    int seen = 0;
    for (const Spot& spot : spots) {
        if (const auto there = projection.forward(LatLon::degrees(spot.lat, spot.lon))) {
            const auto around = std::ranges::count_if(
                rings, [&](const MapLine& ring) { return encloses(ring, *there); });
            EXPECT_EQ(around % 2 == 1, spot.land) << spot.name;
            ++seen;
        }
    }
    EXPECT_GE(seen, GetParam().starts_with('+') ? 1 : 8);
}

TEST_P(LandOnMap, HasNoCoastThatJumpsAcrossTheMap) {
    const Projection projection = Projection::named(GetParam());
    std::vector<MapLine> coast;
    for (const Polygon& polygon : base_map().land) {
        std::ranges::move(project_outline(projection, polygon), std::back_inserter(coast));
    }
    // Steps of the base map are at most 1 degree after filling up; no preset shows a degree larger
    // than 12 times true size where it shows land (Web Mercator at 84 N is 9.6 times).
    EXPECT_LT(longest_step(coast), 12 * 111.32e3 * std::numbers::sqrt2);
}

std::string test_name(const testing::TestParamInfo<std::string_view>& info) {
    std::string name{info.param};
    std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0; });
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, LandOnMap, testing::ValuesIn(shown()), test_name);

TEST(ProjectedArea, IsTheSameOnEveryEqualAreaProjectionWhereverItIsCut) {
    const auto land_area = [](const char* definition) {
        const Projection projection = Projection::named(definition);
        double sum = 0.0;
        for (const Polygon& polygon : base_map().land) {
            const std::vector<MapLine> rings = project_area(projection, polygon);
            // Outsides and holes run against each other; their sum is the surface.
            sum += std::abs(std::accumulate(
                rings.begin(), rings.end(), 0.0,
                [](double total, const MapLine& ring) { return total + area(ring); }));
        }
        return sum * 1e-12; // million square kilometres
    };
    const double greenwich = land_area("+proj=eqearth +lon_0=0");
    // The land surface of the Earth is 148.9 million km2 (CIA World Factbook); ours leaves out the
    // lakes of the base map and is schematic: within 1.5 %.
    EXPECT_NEAR(greenwich, 148.9, 0.015 * 148.9);
    EXPECT_NEAR(land_area("+proj=eqearth +lon_0=70"), greenwich, 1e-3 * greenwich);
    EXPECT_NEAR(land_area("+proj=cea +lon_0=-100"), greenwich, 1e-3 * greenwich);
}

TEST(ProjectedArea, OfARingAcrossTheDateLineIsCutInTwo) {
    //   170E ... 180 ... 170W, 10S to 10N, on a map centred on Greenwich
    const Polygon box{{{LatLon::degrees(-10, 170), LatLon::degrees(-10, -170),
                        LatLon::degrees(10, -170), LatLon::degrees(10, 170)}}};
    const Projection map = Projection::named("+proj=eqc");
    const std::vector<MapLine> rings = project_area(map, box);
    ASSERT_EQ(rings.size(), 2U);
    // 10 by 20 degrees each on a plate carrée of radius 6378.137 km.
    const double degree = std::numbers::pi / 180.0 * 6378137.0;
    for (const MapLine& ring : rings) {
        EXPECT_NEAR(std::abs(area(ring)), 200.0 * degree * degree, 1e-6 * 200 * degree * degree);
    }
}

TEST(ProjectedArea, OfARingRoundThePoleIsClosedAlongThePole) {
    Polygon cap{{{}}};
    for (int lon = -180; lon < 180; lon += 10) {
        cap.rings[0].push_back(LatLon::degrees(60, lon));
    }
    const std::vector<MapLine> rings = project_area(Projection::named("+proj=eqc"), cap);
    ASSERT_EQ(rings.size(), 1U);
    // 360 by 30 degrees.
    const double degree = std::numbers::pi / 180.0 * 6378137.0;
    EXPECT_NEAR(std::abs(area(rings[0])), 10800.0 * degree * degree,
                1e-5 * 10800 * degree * degree);
}

TEST(ProjectedArea, OfARingRoundThePoleMayHaveABayAtItsFirstPoint) {
    // A cape at 60 S, 0 E is the first point; south of it a bay of the coast at 80 S reaches under
    // it from 10 W to 10 E. The surface is all south of 80 S, and a neck between 10 E and 20 E that
    // leads up to the cape.
    const Polygon land{
        {{LatLon::degrees(-60, 0), LatLon::degrees(-60, 20), LatLon::degrees(-80, 20),
          LatLon::degrees(-80, 120), LatLon::degrees(-80, -120), LatLon::degrees(-80, -10),
          LatLon::degrees(-80, 10), LatLon::degrees(-70, 10), LatLon::degrees(-70, 0)}}};
    // Plate carree: 360 by 10, 20 by 10 (60 to 70 S), 10 by 10 (70 to 80 S) degrees.
    const double degree = std::numbers::pi / 180.0 * 6378137.0;
    const double expected = (3600.0 + 200.0 + 100.0) * degree * degree;
    for (const char* where : {"0", "5", "90", "180", "-60"}) {
        const std::vector<MapLine> rings =
            project_area(Projection::named(std::string{"+proj=eqc +lon_0="} + where), land);
        double sum = 0.0;
        for (const MapLine& ring : rings) {
            sum += std::abs(area(ring));
        }
        EXPECT_NEAR(sum, expected, 1e-5 * expected) << where;
    }
}

TEST(ProjectedArea, NeedsThreePoints) {
    const Polygon line{{{LatLon::degrees(0, 0), LatLon::degrees(1, 1)}}};
    EXPECT_THROW(project_area(Projection::named("robinson"), line), std::invalid_argument);
}

TEST(ProjectedLine, IsCutWhereTheMapIsCut) {
    const Path across{LatLon::degrees(40, 140), LatLon::degrees(40, -120)};
    const Projection greenwich = Projection::named("+proj=eqc");
    const std::vector<MapLine> lines = project_line(greenwich, across);
    ASSERT_EQ(lines.size(), 2U);
    const double half = std::numbers::pi * 6378137.0;
    EXPECT_NEAR(lines[0].back().x, half, 1.0);
    EXPECT_NEAR(lines[1].front().x, -half, 1.0);
    EXPECT_NEAR(lines[0].back().y, lines[1].front().y, 1.0);
    EXPECT_EQ(project_line(Projection::named("+proj=eqc +lon_0=180"), across).size(), 1U);
}

TEST(ProjectedLine, BendsAsTheShortestWayDoes) {
    // From 40 N 140 E to 40 N 120 W the great circle's top is over 50 N; degrees go along 40 N.
    const Path across{LatLon::degrees(40, 140), LatLon::degrees(40, -120)};
    const Projection pacific = Projection::named("+proj=eqc +lon_0=180");
    const auto top = [](const std::vector<MapLine>& lines) {
        return std::ranges::max(lines.at(0), {}, &MapPoint::y).y;
    };
    const double degree = std::numbers::pi / 180.0 * 6378137.0;
    EXPECT_GT(top(project_line(pacific, across)), 50.0 * degree);
    EXPECT_NEAR(top(project_line(pacific, across, Edge::straight_in_degrees)), 40.0 * degree, 1.0);
}

TEST(ProjectedLine, EndsAtTheHorizon) {
    const Projection globe = Projection::named("+proj=ortho +lat_0=0 +lon_0=0 +R=6371008.8");
    const std::vector<MapLine> lines =
        project_line(globe, {LatLon::degrees(0, 0), LatLon::degrees(0, 120)});
    ASSERT_EQ(lines.size(), 1U);
    // The cap ends at 89.5 degrees.
    EXPECT_NEAR(lines[0].back().x, 6371008.8 * std::sin(89.5 * std::numbers::pi / 180.0), 10.0);
    EXPECT_TRUE(project_line(globe, {LatLon::degrees(0, 150), LatLon::degrees(0, -150)}).empty());
}

TEST(ProjectedHorizon, EnclosesAllThatIsShown) {
    for (const std::string_view preset : projection_presets()) {
        const Projection projection = Projection::named(preset);
        const MapLine horizon = project_horizon(projection);
        for (const Spot& spot : spots) {
            if (const auto there = projection.forward(LatLon::degrees(spot.lat, spot.lon))) {
                EXPECT_TRUE(encloses(horizon, *there)) << preset << ": " << spot.name;
            }
        }
    }
}

} // namespace
} // namespace landsea::geo
