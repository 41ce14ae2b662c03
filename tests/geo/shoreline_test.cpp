#include "geo/detail/sphere.hpp"
#include "geo/shoreline.hpp"
#include "tests/support/random_scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace landsea::geo {
namespace {

using model::LatLon;
using support::Dice;

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

Polygon square(double south, double west, double north, double east) {
    return {{{at(south, west), at(south, east), at(north, east), at(north, west)}}};
}

/// A ring as the place sees it: degrees east and north of it, so that the 180th meridian is nothing
/// special.
std::vector<std::pair<double, double>> seen_from(LatLon place, const Path& ring) {
    std::vector<std::pair<double, double>> points;
    for (const LatLon point : ring) {
        points.emplace_back(detail::wrapped_lon(point.lon() - place.lon()),
                            point.lat() - place.lat());
    }
    return points;
}

bool is_within(LatLon place, const Shoreline& shore) {
    bool is_inside = false;
    for (const Path& ring : shore) {
        const auto points = seen_from(place, ring);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto [ax, ay] = points[i];
            const auto [bx, by] = points[(i + 1) % points.size()];
            if ((ay > 0) != (by > 0) && ax + (bx - ax) * ay / (ay - by) > 0) {
                is_inside = !is_inside;
            }
        }
    }
    return is_inside;
}

/// In degrees, east and north alike.
double from_shore(LatLon place, const Shoreline& shore) {
    double least = 1000.0;
    for (const Path& ring : shore) {
        const auto points = seen_from(place, ring);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto [ax, ay] = points[i];
            const auto [bx, by] = points[(i + 1) % points.size()];
            const double dx = bx - ax;
            const double dy = by - ay;
            const double part = std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            least = std::min(least, std::hypot(ax + part * dx, ay + part * dy));
        }
    }
    return least;
}

/// Twice the area, above zero for a ring that runs anticlockwise.
double turning(const Path& ring) {
    const auto points = seen_from(ring.front(), ring);
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [ax, ay] = points[i];
        const auto [bx, by] = points[(i + 1) % points.size()];
        sum += ax * by - bx * ay;
    }
    return sum;
}

TEST(Shoreline, OfASquareIsTheSquareGrown) {
    const Shoreline shore = shoreline({square(10, 20, 12, 22)}, {});
    ASSERT_EQ(shore.size(), 1U);
    EXPECT_GT(turning(shore[0]), 0); // what is forbidden lies on the left
    // 0.045 degrees off the middles of the sides, where nothing was simplified away or only to the
    // outside of what simplifying may take: 0.04.
    EXPECT_TRUE(is_within(at(11, 22.004), shore));
    EXPECT_FALSE(is_within(at(11, 22.05), shore));
    EXPECT_FALSE(is_within(at(12.05, 22.05), shore));
    for (const LatLon corner : shore[0]) {
        EXPECT_EQ(std::round(corner.lat() * 1e5) / 1e5, corner.lat());
        EXPECT_EQ(std::round(corner.lon() * 1e5) / 1e5, corner.lon());
    }
}

/// A coast with bays and capes of every size.
Path jagged(LatLon middle, double radius_deg, std::uint32_t corners, Dice& dice) {
    Path ring;
    double radius = radius_deg;
    for (std::uint32_t i = 0; i < corners; ++i) {
        const double turn = 2.0 * std::numbers::pi * i / corners;
        radius = std::clamp(radius * (0.9 + 0.2 * dice.roll(1001) / 1000.0), 0.4 * radius_deg,
                            1.6 * radius_deg);
        ring.push_back(
            at(middle.lat() + radius * std::sin(turn), middle.lon() + radius * std::cos(turn)));
    }
    return ring;
}

TEST(Shoreline, LeavesNoCornerOfTheLandOutside) {
    Dice dice{11};
    double least = 1.0;
    for (int scene = 0; scene < 200; ++scene) {
        const double radius = 0.1 + dice.roll(100) / 50.0;
        const Path coast = jagged(at(30, 100), radius, 20 + dice.roll(300), dice);
        const Shoreline shore = shoreline({{{coast}}}, {});
        for (const LatLon corner : coast) {
            ASSERT_TRUE(is_within(corner, shore)) << "scene " << scene;
            least = std::min(least, from_shore(corner, shore));
        }
    }
    EXPECT_GT(least, 0.0);
}

