#include "model/costing.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using support::Scene;

/// One ship from a to b, with a crane at a that is slower and dearer in a storm.
///
///     a --ship: 600 km, 10..16..40 h, 80..100..180 USD/TEU, 2 a week--> b
///
/// Storms: 0.6 in January, else 0.1. Crane: 2..3..10 h and 20 USD, in a storm 24 h and 50 USD.
struct Strait {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    MeansId ships = scene.means("ships", Mode::sea);
    LinkId link = scene.link("ab", a, b, Mode::sea, Hours{});
    ServiceId service = scene.service("ab", ships, {link}, 2);
    SeasonId storms = scene.season("storms", 0.1);
    OperationId crane = scene.load(a, Mode::sea);

    Strait() {
        Link& way = scene.parts.links[link];
        way.length = certain(Km{600});
        way.time = between<Hours>(10, 16, 40);
        way.money = between<UsdPerTeu>(80, 100, 180);
        auto& states = scene.parts.seasons[storms].states;
        states[0].probability[0] = 0.4;
        states[1].probability[0] = 0.6;
        Operation& work = scene.parts.operations[crane];
        work.season = storms;
        work.hub = scene.handling;
        work.costs = {{between<Hours>(2, 3, 10), certain(UsdPerTeu{20})},
                      {certain(Hours{24}), certain(UsdPerTeu{50})}};
        scene.parts.services[service].time_factor = between<double>(1.0, 1.2, 2.0, TypicalIs::mean);
        scene.parts.services[service].money_factor = certain(0.5);
    }

    [[nodiscard]] Itinerary trip() const {
        return {{{Work{crane}, a}, {Wait{service}, a}, {Haul{link, service}, a}}};
    }
};

constexpr Shipment three_teu{.size = Teu{3}, .weight = TonnesPerTeu{8}}; // 24 t

TEST(Costing, OfAHaulMultipliesTheLinkByItsService) {
    const Strait sea;
    const Network network = sea.scene.network();
    const Step step{Haul{sea.link, sea.service}, sea.a};
    const Tally typical = Costing{network, three_teu, {1}}.typical(step);
    EXPECT_EQ(typical.length, Km{600});
    EXPECT_DOUBLE_EQ(typical.time.count(), 1.2 * 16);
    EXPECT_DOUBLE_EQ(typical.money.count(), 0.5 * 100 * 3);
    EXPECT_DOUBLE_EQ(typical.carbon.count(), 0.1 * 24 * 600);
    const Tally mean = Costing{network, three_teu, {1}}.mean(step);
    // (10 + 4 x 16 + 40) / 6 = 19 h, x 1.2; (80 + 4 x 100 + 180) / 6 = 110 USD, x 0.5 x 3 TEU
    EXPECT_DOUBLE_EQ(mean.time.count(), 1.2 * 19);
    EXPECT_DOUBLE_EQ(mean.money.count(), 165);
    EXPECT_DOUBLE_EQ(mean.carbon.count(), 0.1 * 24 * 600);
}

TEST(Costing, LengthensTheShortestFeasibleWayAtSeaAndNoOther) {
    Strait sea;
    Link& link = sea.scene.parts.links[sea.link];
    EXPECT_EQ(activity_distance(link), Km{600});
    link.length_basis = LengthBasis::shortest_feasible;
    EXPECT_DOUBLE_EQ(activity_distance(link).count(), 690); // 600 x 1.15
    const Network network = sea.scene.network();
    const Step step{Haul{sea.link, sea.service}, sea.a};
    const Tally tally = Costing{network, three_teu, {1}}.typical(step);
    EXPECT_EQ(tally.length, Km{600}) << "the length itself is not adjusted";
    EXPECT_DOUBLE_EQ(tally.carbon.count(), 0.1 * 24 * 690);
    link.mode = Mode::rail;
    EXPECT_EQ(activity_distance(link), Km{600});
}

TEST(Costing, WaitsHalfTheTimeBetweenDepartures) {
    Strait sea;
    EXPECT_EQ(mean_wait(sea.scene.network(), sea.service, nullptr), Hours{42}); // 168 / 2 / 2
    sea.scene.parts.services[sea.service].departures_per_week.reset();
    EXPECT_EQ(mean_wait(sea.scene.network(), sea.service, nullptr), Hours{});
}

TEST(Costing, TakesTheLikeliestStateOfTheMonthAsTypical) {
    const Strait sea;
    const Network network = sea.scene.network();
    const Step step{Work{sea.crane}, sea.a};
    const Tally january = Costing{network, three_teu, {1}}.typical(step);
    EXPECT_EQ(january.time, Hours{24});
    EXPECT_EQ(january.money, Usd{150});
    const Tally june = Costing{network, three_teu, {6}}.typical(step);
    EXPECT_EQ(june.time, Hours{3});
    EXPECT_EQ(june.money, Usd{60});
    EXPECT_EQ(june.carbon, KgCo2e{48}); // 2 kg/t x 24 t
}

TEST(Costing, TakesTheNormalStateAsTypicalInATie) {
    Strait sea;
    auto& states = sea.scene.parts.seasons[sea.storms].states;
    states[0].probability.fill(0.5);
    states[1].probability.fill(0.5);
    const Network network = sea.scene.network();
    EXPECT_EQ(typical_state(network[sea.crane], network, {3}), 0U);
}

TEST(Costing, WeighsTheStatesOfTheMonthInTheMean) {
    const Strait sea;
    const Network network = sea.scene.network();
    const Step step{Work{sea.crane}, sea.a};
    // Normally (2 + 4 x 3 + 10) / 6 = 4 h. January: 0.4 x 4 + 0.6 x 24 = 16 h and
    // (0.4 x 20 + 0.6 x 50) x 3 = 114 USD; June: 0.9 x 4 + 0.1 x 24 = 6 h.
    const Tally january = Costing{network, three_teu, {1}}.mean(step);
    EXPECT_DOUBLE_EQ(january.time.count(), 16);
    EXPECT_DOUBLE_EQ(january.money.count(), 114);
    EXPECT_EQ(january.carbon, KgCo2e{48}) << "a hub emits in every state";
    EXPECT_DOUBLE_EQ((Costing{network, three_teu, {6}}.mean(step).time.count()), 6);
    // Over the year storms have (0.6 + 11 x 0.1) / 12 = 17/120: (103 x 4 + 17 x 24) / 120.
    EXPECT_NEAR((Costing{network, three_teu, Month::whole_year()}.mean(step).time.count()),
                820.0 / 120.0, 1e-12);
}

TEST(Costing, OfAnItineraryIsExactlyTheSumOfItsSteps) {
    const Strait sea;
    const Network network = sea.scene.network();
    for (const Month month : {Month{1}, Month{6}, Month::whole_year()}) {
        const Costing costing{network, three_teu, month};
        Tally typical;
        Tally mean;
        for (const Step& step : sea.trip().steps) {
            typical += costing.typical(step);
            mean += costing.mean(step);
        }
        EXPECT_EQ(costing.typical(sea.trip()), typical);
        EXPECT_EQ(costing.mean(sea.trip()), mean);
    }
    EXPECT_EQ((Costing{network, three_teu, {1}}.mean(Itinerary{})), Tally{});
}

} // namespace
} // namespace landsea::model
