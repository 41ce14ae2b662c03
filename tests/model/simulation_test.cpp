#include "model/costing.hpp"
#include "model/simulation.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <span>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using support::Scene;

/// Two trips by way of m, which share the first barge and one season of low water.
///
///     a --upper--> m --lower--> b
///                  m --canal--> c
///
/// The upper and the lower reach have long and short days together (cause `rain`); the lock at m
/// and the crane at a are slower at low water.
struct Reaches {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId m = scene.place("m");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c");
    MeansId barges = scene.means("barges", Mode::inland_waterway);
    LinkId upper = scene.link("upper", a, m, Mode::inland_waterway, Hours{});
    LinkId lower = scene.link("lower", m, b, Mode::inland_waterway, Hours{});
    LinkId canal = scene.link("canal", m, c, Mode::inland_waterway, Hours{30});
    ServiceId to_b = scene.service("to_b", barges, {upper, lower}, 3);
    ServiceId to_c = scene.service("to_c", barges, {upper, canal}, 7);
    CauseId rain = scene.cause("rain", 0.6);
    SeasonId low_water = scene.season("low_water", 0.2);
    OperationId crane = scene.load(a, Mode::inland_waterway);
    OperationId lock =
        scene.operation(m, OperationKind::lock, Passing{{Mode::inland_waterway}}, {});

    Reaches() {
        for (const LinkId link : {upper, lower}) {
            scene.parts.links[link].time = between<Hours>(20, 30, 80);
            scene.parts.links[link].money = between<UsdPerTeu>(90, 120, 150, TypicalIs::median);
            scene.parts.links[link].cause = rain;
        }
        auto& states = scene.parts.seasons[low_water].states;
        states[0].probability[1] = 0.3; // February is mostly low water
        states[1].probability[1] = 0.7;
        Service& service = scene.parts.services[to_b];
        service.time_factor = between<double>(0.9, 1.0, 1.4, TypicalIs::mean);
        service.money_factor = between<double>(0.8, 1.0, 1.2);
        for (const OperationId id : {crane, lock}) {
            Operation& operation = scene.parts.operations[id];
            operation.season = low_water;
            operation.costs = {{between<Hours>(1, 2, 6), between<UsdPerTeu>(10, 20, 40)},
                               {between<Hours>(100, 140, 150), certain(UsdPerTeu{70})}};
            operation.hub = scene.handling;
        }
        scene.parts.factors[scene.moving].intensity =
            between<KgCo2ePerTonneKm>(0.05, 0.1, 0.2, TypicalIs::mean);
    }

    [[nodiscard]] Itinerary trip(ServiceId service, LinkId second) const {
        return {{{Work{crane}, a},
                 {Wait{service}, a},
                 {Haul{upper, service}, a},
                 {Work{lock}, m},
                 {Haul{second, service}, m}}};
    }

    [[nodiscard]] Itinerary trip_to_b() const { return trip(to_b, lower); }

    [[nodiscard]] Itinerary trip_to_c() const { return trip(to_c, canal); }
};

double average(const std::vector<double>& column) {
    return std::accumulate(column.begin(), column.end(), 0.0) / static_cast<double>(column.size());
}

double standard_error(const std::vector<double>& column) {
    const double mean = average(column);
    double squares = 0.0;
    for (const double value : column) {
        squares += (value - mean) * (value - mean);
    }
    const auto n = static_cast<double>(column.size());
    return std::sqrt(squares / (n - 1.0) / n);
}

std::vector<double> ranks(const std::vector<double>& column) {
    std::vector<std::size_t> order(column.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::size_t i) { return column[i]; });
    std::vector<double> rank(column.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        rank[order[i]] = static_cast<double>(i);
    }
    return rank;
}

double rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const auto rx = ranks(x);
    const auto ry = ranks(y);
    const auto n = static_cast<double>(x.size());
    const double middle = (n - 1.0) / 2.0;
    double product = 0.0;
    for (std::size_t i = 0; i < rx.size(); ++i) {
        product += (rx[i] - middle) * (ry[i] - middle);
    }
    return product / (n * (n * n - 1.0) / 12.0); // the variance of the ranks 0 .. n-1, times n
}

void expect_near_mean(const std::vector<double>& column, double mean) {
    EXPECT_NEAR(average(column), mean, 4.0 * standard_error(column) + 1e-9 * mean);
}

