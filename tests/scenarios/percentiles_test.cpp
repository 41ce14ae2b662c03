#include "scenarios/percentiles.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace landsea::scenarios {
namespace {

std::vector<double> one_to(int last) {
    std::vector<double> draws(static_cast<std::size_t>(last));
    std::iota(draws.begin(), draws.end(), 1.0);
    return draws;
}

TEST(Spread, TakesThePercentileByNearestRank) {
    // Of 1 ... 100 a share of 0.05 does not exceed 5, of 0.5 does not exceed 50, of 0.95 not 95.
    const Spread spread = spread_of(one_to(100));
    EXPECT_EQ(spread.p5, 5.0);
    EXPECT_EQ(spread.p50, 50.0);
    EXPECT_EQ(spread.p95, 95.0);
    // (1 + 100) / 2; the variance of 1 ... n is (n^2 - 1) / 12.
    EXPECT_DOUBLE_EQ(spread.mean, 50.5);
    EXPECT_NEAR(spread.standard_deviation, std::sqrt(9999.0 / 12.0), 1e-9);
}

TEST(Spread, DoesNotDependOnTheOrderOfDraws) {
    std::vector<double> backwards = one_to(37);
    std::reverse(backwards.begin(), backwards.end());
    EXPECT_EQ(spread_of(backwards).p95, spread_of(one_to(37)).p95);
}

TEST(Spread, OfOneDrawIsThatDraw) {
    const Spread spread = spread_of({7.0});
    EXPECT_EQ(spread.p5, 7.0);
    EXPECT_EQ(spread.p95, 7.0);
    EXPECT_EQ(spread.standard_deviation, 0.0);
}

TEST(ProbabilityAbove, CountsOnlyDrawsThatExceedTheBound) {
    // 5 of 10 exceed 5; the draw 5 itself does not. sqrt(0.5 x 0.5 / 10) = 0.1581.
    const Probability probability = probability_above(one_to(10), 5.0);
    EXPECT_DOUBLE_EQ(probability.value, 0.5);
    EXPECT_NEAR(probability.standard_error, 0.1581, 1e-4);
}

TEST(Covariance, IsNegativeWhenOneFallsAsTheOtherRises) {
    // Means 2 and 4; (-1)(2) + 0 + (1)(-2) = -4, over 3 draws.
    EXPECT_DOUBLE_EQ(covariance({1.0, 2.0, 3.0}, {6.0, 4.0, 2.0}), -4.0 / 3.0);
}

} // namespace
} // namespace landsea::scenarios
