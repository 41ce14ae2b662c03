#include "viz/axis.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace landsea::viz {
namespace {

TEST(RoundAxis, EndsAtTheFirstRoundNumberThatHoldsAll) {
    // 43 in about 8 steps: 5.4 each, the next round step is 10, five of them hold 43.
    const Axis axis = round_axis(43.0, 100.0, 600.0, 8);
    EXPECT_EQ(axis.step, 10.0);
    EXPECT_EQ(axis.most, 50.0);
    EXPECT_THAT(axis.ticks(), testing::ElementsAre(0, 10, 20, 30, 40, 50));
}

TEST(RoundAxis, TakesSmallNumbersToo) {
    // 0.7 in about 4 steps: 0.175 each, the next round step is 0.2.
    const Axis axis = round_axis(0.7, 0.0, 1.0, 4);
    EXPECT_NEAR(axis.step, 0.2, 1e-12);
    EXPECT_NEAR(axis.most, 0.8, 1e-12);
}

TEST(RoundAxis, HasRoomForNothing) {
    EXPECT_GT(round_axis(0.0, 0.0, 1.0, 5).most, 0.0);
}

TEST(Axis, RunsDownwardWhenItsPixelsDo) {
    const Axis axis = round_axis(10.0, 500.0, 100.0, 5);
    EXPECT_DOUBLE_EQ(axis.at(0.0), 500.0);
    EXPECT_DOUBLE_EQ(axis.at(10.0), 100.0);
    EXPECT_DOUBLE_EQ(axis.at(5.0), 300.0);
}

TEST(RoundValues, LieBetweenTheEndsAndAreMultiplesOfTheStep) {
    // 12 in about 6 steps: 2 each.
    EXPECT_THAT(round_values(-3.0, 9.0, 6), testing::ElementsAre(-2, 0, 2, 4, 6, 8));
    EXPECT_THAT(round_values(0.5, 3.0, 5), testing::ElementsAre(0.5, 1.0, 1.5, 2.0, 2.5, 3.0));
    EXPECT_FALSE(std::signbit(round_values(0.0, 1.0, 2).front())); // it would be written "-0"
}

TEST(ChartNumber, GroupsByThree) {
    EXPECT_EQ(chart_number(1234567.0), "1,234,567");
    EXPECT_EQ(chart_number(-1234.5, 1), "-1,234.5");
    EXPECT_EQ(chart_number(999.0), "999");
    EXPECT_EQ(chart_number(-999.0), "-999");
}

} // namespace
} // namespace landsea::viz
