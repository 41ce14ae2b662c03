#include "model/first_mile.hpp"
#include "scenarios/conflicts.hpp"
#include "scenarios/scenario.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::Effect;
using model::Hours;
using model::Mode;
using model::Month;
using model::Target;
using support::Scene;
using testing::ElementsAre;
using testing::IsEmpty;

/// Two trains and a ship.
///
///     a --ab, train--> b --bc, train--> c        (service "rail": both)
///     a --ac, ship---------------------> c        (service "sea")
struct Coast {
    Scene scene;
    model::PlaceId a = scene.place("a", "CN");
    model::PlaceId b = scene.place("b", "LA");
    model::PlaceId c = scene.place("c", "TH");
    model::MeansId train = scene.means("train", Mode::rail);
    model::MeansId ship = scene.means("ship", Mode::sea);
    model::LinkId ab = scene.link("ab", a, b, Mode::rail, Hours{10});
    model::LinkId bc = scene.link("bc", b, c, Mode::rail, Hours{20});
    model::LinkId ac = scene.link("ac", a, c, Mode::sea, Hours{100});
    model::ServiceId rail = scene.service("rail", train, {ab, bc}, 7);
    model::ServiceId sea = scene.service("sea", ship, {ac}, 2);
    model::OperationId load = scene.load(a, Mode::rail);
    model::OperationId lift = scene.load(b, Mode::rail);
};

Effect factor(double size) {
    return {.kind = Effect::Kind::scale,
            .size = model::Range<double>::certain(size),
            .drawn_as = "change:x/0",
            .grade = model::Grade::assumed};
}

Change change(decltype(Change::what) what, std::string text = "a change") {
    return {.what = std::move(what), .months = {}, .text = std::move(text), .scenario = "x"};
}

Scenario scenario_of(std::vector<Change> changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        changes[i].position = i;
    }
    return {.id = "x", .changes = std::move(changes)};
}

model::ByMonth<bool> only_in(int month) {
    model::ByMonth<bool> months{};
    months[static_cast<std::size_t>(month) - 1] = true;
    return months;
}

TEST(Scenario, TouchesTheHaulsThatLieInItsScope) {
    const Coast coast;
    const auto network = coast.scene.network();
    const model::Scope rail_in_thailand{{Target{Mode::rail}}, {Target{model::Country{"TH"}}}};
    EXPECT_THAT(hauls_in(rail_in_thailand, network),
                ElementsAre(model::Haul{coast.bc, coast.rail}));
    const model::Scope either{{Target{coast.ab}, Target{coast.ac}}};
    EXPECT_THAT(hauls_in(either, network),
                ElementsAre(model::Haul{coast.ab, coast.rail}, model::Haul{coast.ac, coast.sea}));
    EXPECT_THAT(hauls_in({{Target{model::Border{coast.c, coast.b}}}}, network),
                ElementsAre(model::Haul{coast.bc, coast.rail}))
        << "whichever way round the border is written";
}

TEST(Scenario, TouchesTheOperationsThatLieInItsScope) {
    const Coast coast;
    const auto network = coast.scene.network();
    EXPECT_THAT(works_in({.at = {Target{coast.b}}, .kinds = {}}, network), ElementsAre(coast.lift));
    EXPECT_THAT(works_in({.at = {}, .kinds = {model::OperationKind::load}}, network),
                ElementsAre(coast.load, coast.lift));
    EXPECT_THAT(
        works_in({.at = {Target{model::Country{"LA"}}}, .kinds = {model::OperationKind::unload}},
                 network),
        IsEmpty());
}

TEST(Scenario, BecomesAnOverlayInOrder) {
    const Coast coast;
    const auto network = coast.scene.network();
    const model::Scope rail{{Target{Mode::rail}}};
    const Scenario scenario = scenario_of(
        {change(AlterHauls{AlterHauls::Number::hours, factor(2), rail}),
         change(AlterHauls{AlterHauls::Number::hours, factor(3), {{Target{coast.ab}}}}),
         change(AlterServices{AlterServices::Number::departures_per_week, factor(2), rail})});
    const model::Overlay overlay = overlay_of(scenario, network, {1});
    EXPECT_EQ(overlay.hauls.size(), 2U);
    EXPECT_EQ((overlay.hauls.at({coast.ab, coast.rail}).hours.size()), 2U);
    EXPECT_EQ((overlay.hauls.at({coast.bc, coast.rail}).hours.size()), 1U);
    ASSERT_EQ(overlay.departures_per_week.size(), 1U);
    EXPECT_EQ(overlay.departures_per_week.at(coast.rail).size(), 1U)
        << "once, though two of its hauls lie in the scope";
}

TEST(Scenario, OpensWhatItClosedBefore) {
    Coast coast;
    const model::PassageId strait =
        coast.scene.parts.passages.add({.id = "strait", .names = {}, .location = {}});
    coast.scene.parts.links[coast.ac].passages = {strait};
    const auto network = coast.scene.network();
    const model::Scope passage{{Target{strait}}};
    const Scenario shut = scenario_of({change(Close{passage})});
    EXPECT_THAT(overlay_of(shut, network, {1}).closed_passages, ElementsAre(strait));
    EXPECT_THAT(closed_passages(shut, {1}), ElementsAre(strait));
    const Scenario reopened = scenario_of({change(Close{passage}), change(Open{passage})});
    EXPECT_TRUE(overlay_of(reopened, network, {1}).is_empty());
    EXPECT_THAT(closed_passages(reopened, {1}), IsEmpty());
}