TEST(Simulation, ConvergesToTheMeanOfCosting) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    const Shipment shipment{.size = Teu{2}, .weight = TonnesPerTeu{11}};
    for (const Month month : {Month{2}, Month{7}, Month::whole_year()}) {
        Simulation simulation{network, shipment, month, {.seed = 7, .draws = 40000}};
        for (const Itinerary& trip : {reaches.trip_to_b(), reaches.trip_to_c()}) {
            const Sample sample = simulation.sample(trip);
            const Tally mean = Costing{network, shipment, month}.mean(trip);
            SCOPED_TRACE(month.number);
            expect_near_mean(sample.hours, mean.time.count());
            expect_near_mean(sample.usd, mean.money.count());
            expect_near_mean(sample.kg_co2e, mean.carbon.count());
        }
    }
}

TEST(Simulation, GivesTheSameBytesForTheSameSeedAndOthersForAnother) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    const auto drawn = [&](std::uint64_t seed) {
        Simulation simulation{network, {}, Month::whole_year(), {.seed = seed, .draws = 100}};
        return simulation.sample(reaches.trip_to_b());
    };
    EXPECT_EQ(drawn(1).hours, drawn(1).hours);
    EXPECT_EQ(drawn(1).usd, drawn(1).usd);
    EXPECT_EQ(drawn(1).kg_co2e, drawn(1).kg_co2e);
    EXPECT_NE(drawn(1).hours, drawn(2).hours);
    EXPECT_NE(drawn(1).hours, drawn(1 + (std::uint64_t{1} << 32)).hours) << "all 64 bits count";
}

TEST(Simulation, DoesNotDependOnTheOrderOfEvaluation) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    const DrawPlan plan{.seed = 3, .draws = 50};
    Simulation forwards{network, {}, {2}, plan};
    Simulation backwards{network, {}, {2}, plan};
    const auto steps = reaches.trip_to_b().steps;
    std::vector<std::vector<double>> hours(steps.size());
    for (std::size_t i = steps.size(); i-- > 0;) {
        hours[i] = backwards.hours_of(steps[i]);
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(forwards.hours_of(steps[i]), hours[i]) << "step " << i;
    }
    const Sample alone = Simulation{network, {}, {2}, plan}.sample(reaches.trip_to_b());
    forwards.sample(reaches.trip_to_c());
    EXPECT_EQ(forwards.sample(reaches.trip_to_b()).hours, alone.hours);
}

TEST(Simulation, DrawsAnElementThatTwoRoutesShareOnce) {
    Reaches reaches;
    reaches.scene.parts.services[reaches.to_b].time_factor = certain(1.0);
    const Network network = reaches.scene.network();
    Simulation simulation{network, {}, {2}, {.seed = 3, .draws = 50}};
    EXPECT_EQ(simulation.hours_of({Haul{reaches.upper, reaches.to_b}, reaches.a}),
              simulation.hours_of({Haul{reaches.upper, reaches.to_c}, reaches.a}));
}

TEST(Simulation, ChangesNoDrawWhenAnotherPlaceAndLinkAreAdded) {
    const Reaches reaches;
    Reaches longer;
    const auto d = longer.scene.place("d");
    const auto md = longer.scene.link("md", longer.m, d, Mode::inland_waterway, Hours{3});
    longer.scene.service("to_d", longer.barges, {longer.upper, md}, 1);
    longer.scene.season("fog", 0.5);
    const Network before = reaches.scene.network();
    const Network after = longer.scene.network();
    const DrawPlan plan{.seed = 3, .draws = 50};
    const Sample one = Simulation{before, {}, {2}, plan}.sample(reaches.trip_to_b());
    const Sample two = Simulation{after, {}, {2}, plan}.sample(longer.trip_to_b());
    EXPECT_EQ(one.hours, two.hours);
    EXPECT_EQ(one.usd, two.usd);
    EXPECT_EQ(one.kg_co2e, two.kg_co2e);
}

TEST(Simulation, KeepsItsDrawsWhenThereAreMoreOfThem) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    const auto drawn = [&](std::uint32_t draws) {
        Simulation simulation{network, {}, Month::whole_year(), {.seed = 3, .draws = draws}};
        return simulation.sample(reaches.trip_to_b()).hours;
    };
    const auto many = drawn(12);
    for (const std::uint32_t draws : {0U, 1U, 3U, 4U, 5U, 11U}) {
        const auto few = drawn(draws);
        ASSERT_EQ(few.size(), draws);
        EXPECT_TRUE(std::ranges::equal(few, std::span{many}.first(draws))) << draws;
    }
}

