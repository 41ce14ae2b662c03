#include "geo/visible_region.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace landsea::geo {
namespace {

using model::LatLon;

TEST(VisibleRegion, OfAnAzimuthalProjectionIsACapRoundItsCentre) {
    const VisibleRegion region = visible_region("+proj=ortho +lat_0=35 +lon_0=80");
    EXPECT_TRUE(contains(region, LatLon::degrees(35, 80)));
    EXPECT_TRUE(contains(region, LatLon::degrees(-54, 80)));  // 89 degrees south of the centre
    EXPECT_FALSE(contains(region, LatLon::degrees(-56, 80))); // 91 degrees
}

TEST(VisibleRegion, OfMercatorLeavesOutThePoles) {
    const VisibleRegion region = visible_region("+proj=merc");
    EXPECT_FALSE(contains(region, LatLon::degrees(89, 0)));
    EXPECT_TRUE(contains(region, LatLon::degrees(80, 179)));
}

TEST(VisibleRegion, OfALambertConeEndsBeforeTheFarPole) {
    EXPECT_FALSE(contains(visible_region("+proj=lcc +lat_1=30"), LatLon::degrees(-80, 0)));
    EXPECT_TRUE(contains(visible_region("+proj=lcc +lat_1=30"), LatLon::degrees(90, 0)));
    EXPECT_FALSE(contains(visible_region("+proj=lcc +lat_1=-30"), LatLon::degrees(80, 0)));
}

TEST(VisibleRegion, OfUtmIsRoundTheMiddleOfTheZone) {
    // Zone 48 has its middle at 6 * 48 - 183 = 105 degrees east.
    const auto cap = std::get<SphericalCap>(visible_region("+proj=utm +zone=48"));
    EXPECT_DOUBLE_EQ(cap.centre.lon(), 105.0);
}

TEST(VisibleRegion, FromASatelliteEndsAtTheHorizon) {
    // acos(6378.137 / (6378.137 + 35786)) = 81.30 degrees, less half a degree.
    const auto cap = std::get<SphericalCap>(visible_region("+proj=geos +h=35786000 +lon_0=80"));
    EXPECT_NEAR(cap.radius, 80.80, 0.01);
}

TEST(VisibleRegion, RefusesANumberThatIsNone) {
    EXPECT_THROW(visible_region("+proj=merc +lon_0=east"), std::invalid_argument);
}

} // namespace
} // namespace landsea::geo