TEST(Shoreline, StaysWithinTheClearanceOfTheLand) {
    Dice dice{12};
    const Path coast = jagged(at(-20, 50), 1.5, 400, dice);
    // Every corner is one of the grown coast: 0.045 from the land, or where two chords of quarter
    // circles meet, each of which stands for 45 degrees: 0.045 cos(22.5 degrees) = 0.0416. The land
    // was simplified by 0.003.
    for (const Path& ring : shoreline({{{coast}}}, {})) {
        for (const LatLon corner : ring) {
            EXPECT_LT(from_shore(corner, {coast}), 0.045 + 0.003 + 1e-5);
            EXPECT_GT(from_shore(corner, {coast}), 0.0416 - 0.003 - 1e-4);
        }
    }
}

TEST(Shoreline, IsCutOpenAlongAChannel) {
    const std::vector<Polygon> land{square(0, 0, 2, 2)};
    const Fairways canal{.channels = {{at(1, -1), at(1, 3)}}, .forbidden = {}};
    ASSERT_EQ(shoreline(land, {}).size(), 1U);
    const Shoreline shore = shoreline(land, canal);
    EXPECT_EQ(shore.size(), 2U);
    for (double lon = -0.5; lon <= 2.5; lon += 0.1) {
        EXPECT_FALSE(is_within(at(1, lon), shore));
        EXPECT_NEAR(from_shore(at(1, lon), shore), 0.012, 1.0);
    }
    EXPECT_TRUE(is_within(at(1.02, 1), shore));
    EXPECT_TRUE(is_within(at(0.98, 1), shore));
    EXPECT_NEAR(from_shore(at(1, 1), shore), 0.012, 1e-5);
}

TEST(Shoreline, ForbidsShoals) {
    const Fairways shoal{.channels = {}, .forbidden = {{at(5, 5), at(5, 6), at(6, 6), at(6, 5)}}};
    const Shoreline shore = shoreline({square(0, 0, 2, 2)}, shoal);
    EXPECT_EQ(shore.size(), 2U);
    EXPECT_TRUE(is_within(at(5.5, 5.5), shore));
}

TEST(Shoreline, JoinsIslandsThatNoShipGoesBetween) {
    // 0.05 degrees of water are less than twice the clearance.
    EXPECT_EQ(shoreline({square(0, 0, 1, 1), square(0, 1.05, 1, 2)}, {}).size(), 1U);
    EXPECT_EQ(shoreline({square(0, 0, 1, 1), square(0, 1.2, 1, 2)}, {}).size(), 2U);
}

TEST(Shoreline, LeavesOutIslets) {
    // A hundredth of a square degree on the equator is 123.6 km2, a thousandth 12.36.
    EXPECT_EQ(shoreline({square(0, 0, 0.01, 0.1)}, {}).size(), 1U);
    EXPECT_EQ(shoreline({square(0, 0, 0.009, 0.1)}, {}).size(), 0U);
    // At 60 degrees the same degrees hold half as much.
    EXPECT_EQ(shoreline({square(60, 0, 60.01, 0.1)}, {}).size(), 0U);
}

TEST(Shoreline, KeepsTheCaspianSeaAndNoOtherLake) {
    Polygon asia = square(30, 40, 60, 90);
    asia.rings.push_back({at(37, 48), at(46, 48), at(46, 54), at(37, 54)});
    asia.rings.push_back({at(44, 58), at(46, 58), at(46, 61), at(44, 61)}); // the Aral Sea
    const Shoreline shore = shoreline({asia}, {});
    ASSERT_EQ(shore.size(), 2U);
    EXPECT_FALSE(is_within(at(42, 50.5), shore));
    EXPECT_TRUE(is_within(at(45, 59.5), shore));
    // One ring has the land inside, one outside, both on the left.
    EXPECT_LT(turning(shore[0]) * turning(shore[1]), 0);
}

TEST(Shoreline, OfAnIslandOnThe180thMeridianIsOneRing) {
    const Shoreline shore =
        shoreline({square(-18, 178, -16, 180), square(-18, -180, -16, -179)}, {});
    ASSERT_EQ(shore.size(), 1U);
    EXPECT_GT(turning(shore[0]), 0);
    EXPECT_TRUE(is_within(at(-17, 180), shore));
    EXPECT_TRUE(is_within(at(-17, 178.5), shore));
    EXPECT_TRUE(is_within(at(-17, -179.5), shore));
    EXPECT_FALSE(is_within(at(-17, -178.9), shore));
    EXPECT_FALSE(is_within(at(-17, 177.9), shore));
}

TEST(Shoreline, OfNothingIsNone) {
    EXPECT_TRUE(shoreline({}, {}).empty());
}

} // namespace
} // namespace landsea::geo
