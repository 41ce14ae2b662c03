#include "viz/stroke_mesh.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace landsea::viz {
namespace {

/// The ink that triangles lay down: surface times mean opacity.
double ink(const std::vector<MeshTriangle>& mesh) {
    double sum = 0.0;
    for (const auto& [a, b, c] : mesh) {
        const double twice =
            (b.at.x - a.at.x) * (c.at.y - a.at.y) - (b.at.y - a.at.y) * (c.at.x - a.at.x);
        sum += std::abs(twice) / 2.0 * (a.cover + b.cover + c.cover) / 3.0;
    }
    return sum;
}

Stroke butt(double width, std::vector<double> dash = {}) {
    return {.colour = rgb(0), .width = width, .dash = std::move(dash), .cap = Cap::butt};
}

TEST(StrokeMesh, LaysDownLengthTimesWidth) {
    // The fade outside makes up for the fade inside; at the ends all but a pixel's corner.
    EXPECT_NEAR(ink(stroke_mesh({{0, 0}, {100, 0}}, butt(4))), 400.0, 2.0);
    EXPECT_NEAR(ink(stroke_mesh({{0, 0}, {60, 80}}, butt(4))), 400.0, 2.0);
}

TEST(StrokeMesh, FadesInsteadOfThinningBelowAPixel) {
    EXPECT_NEAR(ink(stroke_mesh({{0, 0}, {100, 0}}, butt(0.5))), 50.0, 1.0);
}

TEST(StrokeMesh, LeavesTheGapsOfDashes) {
    // 5 dashes of 10 in 100 pixels, 4 wide.
    EXPECT_NEAR(ink(stroke_mesh({{0, 0}, {100, 0}}, butt(4, {10, 10}))), 200.0, 6.0);
}

TEST(StrokeMesh, IsEmptyForAPoint) {
    EXPECT_TRUE(stroke_mesh({{5, 5}, {5, 5}}, butt(4)).empty());
    EXPECT_TRUE(stroke_mesh({}, butt(4)).empty());
}

TEST(DiscMesh, HasTheSurfaceOfADisc) {
    EXPECT_NEAR(ink(disc_mesh({7, 7}, 6)), std::numbers::pi * 36.0, 0.02 * std::numbers::pi * 36.0);
}

TEST(Dashes, RunOnRoundACorner) {
    // 8 on, 4 off along 10 right and 10 down: 0-8 on, 8-12 off, 12-20 on.
    const auto made = dashes({{0, 0}, {10, 0}, {10, 10}}, {8, 4});
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0], (std::vector<Point>{{0, 0}, {8, 0}}));
    EXPECT_EQ(made[1], (std::vector<Point>{{10, 2}, {10, 10}}));
}

TEST(Dashes, OfAPatternWithoutLengthAreTheLine) {
    const std::vector<Point> line{{0, 0}, {10, 0}};
    EXPECT_EQ(dashes(line, {}), (std::vector<std::vector<Point>>{line}));
    EXPECT_EQ(dashes(line, {0, 0}), (std::vector<std::vector<Point>>{line}));
}

} // namespace
} // namespace landsea::viz