TEST(Simulation, WaitsUniformlyBetweenNothingAndTheTimeBetweenDepartures) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    Simulation simulation{network, {}, {7}, {.seed = 5, .draws = 20000}};
    auto waits = simulation.hours_of({Wait{reaches.to_b}, reaches.a});
    std::ranges::sort(waits);
    EXPECT_GT(waits.front(), 0.0);
    EXPECT_LT(waits.back(), 56.0); // 168 / 3
    for (std::size_t i = 0; i < waits.size(); ++i) {
        // Kolmogorov-Smirnov: beyond 1.63 / sqrt(20000) = 0.0115 in one of a hundred.
        EXPECT_NEAR(waits[i] / 56.0, static_cast<double>(i) / 20000.0, 0.0115);
    }
}

TEST(Simulation, CorrelatesTheBlocksOfACauseAsMuchAsDocumented) {
    for (const double correlation : {0.0, 0.3, 0.6, 1.0}) {
        Reaches reaches;
        reaches.scene.parts.causes[reaches.rain].correlation = correlation;
        const Network network = reaches.scene.network();
        Simulation simulation{network, {}, {7}, {.seed = 11, .draws = 20000}};
        const auto upper = simulation.hours_of({Haul{reaches.upper, reaches.to_c}, reaches.a});
        const auto lower = simulation.hours_of({Haul{reaches.lower, reaches.to_c}, reaches.m});
        // The standard error of a rank correlation is at most 1 / sqrt(20000) = 0.007.
        EXPECT_NEAR(rank_correlation(upper, lower), correlation, 0.028);
    }
}

TEST(Simulation, PutsAllOperationsOfASeasonInTheSameStateInOneDraw) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    Simulation simulation{network, {}, Month::whole_year(), {.seed = 2, .draws = 4000}};
    const auto crane = simulation.hours_of({Work{reaches.crane}, reaches.a});
    const auto lock = simulation.hours_of({Work{reaches.lock}, reaches.m});
    int low = 0;
    for (std::size_t k = 0; k < crane.size(); ++k) {
        EXPECT_EQ(crane[k] >= 100.0, lock[k] >= 100.0); // normal days end at 6 h
        low += crane[k] >= 100.0 ? 1 : 0;
    }
    // (11 x 0.2 + 0.7) / 12 = 0.2417 over the year; the standard error is 0.0068.
    EXPECT_NEAR(low / 4000.0, 0.2417, 0.027);
    EXPECT_LT(std::abs(rank_correlation(crane, lock)), 0.9) << "yet each takes its own time";
}

TEST(Simulation, DrawsOneMonthForAllSeasonsOfATripOverTheWholeYear) {
    Reaches reaches;
    for (auto& state : reaches.scene.parts.seasons[reaches.low_water].states) {
        state.probability.fill(state.id == "normal" ? 1.0 : 0.0);
        state.probability[3] = state.id == "normal" ? 0.0 : 1.0;
    }
    const auto fog = reaches.scene.season("fog", 0.0); // in the same month, and only then
    reaches.scene.parts.seasons[fog].states = reaches.scene.parts.seasons[reaches.low_water].states;
    reaches.scene.parts.operations[reaches.lock].season = fog;
    const Network network = reaches.scene.network();
    Simulation simulation{network, {}, Month::whole_year(), {.seed = 2, .draws = 1200}};
    const auto crane = simulation.hours_of({Work{reaches.crane}, reaches.a});
    const auto lock = simulation.hours_of({Work{reaches.lock}, reaches.m});
    std::set<bool> seen;
    for (std::size_t k = 0; k < crane.size(); ++k) {
        EXPECT_EQ(crane[k] >= 100.0, lock[k] >= 100.0);
        seen.insert(crane[k] >= 100.0);
    }
    EXPECT_EQ(seen.size(), 2U);
}

TEST(Simulation, TakesNothingForAnEmptyItinerary) {
    const Reaches reaches;
    const Network network = reaches.scene.network();
    const Sample sample = Simulation{network, {}, {7}, {.seed = 1, .draws = 3}}.sample({});
    EXPECT_EQ(sample.hours, std::vector<double>(3, 0.0));
}

} // namespace
} // namespace landsea::model
