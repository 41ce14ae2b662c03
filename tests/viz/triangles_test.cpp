#include "viz/triangles.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace landsea::viz {
namespace {

double area(const std::vector<Triangle>& triangles) {
    double sum = 0.0;
    for (const auto& [a, b, c] : triangles) {
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2.0;
    }
    return sum;
}

bool covered(const std::vector<Triangle>& triangles, Point p) {
    const auto side = [&](Point a, Point b) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    };
    for (const auto& [a, b, c] : triangles) {
        const double s = side(a, b);
        const double t = side(b, c);
        const double u = side(c, a);
        if ((s > 0 && t > 0 && u > 0) || (s < 0 && t < 0 && u < 0)) {
            return true;
        }
    }
    return false;
}

std::vector<Point> square(double from, double to) {
    return {{from, from}, {to, from}, {to, to}, {from, to}};
}

TEST(Triangles, CoverASquareWithAHoleAndAnIsland) {
    const auto triangles = triangulated({square(0, 100), square(20, 80), square(40, 60)});
    EXPECT_NEAR(area(triangles), 10'000 - 3'600 + 400, 1e-9);
    EXPECT_TRUE(covered(triangles, {10.5, 11}));
    EXPECT_FALSE(covered(triangles, {30.5, 31}));
    EXPECT_TRUE(covered(triangles, {50.5, 51}));
}

TEST(Triangles, DoNotCareWhichWayRingsTurn) {
    auto hole = square(20, 80);
    std::ranges::reverse(hole);
    EXPECT_NEAR(area(triangulated({square(0, 100), hole})), 6'400, 1e-9);
    EXPECT_NEAR(area(triangulated({hole, square(0, 100)})), 6'400, 1e-9);
}

TEST(Triangles, CoverAConcaveRing) {
    // An arrowhead: a square of 10 with a notch from the right to its middle, 10 * 10 / 4 less.
    const auto triangles = triangulated({{{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}}});
    EXPECT_NEAR(area(triangles), 75, 1e-12);
    EXPECT_EQ(triangles.size(), 3U); // corners less two
}

TEST(Triangles, CoverStarsWithManyHolesExactly) {
    std::mt19937 random{20240601};
    for (int round = 0; round < 20; ++round) {
        // A star whose rays are random, with square holes on a ring inside its shortest ray.
        std::vector<Point> star;
        constexpr int rays = 200;
        double expected = 0.0;
        for (int i = 0; i < rays; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / rays;
            const double r = 100.0 + std::uniform_real_distribution{0.0, 80.0}(random);
            star.push_back({r * std::cos(angle), r * std::sin(angle)});
        }
        for (int i = 0; i < rays; ++i) {
            const Point a = star[i];
            const Point b = star[(i + 1) % rays];
            expected += (a.x * b.y - b.x * a.y) / 2.0;
        }
        std::vector<std::vector<Point>> rings{star};
        for (int i = 0; i < 24; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / 24;
            const Point c{80.0 * std::cos(angle), 80.0 * std::sin(angle)};
            rings.push_back(
                {{c.x - 3, c.y - 3}, {c.x + 3, c.y - 3}, {c.x + 3, c.y + 3}, {c.x - 3, c.y + 3}});
            expected -= 36.0;
        }
        EXPECT_NEAR(area(triangulated(rings)), expected, 1e-6 * expected);
    }
}

TEST(Triangles, AreNoneForRingsWithoutSurface) {
    EXPECT_TRUE(triangulated({}).empty());
    EXPECT_TRUE(triangulated({{{0, 0}, {1, 1}}}).empty());
    EXPECT_TRUE(triangulated({{{0, 0}, {1, 1}, {2, 2}}}).empty());
}

TEST(Triangles, EndEvenWhenARingCrossesItself) {
    // A bow tie: what comes back is near enough, and it comes back.
    EXPECT_LE(area(triangulated({{{0, 0}, {10, 10}, {10, 0}, {0, 12}}})), 120.0);
}

} // namespace
} // namespace landsea::viz
