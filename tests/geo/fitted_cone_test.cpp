#include "geo/fitted_cone.hpp"
#include "geo/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace landsea::geo {
namespace {

using model::LatLon;

TEST(FittedCone, PutsItsParallelsASixthFromEitherEnd) {
    // From 0 to 30 degrees north a sixth is 5; the middle of 100 and 120 east is 110.
    const FittedCone cone =
        fitted_cone({LatLon::degrees(0.0, 100.0), LatLon::degrees(30.0, 120.0)});
    EXPECT_EQ(cone.definition, "+proj=lcc +lat_1=5 +lat_2=25 +lat_0=15 +lon_0=110");
}

TEST(FittedCone, StandsUprightAtTheMiddle) {
    const FittedCone cone =
        fitted_cone({LatLon::degrees(0.0, 100.0), LatLon::degrees(30.0, 120.0)});
    const Projection projection = Projection::named(cone.definition);
    const auto south = projection.forward(LatLon::degrees(10.0, 110.0));
    const auto north = projection.forward(LatLon::degrees(20.0, 110.0));
    ASSERT_TRUE(south && north);
    EXPECT_NEAR(south->x, 0.0, 1e-6);
    EXPECT_NEAR(north->x, 0.0, 1e-6);
    EXPECT_GT(north->y, south->y);
}

TEST(FittedCone, WorksForOnePointAndForNone) {
    for (const Path& points : {Path{LatLon::degrees(29.6, 106.5)}, Path{}}) {
        const Projection projection = Projection::named(fitted_cone(points).definition);
        EXPECT_TRUE(projection.forward(LatLon::degrees(29.6, 106.5)));
    }
}

TEST(FittedCone, KeepsItsParallelsApartNearTheEquator) {
    const FittedCone cone =
        fitted_cone({LatLon::degrees(-5.0, 100.0), LatLon::degrees(1.0, 110.0)});
    EXPECT_NO_THROW(static_cast<void>(Projection::named(cone.definition)));
    EXPECT_NE(cone.definition.find("+lat_1=1 +lat_2=2"), std::string::npos);
}

} // namespace
} // namespace landsea::geo
