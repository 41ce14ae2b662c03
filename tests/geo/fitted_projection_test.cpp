#include "geo/fitted_projection.hpp"
#include "geo/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace landsea::geo {
namespace {

using model::LatLon;

TEST(FittedProjection, PutsItsParallelsASixthFromEitherEnd) {
    // From 0 to 30 degrees north a sixth is 5; the middle of 100 and 120 east is 110.
    const FittedProjection cone =
        fitted_projection({LatLon::degrees(0.0, 100.0), LatLon::degrees(30.0, 120.0)});
    EXPECT_EQ(cone.definition, "+proj=lcc +lat_1=5 +lat_2=25 +lat_0=15 +lon_0=110");
}

TEST(FittedProjection, StandsUprightAtTheMiddle) {
    const FittedProjection cone =
        fitted_projection({LatLon::degrees(0.0, 100.0), LatLon::degrees(30.0, 120.0)});
    const Projection projection = Projection::named(cone.definition);
    const auto south = projection.forward(LatLon::degrees(10.0, 110.0));
    const auto north = projection.forward(LatLon::degrees(20.0, 110.0));
    ASSERT_TRUE(south && north);
    EXPECT_NEAR(south->x, 0.0, 1e-6);
    EXPECT_NEAR(north->x, 0.0, 1e-6);
    EXPECT_GT(north->y, south->y);
}

TEST(FittedProjection, WorksForOnePointAndForNone) {
    for (const Path& points : {Path{LatLon::degrees(29.6, 106.5)}, Path{}}) {
        const Projection projection = Projection::named(fitted_projection(points).definition);
        EXPECT_TRUE(projection.forward(LatLon::degrees(29.6, 106.5)));
    }
}

TEST(FittedProjection, KeepsItsParallelsApartNearTheEquator) {
    const FittedProjection cone =
        fitted_projection({LatLon::degrees(-5.0, 100.0), LatLon::degrees(1.0, 110.0)});
    EXPECT_NO_THROW(static_cast<void>(Projection::named(cone.definition)));
    EXPECT_NE(cone.definition.find("+lat_1=1 +lat_2=2"), std::string::npos);
}

TEST(FittedProjection, TakesAStretchOverThe180thMeridianForWhatItIs) {
    // From 106 east to 118 west are 136 degrees over the Pacific; their middle is 174 east.
    const FittedProjection cone =
        fitted_projection({LatLon::degrees(30.0, 106.0), LatLon::degrees(34.0, -118.0)});
    EXPECT_NE(cone.definition.find("+proj=lcc"), std::string::npos);
    EXPECT_NE(cone.definition.find("+lon_0=174"), std::string::npos);
}

TEST(FittedProjection, IsEqualEarthForBothHemispheres) {
    // Longitudes 106 to 18: the middle is 62.
    const FittedProjection whole =
        fitted_projection({LatLon::degrees(30.0, 106.0), LatLon::degrees(-34.0, 18.0)});
    EXPECT_EQ(whole.definition, "+proj=eqearth +lon_0=62");
}

TEST(FittedProjection, CutsTheWorldWhereTheFewestPointsAre) {
    // Three points in each band of 30 degrees, two in that of 60 to 30 west: cut at 45 west, so the
    // middle is 135 east. No gap is wider than 20 degrees: the points go all the way round.
    Path points;
    for (const double lon :
         {-165.0, -135.0, -105.0, -75.0, -15.0, 15.0, 45.0, 75.0, 105.0, 135.0, 165.0}) {
        for (const double lat : {-50.0, 10.0, 50.0}) {
            points.push_back(LatLon::degrees(lat, lon));
        }
    }
    points.push_back(LatLon::degrees(-50.0, -35.0));
    points.push_back(LatLon::degrees(10.0, -55.0));
    EXPECT_EQ(fitted_projection(points).definition, "+proj=eqearth +lon_0=135");
}

} // namespace
} // namespace landsea::geo
