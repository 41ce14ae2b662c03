#include "geo/antimeridian.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::geo {
namespace {

using model::LatLon;
using testing::ElementsAre;
using testing::IsEmpty;

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

TEST(SplitAtAntimeridian, LeavesOtherLinesAlone) {
    const Path path{at(0, -100), at(10, 0), at(20, 100)};
    EXPECT_THAT(split_at_antimeridian(path), ElementsAre(path));
}

TEST(SplitAtAntimeridian, CutsWhereTheLineCrosses) {
    // From 170 E, 0 N to 170 W, 10 N: 20 degrees of longitude, the cut at half of them, 5 N.
    EXPECT_THAT(
        split_at_antimeridian({at(0, 170), at(10, -170)}),
        ElementsAre(ElementsAre(at(0, 170), at(5, 180)), ElementsAre(at(5, -180), at(10, -170))));
    EXPECT_THAT(
        split_at_antimeridian({at(10, -170), at(0, 170)}),
        ElementsAre(ElementsAre(at(10, -170), at(5, -180)), ElementsAre(at(5, 180), at(0, 170))));
}

TEST(SplitAtAntimeridian, CutsEachTime) {
    EXPECT_EQ(split_at_antimeridian({at(0, 179), at(0, -179), at(1, 179), at(2, -179)}).size(), 4U);
}

TEST(SplitAtAntimeridian, APointOnTheMeridianBelongsToBothSides) {
    EXPECT_THAT(
        split_at_antimeridian({at(0, 170), at(3, 180), at(4, -170)}),
        ElementsAre(ElementsAre(at(0, 170), at(3, 180)), ElementsAre(at(3, -180), at(4, -170))));
    EXPECT_THAT(
        split_at_antimeridian({at(0, 170), at(3, -180), at(4, -170)}),
        ElementsAre(ElementsAre(at(0, 170), at(3, 180)), ElementsAre(at(3, -180), at(4, -170))));
}

TEST(SplitAtAntimeridian, TouchingIsNoCrossing) {
    const Path path{at(0, 170), at(3, 180), at(4, 170)};
    EXPECT_THAT(split_at_antimeridian(path), ElementsAre(path));
    EXPECT_THAT(
        split_at_antimeridian({at(0, 170), at(3, -180), at(4, 170)}),
        ElementsAre(ElementsAre(at(0, 170), at(3, 180)), ElementsAre(at(3, 180), at(4, 170))));
}

TEST(SplitAtAntimeridian, AlongTheMeridianIsNoCrossingEither) {
    const Path path{at(0, 180), at(5, 180)};
    EXPECT_THAT(split_at_antimeridian(path), ElementsAre(path));
    EXPECT_THAT(split_at_antimeridian({at(0, 180), at(5, -180)}), testing::SizeIs(1));
}

TEST(SplitAtAntimeridian, FewerThanTwoPointsAreNoLine) {
    EXPECT_THAT(split_at_antimeridian({}), IsEmpty());
    EXPECT_THAT(split_at_antimeridian({at(1, 2)}), IsEmpty());
}

TEST(SplitAtAntimeridian, ShanghaiToLosAngelesKeepsItsLength) {
    const Path way = geodesic_line(at(31.23, 121.47), at(33.74, -118.26), model::Km{50});
    const auto pieces = split_at_antimeridian(way);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].back().lon(), 180.0);
    EXPECT_EQ(pieces[1].front().lon(), -180.0);
    EXPECT_EQ(pieces[0].back().lat(), pieces[1].front().lat());
    // The cut lies on a line straight in degrees, which leaves a geodesic of s = 50 km by less than
    // d = s^2 tan(lat) / 8R = 0.06 km; that is 4 d^2 / 2 s = 0.14 m longer.
    EXPECT_NEAR((length(pieces[0]) + length(pieces[1])).count(), length(way).count(), 0.001);
}

} // namespace
} // namespace landsea::geo
