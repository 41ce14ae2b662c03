#include "scenarios/traffic_network.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace landsea::scenarios {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pair;

constexpr double hours = 8760.0; // a year

/// A year's capacity of 100,000 in batches of 100: 1,000 batches a year.
QueueDelay queue(double in_use = 0.0) {
    return {.capacity = 1e5, .in_use = in_use, .batch = 100, .cost_per_period = hours};
}

TEST(BprDelay, IsTheFormulaOfTheBureau) {
    const DelayFunction road = BprDelay{.free = 10, .capacity = 200};
    EXPECT_DOUBLE_EQ(delay_at(road, 0), 10);
    EXPECT_DOUBLE_EQ(delay_at(road, 200), 11.5);         // 10 (1 + 0.15)
    EXPECT_DOUBLE_EQ(delay_at(road, 400), 34);           // 10 (1 + 0.15 x 16)
    EXPECT_DOUBLE_EQ(delay_slope(road, 200), 0.03);      // 10 x 0.15 x 4 / 200
    EXPECT_DOUBLE_EQ(delay_integral(road, 200), 2060.0); // 10 x 200 (1 + 0.15 / 5)
}

TEST(QueueDelay, IsTheSteadyQueueWellBelowCapacity) {
    // 1,000 batches a year are served in 8.76 h each; at half use one waits x / (rate (1 - x)) =
    // 0.5 / 0.5 x 8.76 h. The blend with the growing queue takes less than a hundredth of it.
    EXPECT_THAT(delay_at(queue(), 5e4), DoubleNear(8.76, 0.08));
}

TEST(QueueDelay, IsTheGrowingQueueWellAboveCapacity) {
    // Twice the capacity for a year: the last one waits a year, all wait half a year on average.
    EXPECT_THAT(delay_at(queue(), 2e5), DoubleNear(hours / 2, hours * 0.005));
}

TEST(QueueDelay, IsFiniteAndKnownAtCapacity) {
    // T/4 sqrt(8 batch / capacity) = 2190 sqrt(0.008) h.
    EXPECT_NEAR(delay_at(queue(), 1e5), 2190 * std::sqrt(0.008), 1e-9);
}

TEST(QueueDelay, CountsOnlyTheWaitBeyondTodays) {
    EXPECT_DOUBLE_EQ(delay_at(queue(9e4), 0), 0);
    EXPECT_NEAR(delay_at(queue(9e4), 1e4), delay_at(queue(), 1e5) - delay_at(queue(), 9e4), 1e-9);
}

TEST(Delay, RisesWithItsSlopeAndIntegralEverywhere) {
    const DelayFunction functions[] = {BprDelay{.free = 3, .capacity = 5e4}, queue(), queue(8e4),
                                       queue(2e5)};
    for (const DelayFunction& function : functions) {
        for (double volume = 2e3; volume < 3e5; volume += 7e3) {
            const double step = 50;
            const double before = delay_at(function, volume - step);
            const double here = delay_at(function, volume);
            const double after = delay_at(function, volume + step);
            EXPECT_GT(after, here);
            EXPECT_GE(after - here, here - before - 1e-9) << "convex at " << volume;
            EXPECT_NEAR(delay_slope(function, volume), (after - before) / (2 * step),
                        1e-3 * delay_slope(function, volume));
            // Simpson's rule over one step.
            const double added =
                delay_integral(function, volume + step) - delay_integral(function, volume - step);
            EXPECT_NEAR(added, step / 3 * (before + 4 * here + after), 1e-6 * (1 + added));
        }
        EXPECT_DOUBLE_EQ(delay_integral(function, 0), 0);
    }
}

TEST(TrafficNetwork, LoadsASharedBottleneckOnceForEachTime) {
    const TrafficNetwork network{
        .vertices = 3,
        .arcs = {{.tail = 0, .head = 1, .cost = 2, .bottlenecks = {1}},
                 {.tail = 1, .head = 2, .cost = 3, .bottlenecks = {1, 0}}},
        .bottlenecks = {BprDelay{.free = 1, .capacity = 1}, BprDelay{.free = 1, .capacity = 1}}};
    EXPECT_THAT(load_of({0, 1}, network), ElementsAre(Pair(0, 1.0), Pair(1, 2.0)));
    EXPECT_DOUBLE_EQ(fixed_cost_of({0, 1}, network), 5);
    EXPECT_THAT(arc_costs(network, {1.0, 0.0}), ElementsAre(3.0, 3 + 1 + 1.15));
}

} // namespace
} // namespace landsea::scenarios
