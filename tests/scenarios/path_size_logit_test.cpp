#include "scenarios/path_size_logit.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace landsea::scenarios {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

/// Two arcs beside each other.
TrafficNetwork two_roads(double a, double b) {
    return {.vertices = 2,
            .arcs = {{.tail = 0, .head = 1, .cost = a}, {.tail = 0, .head = 1, .cost = b}}};
}

TEST(PathSizeLogit, SplitsTwoSeparateRoutesByTheirCost) {
    // exp(-0.5 x 10) : exp(-0.5 x 12) = 1 : exp(-1), so that the first gets 1 / (1 + exp(-1)).
    const Assignment found =
        path_size_logit(two_roads(10, 12), {{0, 1, 100}}, {{{0}, {1}}}, {.theta = 0.5});
    EXPECT_NEAR(found.routes[0][0].volume, 100 / (1 + std::exp(-1.0)), 1e-10);
    EXPECT_NEAR(found.routes[0][1].volume, 100 / (1 + std::exp(1.0)), 1e-10);
    EXPECT_EQ(found.residual, 0);
}

TEST(PathSizeLogit, StaysFiniteWhereExponentialsDoNot) {
    const Assignment found =
        path_size_logit(two_roads(1e6, 1e6 + 1), {{0, 1, 1}}, {{{0}, {1}}}, {.theta = 1});
    EXPECT_NEAR(found.routes[0][0].volume, 1 / (1 + std::exp(-1.0)), 1e-10);
}

/// A trunk that two of three routes share:
///     0 --8 (trunk)--> 1 ==2== or ==2==> 2          0 --10--> 2
TrafficNetwork trunk() {
    return {.vertices = 3,
            .arcs = {{.tail = 0, .head = 1, .cost = 8},
                     {.tail = 1, .head = 2, .cost = 2},
                     {.tail = 1, .head = 2, .cost = 2},
                     {.tail = 0, .head = 2, .cost = 10}}};
}

TEST(PathSizes, CountASharedArcForEachThatUsesIt) {
    // 8/10 x 1/2 + 2/10 x 1 = 0.6 for those on the trunk.
    EXPECT_THAT(path_sizes({{0, 1}, {0, 2}, {3}}, trunk()),
                ElementsAre(DoubleEq(0.6), DoubleEq(0.6), DoubleEq(1.0)));
}

TEST(PathSizeLogit, GivesOverlappingRoutesLess) {
    // All three cost 10, so that only path sizes count: 0.6 : 0.6 : 1.
    const Assignment found =
        path_size_logit(trunk(), {{0, 2, 220}}, {{{0, 1}, {0, 2}, {3}}}, {.theta = 3});
    EXPECT_NEAR(found.routes[0][0].volume, 60, 1e-9);
    EXPECT_NEAR(found.routes[0][1].volume, 60, 1e-9);
    EXPECT_NEAR(found.routes[0][2].volume, 100, 1e-9);
}

TEST(PathSizeLogit, FindsTheFixedPointOfTwoCongestedRoutes) {
    // Route 1 takes 10 (1 + 0.15 (v/50)^4), route 2 always 14. With 100 to send and theta 0.3, v
    // solves v = 100 / (1 + exp(-0.3 (14 - 10 (1 + 0.15 (v/50)^4)))); bisection, as the right side
    // falls with v.
    const BprDelay road{.free = 10, .capacity = 50};
    const auto chosen = [&](double v) {
        const double cost = 10 * (1 + 0.15 * std::pow(v / 50, 4));
        return 100 / (1 + std::exp(-0.3 * (14 - cost)));
    };
    double low = 0;
    double high = 100;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (chosen(middle) > middle ? low : high) = middle;
    }
    const TrafficNetwork network{
        .vertices = 2,
        .arcs = {{.tail = 0, .head = 1, .bottlenecks = {0}}, {.tail = 0, .head = 1, .cost = 14}},
        .bottlenecks = {road}};
    const Assignment found =
        path_size_logit(network, {{0, 1, 100}}, {{{0}, {1}}}, {.theta = 0.3, .residual = 1e-12});
    EXPECT_LE(found.residual, 1e-12);
    EXPECT_NEAR(found.routes[0][0].volume, low, 1e-9);
    EXPECT_NEAR(found.routes[0][0].cost, 10 * (1 + 0.15 * std::pow(low / 50, 4)), 1e-9);
    EXPECT_NEAR(found.routes[0][1].cost, 14, 1e-12);
}

