#include "scenarios/what_if.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::Effect;
using model::Hours;
using model::Mode;
using model::Target;
using model::UsdPerTeu;
using support::between;
using support::Scene;
using testing::ElementsAre;
using testing::IsEmpty;

/// A fast train and a slow ship, and a truck that leads to both.
///
///     o --truck 5 h--> a --train 20..24..40 h, 900 USD--> z
///                      a --ship  90..96..120 h, 300 USD--> z
struct Shore {
    Scene scene;
    model::PlaceId o = scene.place("o");
    model::PlaceId a = scene.place("a");
    model::PlaceId z = scene.place("z");
    model::MeansId truck = scene.means("truck", Mode::road);
    model::MeansId train = scene.means("train", Mode::rail);
    model::MeansId ship = scene.means("ship", Mode::sea);
    model::LinkId oa = scene.link("oa", o, a, Mode::road, Hours{5});
    model::LinkId by_rail = scene.link("by_rail", a, z, Mode::rail, Hours{}, UsdPerTeu{900});
    model::LinkId by_sea = scene.link("by_sea", a, z, Mode::sea, Hours{}, UsdPerTeu{300});
    model::ServiceId road = scene.service("road", truck, {oa});
    model::ServiceId rail = scene.service("rail", train, {by_rail});
    model::ServiceId sea = scene.service("sea", ship, {by_sea});

    Shore() {
        scene.parts.links[by_rail].time = between<Hours>(20, 24, 40);
        scene.parts.links[by_sea].time = between<Hours>(90, 96, 120);
        scene.open_gates();
        scene.transfer(a, truck, train, Hours{2});
        scene.transfer(a, truck, ship, Hours{3});
    }

    [[nodiscard]] Question question() const {
        Question asked;
        asked.query.from = o;
        asked.query.to = z;
        asked.query.month = {1};
        asked.alternatives = {
            {.id = "any", .names = {"any", "", ""}, .constraints = {}},
            {.id = "ship", .names = {"ship", "", ""}, .constraints = {.via = {Target{sea}}}}};
        return asked;
    }
};

Scenario scenario_of(std::string id, decltype(Change::what) what) {
    Scenario scenario{.id = std::move(id)};
    scenario.changes.push_back(
        {.what = std::move(what), .months = {}, .text = "a change", .scenario = scenario.id});
    return scenario;
}

Effect factor(double size) {
    return {.kind = Effect::Kind::scale,
            .size = model::Range<double>::certain(size),
            .drawn_as = "change:slow/0",
            .grade = model::Grade::assumed};
}

constexpr model::DrawPlan plan{.seed = 1, .draws = 400};

TEST(WhatIf, SetsEachScenarioBesideTheNetworkAsItIs) {
    const Shore shore;
    const auto network = shore.scene.network();
    const model::Router router{network};
    const Scenario shut = scenario_of("shut", Close{{{Target{shore.by_rail}}}});
    const Scenario slow = scenario_of(
        "slow", AlterHauls{AlterHauls::Number::hours, factor(2), {{Target{Mode::sea}}}});
    const WhatIf all = what_if(router, shore.question(), {shut, slow}, {{1}, {2}}, plan);
    ASSERT_EQ(all.cases.size(), 6U);
    std::vector<std::size_t> references;
    for (const Case& one : all.cases) {
        references.push_back(one.reference);
    }
    EXPECT_THAT(references, ElementsAre(0, 0, 0, 3, 3, 3));
    ASSERT_EQ(all.shifts.size(), 8U);
    // Closed rail: "any" goes by sea, 5 + 3 + 96 instead of 5 + 2 + 24 hours.
    const Shift& rerouted = all.shifts[0];
    EXPECT_FALSE(rerouted.same_route);
    EXPECT_NEAR(all.cases[1].comparison.answers[0].typical.time.count() -
                    all.cases[0].comparison.answers[0].typical.time.count(),
                73, 1e-9);
    // The ship is not touched by it: draw for draw the same.
    EXPECT_EQ(all.shifts[1].hours->p5, 0);
    EXPECT_EQ(all.shifts[1].hours->p95, 0);
    EXPECT_THAT(all.shifts[1].stages, IsEmpty());
    EXPECT_EQ(best_of(all.cases[0].comparison), 0U);
}

TEST(WhatIf, TellsWhatMovedAndWhy) {
    const Shore shore;
    const auto network = shore.scene.network();
    const model::Router router{network};
    const Scenario shut = scenario_of("shut", Close{{{Target{shore.by_rail}}}});
    const WhatIf all = what_if(router, shore.question(), {shut}, {{1}}, plan);
    const auto& stages = all.shifts[0].stages;
    std::vector<StageShift::Kind> kinds;
    for (const StageShift& stage : stages) {
        kinds.push_back(stage.kind);
    }
    // The transfer at a takes 3 instead of 2 hours; the train is gone, the ship is new.
    EXPECT_THAT(kinds, ElementsAre(StageShift::Kind::changed, StageShift::Kind::gone,
                                   StageShift::Kind::added));
    EXPECT_THAT(stages[1].causes, ElementsAre(0)) << "closed by the first change";
    EXPECT_EQ(stages[1].from.time, Hours{24});
    EXPECT_EQ(stages[2].to.time, Hours{96});
}

TEST(WhatIf, ScalesEveryDrawOfWhatItTouches) {
    const Shore shore;
    const auto network = shore.scene.network();
    const model::Router router{network};
    const Scenario slow = scenario_of(
        "slow", AlterHauls{AlterHauls::Number::hours, factor(2), {{Target{Mode::sea}}}});
    const WhatIf all = what_if(router, shore.question(), {slow}, {{1}}, plan);
    const Shift& ship = all.shifts[1];
    ASSERT_TRUE(ship.hours);
    EXPECT_TRUE(ship.same_route);
    // Twice 90..120 hours less once: the change is what the ship took before.
    EXPECT_GE(ship.hours->p5, 90);
    EXPECT_LE(ship.hours->p95, 120);
    ASSERT_EQ(ship.stages.size(), 1U);
    EXPECT_EQ(ship.stages.front().from.time, Hours{96});
    EXPECT_EQ(ship.stages.front().to.time, Hours{192});
    EXPECT_THAT(ship.stages.front().causes, ElementsAre(0));
}

TEST(WhatIf, SaysWhatIsCutOff) {
    const Shore shore;
    const auto network = shore.scene.network();
    const model::Router router{network};
    const Scenario shut = scenario_of("shut", Close{{{Target{shore.a}}}});
    const WhatIf all = what_if(router, shore.question(), {shut}, {{1}}, plan);
    EXPECT_FALSE(all.cases[1].comparison.answers[0].has_route());
    EXPECT_FALSE(all.shifts[0].hours);
    EXPECT_EQ(best_of(all.cases[1].comparison), std::nullopt);
}

TEST(WhatIf, SetsMonthsBesideTheFirstWithoutScenarios) {
    const Shore shore;
    const auto network = shore.scene.network();
    const model::Router router{network};
    const WhatIf all = what_if(router, shore.question(), {}, {{3}, {8}, {9}}, plan);
    ASSERT_EQ(all.cases.size(), 3U);
    EXPECT_EQ(all.cases[2].reference, 0U);
    EXPECT_EQ(all.shifts.size(), 4U);
}

} // namespace
} // namespace landsea::scenarios
