#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace landsea::geo {
namespace {

using model::Km;
using model::LatLon;

constexpr double micrometre_in_km = 1e-9;

TEST(Distance, AgreesWithPublishedGeodesics) {
    // Karney, GeographicLib documentation: Wellington to Salamanca, nearly antipodal, is
    // 19959679.267 m; JFK to LHR is 5551759.400 m. Four decimals: `geod -I +ellps=WGS84`, PROJ 9.1.
    EXPECT_NEAR(distance(LatLon::degrees(-41.32, 174.81), LatLon::degrees(40.96, -5.50)).count(),
                19959.6792674, 1e-7);
    EXPECT_NEAR(distance(LatLon::degrees(40.6, -73.8), LatLon::degrees(51.6, -0.5)).count(),
                5551.7594003, 1e-7);
}

TEST(Distance, FromEquatorToPoleIsTheQuarterMeridian) {
    // WGS84 quarter meridian: 10001965.7293 m (Karney 2013, after eq. 38 with WGS84's a and f).
    EXPECT_NEAR(distance(LatLon::degrees(0, 30), LatLon::degrees(90, 0)).count(), 10001.9657293,
                1e-7);
}

TEST(Distance, AlongTheEquatorIsArcTimesRadius) {
    // 1 degree of a circle of 6378.137 km: pi / 180 * 6378.137 = 111.3194907932736 km.
    EXPECT_NEAR(distance(LatLon::degrees(0, 179.5), LatLon::degrees(0, -179.5)).count(),
                111.3194907932736, micrometre_in_km);
}

TEST(Distance, IsZeroFromAPlaceToItself) {
    EXPECT_EQ(distance(LatLon::degrees(29.56, 106.55), LatLon::degrees(29.56, 106.55)), Km{0});
}

TEST(PathLength, IsTheSumOfItsSteps) {
    const Path path{LatLon::degrees(0, 0), LatLon::degrees(0, 1), LatLon::degrees(0, 3)};
    EXPECT_NEAR(length(path).count(), 3 * 111.3194907932736, 1e-8);
    EXPECT_EQ(length({}), Km{0});
    EXPECT_EQ(length({LatLon::degrees(5, 5)}), Km{0});
}

TEST(GeodesicLine, GoesOverThePole) {
    // Places on opposite meridians: the shortest way is along them.
    const Path line = geodesic_line(LatLon::degrees(80, 20), LatLon::degrees(80, -160), Km{100});
    double northernmost = 0.0;
    for (const LatLon& point : line) {
        northernmost = std::max(northernmost, point.lat());
    }
    EXPECT_GT(northernmost, 89.5); // steps are below 100 km, half of that is 0.45 degrees
    EXPECT_EQ(line.front(), LatLon::degrees(80, 20));
    EXPECT_EQ(line.back(), LatLon::degrees(80, -160));
}

TEST(GeodesicLine, HasEqualStepsWithinTheSpacing) {
    const LatLon chongqing = LatLon::degrees(29.56, 106.55);
    const LatLon duisburg = LatLon::degrees(51.43, 6.76);
    const Path line = geodesic_line(chongqing, duisburg, Km{250});
    const Km whole = distance(chongqing, duisburg);
    const double steps = static_cast<double>(line.size() - 1);
    EXPECT_EQ(steps, std::ceil(whole.count() / 250.0));
    for (std::size_t i = 1; i < line.size(); ++i) {
        EXPECT_NEAR(distance(line[i - 1], line[i]).count(), whole.count() / steps, 1e-6);
    }
    EXPECT_NEAR(length(line).count(), whole.count(), 1e-6);
}

TEST(GeodesicLine, CrossesTheDateLineWithoutGoingRoundTheEarth) {
    const Path line = geodesic_line(LatLon::degrees(50, 170), LatLon::degrees(50, -170), Km{50});
    for (const LatLon& point : line) {
        EXPECT_GE(std::abs(point.lon()), 170.0);
    }
}

TEST(GeodesicLine, RefusesASpacingThatIsNotPositive) {
    const LatLon place = LatLon::degrees(0, 0);
    EXPECT_THROW(geodesic_line(place, place, Km{0}), std::invalid_argument);
    EXPECT_THROW(geodesic_line(place, place, Km{-1}), std::invalid_argument);
}

TEST(GeodesicLine, ToItselfHasTwoPoints) {
    const LatLon place = LatLon::degrees(10, 10);
    EXPECT_EQ(geodesic_line(place, place, Km{10}), (Path{place, place}));
}

TEST(DensifiedPath, KeepsEveryPointOfThePath) {
    const Path path{LatLon::degrees(0, 0), LatLon::degrees(0, 5), LatLon::degrees(5, 5)};
    const Path dense = densified(path, Km{100});
    for (const LatLon& point : path) {
        EXPECT_NE(std::ranges::find(dense, point), dense.end());
    }
    for (std::size_t i = 1; i < dense.size(); ++i) {
        EXPECT_LE(distance(dense[i - 1], dense[i]), Km{100});
    }
}

} // namespace
} // namespace landsea::geo