TEST(PathSizeLogit, FindsTheFixedPointOfAQueueFarBeyondItsCapacity) {
    // The wait in the queue rises by 100 h where the volume rises by a fiftieth: too steep for
    // plain averaging.
    const TrafficNetwork network{
        .vertices = 2,
        .arcs = {{.tail = 0, .head = 1, .bottlenecks = {0}}, {.tail = 0, .head = 1, .cost = 90}},
        .bottlenecks = {
            QueueDelay{.capacity = 1000, .in_use = 800, .batch = 1, .cost_per_period = 8760}}};
    const Assignment found = path_size_logit(network, {{0, 1, 900}}, {{{0}, {1}}}, {.theta = 5.0});
    EXPECT_LE(found.residual, 1e-6);
    EXPECT_LT(found.iterations, 100);
    EXPECT_NEAR(found.routes[0][0].cost, 90, 3); // theta 5 leaves a difference of a few hours
}

TEST(PathSizeLogit, TendsToTheEquilibriumAsCostDecidesMoreSharply) {
    // Two equal roads and one that costs 1 more whatever its traffic: shares go to where costs are
    // equal. With free 10, capacity 50, a = 0.15 x (v/50)^4 x 10 = 1 at v = 50 (1/1.5)^(1/4).
    const TrafficNetwork network{
        .vertices = 2,
        .arcs = {{.tail = 0, .head = 1, .bottlenecks = {0}}, {.tail = 0, .head = 1, .cost = 11}},
        .bottlenecks = {BprDelay{.free = 10, .capacity = 50}}};
    const Assignment found = path_size_logit(network, {{0, 1, 100}}, {{{0}, {1}}}, {.theta = 1000});
    EXPECT_LE(found.residual, 1e-6);
    EXPECT_NEAR(found.routes[0][0].volume, 50 * std::pow(1 / 1.5, 0.25), 0.01);
}

TEST(PathSizeLogit, LeavesAPairWithoutAlternativesOut) {
    const Assignment found =
        path_size_logit(two_roads(1, 2), {{0, 1, 3}, {1, 0, 4}}, {{{0}, {1}}, {}}, {.theta = 1});
    EXPECT_TRUE(found.routes[1].empty());
    EXPECT_NEAR(found.routes[0][0].volume + found.routes[0][1].volume, 3, 1e-12);
}

/// The method of successive averages on route volumes, written anew: slow, but it needs no
/// derivative.
TEST(PathSizeLogit, AgreesWithSuccessiveAveragesOnRandomNetworks) {
    std::mt19937 random{5};
    const auto up_to = [&](unsigned long n) { return static_cast<double>(random() % n); };
    for (int round = 0; round < 20; ++round) {
        TrafficNetwork network{.vertices = 4};
        for (std::uint32_t a = 0; a < 6; ++a) {
            network.arcs.push_back({.tail = a < 3 ? 0U : 1U,
                                    .head = a < 3 ? 1U : 2U,
                                    .cost = up_to(5),
                                    .bottlenecks = {a}});
            network.bottlenecks.emplace_back(
                BprDelay{.free = 1.0 + up_to(4), .capacity = 30.0 + up_to(30)});
        }
        ChoiceSet all;
        for (std::uint32_t first = 0; first < 3; ++first) {
            for (std::uint32_t second = 3; second < 6; ++second) {
                all.push_back({first, second});
            }
        }
        const double theta = 0.4;
        const Assignment found =
            path_size_logit(network, {{0, 2, 90}}, {all}, {.theta = theta, .residual = 1e-11});
        EXPECT_LE(found.residual, 1e-11);
        const auto sizes = path_sizes(all, network);
        std::vector<double> volumes(all.size(), 10.0);
        for (int i = 1; i < 20000; ++i) {
            std::vector<double> on_arc(6);
            for (std::size_t k = 0; k < all.size(); ++k) {
                on_arc[all[k][0]] += volumes[k];
                on_arc[all[k][1]] += volumes[k];
            }
            std::vector<double> weights;
            double sum = 0;
            for (std::size_t k = 0; k < all.size(); ++k) {
                double cost = 0;
                for (const std::uint32_t a : all[k]) {
                    cost += network.arcs[a].cost + delay_at(network.bottlenecks[a], on_arc[a]);
                }
                weights.push_back(sizes[k] * std::exp(-theta * cost));
                sum += weights.back();
            }
            for (std::size_t k = 0; k < all.size(); ++k) {
                volumes[k] += (90 * weights[k] / sum - volumes[k]) / (i + 1);
            }
        }
        for (std::size_t k = 0; k < all.size(); ++k) {
            EXPECT_NEAR(found.routes[0][k].volume, volumes[k], 0.01);
        }
    }
}

} // namespace
} // namespace landsea::scenarios
