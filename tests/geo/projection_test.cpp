#include "geo/projection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>

namespace landsea::geo {
namespace {

using model::LatLon;

struct Expected {
    std::string_view preset;
    MapPoint chongqing; ///< 29.56 N 106.55 E
    MapPoint duisburg;  ///< 51.43 N 6.76 E
};

std::ostream& operator<<(std::ostream& out, const Expected& one) {
    return out << one.preset;
}

// Worked out with the command-line tool of PROJ 9.1.1, for example
//   echo "106.55 29.56" | proj -f %.3f +proj=lcc +lat_0=40 +lat_1=22 +lat_2=58 +lon_0=75
//   +ellps=WGS84
// and with +ellps=GRS80, the ellipsoid of CGCS2000, for albers-asia.
constexpr Expected expected[] = {
    {"lambert-asia", {2897744.245, -581073.459}, {-4144102.901, 2915917.313}},
    {"albers-asia", {2915674.519, -710782.542}, {-4184551.608, 2926063.242}},
    {"webmercator", {11861091.744, 3447116.405}, {752519.758, 6697711.123}},
    {"robinson", {3319578.955, 3161488.104}, {-5132059.688, 5474387.850}},
    {"equal-earth", {3283297.729, 3711771.470}, {-4943848.872, 6128696.269}},
    {"aeqd-chongqing", {0.0, 0.0}, {-5226626.307, 6223288.140}},
    {"tpeqd-chongqing-duisburg", {4054869.025, 0.0}, {-4054869.025, 0.0}},
    {"orthographic", {2477046.209, -268790.256}, {-3803402.689, 3423337.795}},
    {"polar", {1829859.858, -6157765.306}, {-4192053.925, -496904.195}},
};

class Preset : public testing::TestWithParam<Expected> {};

TEST_P(Preset, AgreesWithTheCommandLineTool) {
    const Projection projection = Projection::named(GetParam().preset);
    const auto chongqing = projection.forward(LatLon::degrees(29.56, 106.55));
    const auto duisburg = projection.forward(LatLon::degrees(51.43, 6.76));
    ASSERT_TRUE(chongqing && duisburg);
    constexpr double millimetre = 1e-3;
    EXPECT_NEAR(chongqing->x, GetParam().chongqing.x, millimetre);
    EXPECT_NEAR(chongqing->y, GetParam().chongqing.y, millimetre);
    EXPECT_NEAR(duisburg->x, GetParam().duisburg.x, millimetre);
    EXPECT_NEAR(duisburg->y, GetParam().duisburg.y, millimetre);
}

TEST_P(Preset, ComesBackToWhereItStarted) {
    const Projection projection = Projection::named(GetParam().preset);
    for (const LatLon place : {LatLon::degrees(29.56, 106.55), LatLon::degrees(1.29, 103.85),
                               LatLon::degrees(59.9, 30.3), LatLon::degrees(35, -5)}) {
        const auto there = projection.forward(place);
        ASSERT_TRUE(there);
        const auto back = projection.inverse(*there);
        ASSERT_TRUE(back);
        EXPECT_NEAR(back->lat(), place.lat(), 1e-7);
        EXPECT_NEAR(back->lon(), place.lon(), 1e-7);
    }
}

TEST_P(Preset, HasANameForTheNote) {
    const Projection projection = Projection::named(GetParam().preset);
    EXPECT_FALSE(projection.name().empty());
    EXPECT_NE(projection.name(), projection.definition());
}

std::string test_name(const testing::TestParamInfo<Expected>& info) {
    std::string name{info.param.preset};
    std::erase(name, '-');
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, Preset, testing::ValuesIn(expected), test_name);

TEST(ProjectionPresets, AreAllChecked) {
    EXPECT_EQ(projection_presets().size(), std::size(expected));
}

TEST(Projection, AgreesWithSnydersExamples) {
    // Snyder, Map Projections: A Working Manual (USGS 1987), numerical examples on pp. 292
    // (Albers) and 296 (Lambert): 35 N 75 W on Clarke's ellipsoid of 1866.
    const LatLon place = LatLon::degrees(35, -75);
    const auto albers = Projection::named("+proj=aea +lat_0=23 +lat_1=29.5 +lat_2=45.5 "
                                          "+lon_0=-96 +ellps=clrk66")
                            .forward(place);
    const auto lambert =
        Projection::named("+proj=lcc +lat_0=23 +lat_1=33 +lat_2=45 +lon_0=-96 +ellps=clrk66")
            .forward(place);
    ASSERT_TRUE(albers && lambert);
    EXPECT_NEAR(albers->x, 1885472.7, 0.1);
    EXPECT_NEAR(albers->y, 1535925.0, 0.1);
    EXPECT_NEAR(lambert->x, 1894410.9, 0.1);
    EXPECT_NEAR(lambert->y, 1564649.5, 0.1);
}

TEST(Projection, HasNoPointForWhatItCannotShow) {
    const Projection globe = Projection::named("orthographic"); // centred on 35 N 80 E
    EXPECT_FALSE(globe.forward(LatLon::degrees(-35, -100)));    // the other side
    EXPECT_FALSE(globe.inverse({7.0e6, 0.0}));                  // beside the globe
    EXPECT_FALSE(Projection::named("webmercator").forward(LatLon::degrees(90, 0)));
}

TEST(Projection, SaysWhatItKnowsWhenTheNameIsUnknown) {
    try {
        Projection::named("lambert-africa");
        FAIL() << "no complaint";
    } catch (const std::invalid_argument& error) {
        EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("lambert-asia"),
                                                 testing::HasSubstr("\"lambert-africa\"")));
    }
}

TEST(Projection, RefusesStringsThatAreNoMap) {
    EXPECT_THROW(Projection::named("+proj=nosuch"), std::invalid_argument);
    EXPECT_THROW(Projection::named("+proj=longlat"), std::invalid_argument);
    EXPECT_THROW(Projection::named("+proj=pipeline +step +proj=merc"), std::invalid_argument);
    EXPECT_THROW(Projection::named("+proj=lcc +lat_1=north"), std::invalid_argument);
    EXPECT_THROW(Projection::named(""), std::invalid_argument);
}

TEST(Projection, IsAValue) {
    Projection a = Projection::named("lambert-asia");
    const Projection b = a;
    a = Projection::named("robinson");
    EXPECT_EQ(b.definition(), Projection::named("lambert-asia").definition());
    EXPECT_TRUE(b.forward(LatLon::degrees(30, 100)));
    EXPECT_TRUE(a.forward(LatLon::degrees(30, 100)));
}

} // namespace
} // namespace landsea::geo