TEST(Scenario, ClosesNoPassageWhenOnlySomeOfItsTraffic) {
    Coast coast;
    const model::PassageId strait =
        coast.scene.parts.passages.add({.id = "strait", .names = {}, .location = {}});
    const Scenario scenario = scenario_of({change(Close{{{Target{strait}}, {Target{coast.sea}}}})});
    EXPECT_THAT(closed_passages(scenario, {1}), IsEmpty()) << "the others still pass";
}

TEST(Scenario, ActsInItsMonthsOnly) {
    const Coast coast;
    const auto network = coast.scene.network();
    Change shut = change(Close{{{Target{coast.ab}}}});
    shut.months = only_in(6);
    const Scenario scenario = scenario_of({shut});
    EXPECT_EQ(overlay_of(scenario, network, {6}).closed.size(), 1U);
    EXPECT_TRUE(overlay_of(scenario, network, {7}).is_empty());
    EXPECT_THROW(static_cast<void>(overlay_of(scenario, network, Month::whole_year())),
                 NeedsAMonth);
    shut.months = model::ByMonth<bool>{};
    shut.months->fill(true);
    EXPECT_EQ(overlay_of(scenario_of({shut}), network, Month::whole_year()).closed.size(), 1U);
}

TEST(Scenario, NamesTheMonthsOfWhatDoesNotActAllYear) {
    Change always = change(Close{{{Target{Mode::air}}}});
    Change june = always;
    june.months = only_in(6);
    Change march = always;
    march.months = only_in(3);
    EXPECT_THAT(months_of_change(scenario_of({always, june, march})),
                ElementsAre(Month{3}, Month{6}));
    EXPECT_THAT(months_of_change(scenario_of({always})), IsEmpty());
}

TEST(Scenario, AddsDwellToTheOperationThatStandsForIt) {
    const Coast coast;
    const model::Network network{
        model::with_added_dwell(coast.scene.network().parts(), coast.b, Hours{})};
    const Scenario scenario = scenario_of({change(AddDwell{coast.b, factor(1)})});
    EXPECT_THAT(dwelt_at(scenario), ElementsAre(coast.b));
    const auto overlay = overlay_of(scenario, network, {1});
    ASSERT_EQ(overlay.works.size(), 1U);
    EXPECT_EQ(network[overlay.works.begin()->first].id, "added-dwell:b");
    EXPECT_THROW(static_cast<void>(overlay_of(scenario, coast.scene.network(), {1})),
                 std::invalid_argument);
}

TEST(Scenario, KnowsWhichStepsAChangeIsAbout) {
    const Coast coast;
    const auto network = coast.scene.network();
    const model::Step ride{model::Haul{coast.ab, coast.rail}, coast.a};
    const model::Step wait{model::Wait{coast.rail}, coast.a};
    const model::Step work{model::Work{coast.load}, coast.a};
    const model::Scope rail{{Target{Mode::rail}}};
    const auto about = [&](const Change& c) {
        return std::vector<bool>{touches(c, ride, network), touches(c, wait, network),
                                 touches(c, work, network)};
    };
    EXPECT_THAT(about(change(AlterHauls{AlterHauls::Number::hours, factor(2), rail})),
                ElementsAre(true, false, false));
    EXPECT_THAT(
        about(change(AlterServices{AlterServices::Number::departures_per_week, factor(2), rail})),
        ElementsAre(false, true, false));
    EXPECT_THAT(about(change(AlterWorks{
                    AlterWorks::Number::hours, factor(2), {.at = {Target{coast.a}}, .kinds = {}}})),
                ElementsAre(false, false, true));
    EXPECT_THAT(about(change(Close{{{Target{coast.a}}}})), ElementsAre(true, true, true));
}

TEST(Conflicts, AreFoundWhereTwoChangesSetOneNumber) {
    const Coast coast;
    const auto network = coast.scene.network();
    Effect set = factor(5);
    set.kind = Effect::Kind::set;
    const AlterHauls one{AlterHauls::Number::hours, set, {{Target{coast.ab}}}};
    const AlterHauls all{AlterHauls::Number::hours, set, {{Target{Mode::rail}}}};
    const AlterHauls money{AlterHauls::Number::usd_per_teu, set, {{Target{coast.ab}}}};
    const Scenario scenario = scenario_of({change(one), change(money), change(all)});
    const auto conflicts = conflicts_in(scenario, {}, network);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts.front().first, 0U);
    EXPECT_EQ(conflicts.front().second, 2U);
    EXPECT_EQ(conflicts.front().about, "hours of leg ab on service rail");
}

TEST(Conflicts, AreNoneWhereAFileSetsAnewWhatItExtends) {
    const Coast coast;
    const auto network = coast.scene.network();
    Effect set = factor(5);
    set.kind = Effect::Kind::set;
    const AlterHauls alter{AlterHauls::Number::hours, set, {{Target{coast.ab}}}};
    Scenario scenario = scenario_of({change(alter), change(alter)});
    scenario.changes.front().scenario = "parent";
    EXPECT_THAT(conflicts_in(scenario, {{"x", {"parent"}}}, network), IsEmpty());
    EXPECT_EQ(conflicts_in(scenario, {}, network).size(), 1U) << "strangers";
}

} // namespace
} // namespace landsea::scenarios
