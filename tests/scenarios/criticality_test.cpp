#include "model/sea_services.hpp"
#include "scenarios/criticality.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using model::PlaceId;
using model::Router;
using model::Usd;
using support::certain;
using support::Scene;
using testing::ElementsAre;
using testing::IsEmpty;

/// A bridge over a border beside a long way round, and a branch that has no other way:
///
///     a --rail 10 h--> b ==rail 2 h==> c (LA) --rail 1 h--> d
///                      b --road 4 h--> e (LA) --road 3 h--> c
struct Valley {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c", "LA");
    PlaceId d = scene.place("d", "LA");
    PlaceId e = scene.place("e", "LA");
    model::MeansId train = scene.means("train", Mode::rail);
    model::MeansId truck = scene.means("truck", Mode::road);

    Valley() {
        ride("ab", train, a, b, Mode::rail, 10);
        ride("bc", train, b, c, Mode::rail, 2);
        ride("cb", train, c, b, Mode::rail, 2);
        ride("cd", train, c, d, Mode::rail, 1);
        ride("be", truck, b, e, Mode::road, 4);
        ride("ec", truck, e, c, Mode::road, 3);
        scene.open_gates();
        for (const PlaceId place : {b, c, e}) {
            scene.transfer(place, model::AnyMeans{}, model::AnyMeans{});
        }
    }

    void ride(const std::string& id, model::MeansId means, PlaceId from, PlaceId to, Mode mode,
              double hours) {
        scene.service(id, means,
                      {scene.link(id, from, to, mode, Hours{hours}, model::UsdPerTeu{hours})});
    }

    [[nodiscard]] CriticalityRanking ranked(std::vector<OdPair> pairs,
                                            std::vector<ComponentKind> kinds) const {
        const model::Network network = scene.network();
        const Router router{network};
        return criticality(router,
                           {.query = {}, .pairs = std::move(pairs), .kinds = std::move(kinds)}, 1);
    }
};

TEST(Criticality, OfABridgeIsTheWayRound) {
    // b to c takes 2 h by rail and 7 h by road: 5 h more; 10 hours of money, 5 USD more.
    // Pairs: a-c (weight 3) and a-b (weight 1), whose route does not use the bridge.
    const Valley valley;
    const auto ranking = valley.ranked({{valley.a, valley.c, 3.0}, {valley.a, valley.b, 1.0}},
                                       {ComponentKind::border});
    ASSERT_EQ(ranking.components.size(), 1U); // b-e crosses the border, too, and nobody uses it
    const Criticality& bridge = ranking.components.front();
    EXPECT_EQ(bridge.component.targets.front(),
              (model::Target{model::Border{.one = valley.b, .other = valley.c}}));
    EXPECT_EQ(bridge.used_by, 1U);
    EXPECT_THAT(bridge.cut_off, IsEmpty());
    EXPECT_EQ(bridge.total.time, Hours{15});      // 3 x 5 h
    EXPECT_EQ(bridge.mean.time, Hours{15.0 / 4}); // over a weight of 4
    EXPECT_EQ(bridge.mean.money, Usd{15.0 / 4});
    EXPECT_EQ(bridge.total_measure, 15.0);
    EXPECT_EQ(bridge.worst, 0U);
    EXPECT_EQ(bridge.worst_extra->time, Hours{5});
    ASSERT_EQ(ranking.counts.size(), 1U);
    EXPECT_EQ(ranking.counts[0].all, 2U);
    EXPECT_EQ(ranking.counts[0].used, 1U);
}

TEST(Criticality, IsGreatestWhereAPairIsCutOff) {
    const Valley valley;
    const auto ranking =
        valley.ranked({{valley.a, valley.c}, {valley.b, valley.d}}, {ComponentKind::leg});
    std::vector<std::string> ids;
    for (const Criticality& found : ranking.components) {
        ids.push_back(
            valley.scene.parts.links[std::get<model::LinkId>(found.component.targets.front())].id);
    }
    // Nothing else leads to b or to d; both pairs use the bridge.
    EXPECT_THAT(ids, ElementsAre("ab", "cd", "bc"));
    EXPECT_THAT(ranking.components[0].cut_off, ElementsAre(0));
    EXPECT_EQ(ranking.components[0].worst, 0U);
    EXPECT_FALSE(ranking.components[0].worst_extra);
    EXPECT_THAT(ranking.components[1].cut_off, ElementsAre(1));
    EXPECT_EQ(ranking.components[2].used_by, 2U);
    EXPECT_EQ(ranking.components[2].total.time, Hours{10}); // 5 h each
    EXPECT_EQ(ranking.components[2].component.targets.size(), 2U) << "there and back";
}

TEST(Criticality, LeavesTheEndsOfAPairOpen) {
    const Valley valley;
    const auto ranking =
        valley.ranked({{valley.a, valley.c}, {valley.b, valley.d}}, {ComponentKind::place});
    // b and c lie between the ends of one pair each; a and d are ends only.
    ASSERT_EQ(ranking.components.size(), 2U);
    for (const Criticality& found : ranking.components) {
        EXPECT_EQ(found.used_by, 1U);
        EXPECT_EQ(found.cut_off.size(), 1U);
    }
    EXPECT_EQ(ranking.counts[0].all, 5U);
    EXPECT_EQ(ranking.counts[0].used, 2U);
}

TEST(Criticality, CountsOneTeuOfALargerShipment) {
    const Valley valley;
    const model::Network network = valley.scene.network();
    CriticalityQuestion question{
        .query = {}, .pairs = {{valley.b, valley.c}}, .kinds = {ComponentKind::border}};
    question.query.criterion = model::Criterion::money;
    question.query.shipment.size = model::Teu{40};
    const auto ranking = criticality(Router{network}, question, 1);
    EXPECT_EQ(ranking.base[0]->money, Usd{2});
    EXPECT_EQ(ranking.components[0].mean.money, Usd{5});
    EXPECT_EQ(ranking.components[0].mean_measure, 5.0);
}

// --- ships that go round -----------------------------------------------------------------------

///     east --malacca 1000 km-- west        east --sunda 1300 km-- west
/// Ships make 20 km/h and want 1 USD per km: by Sunda 15 h and 300 USD more.
struct Straits {
    Scene scene;
    PlaceId east = scene.place("east");
    PlaceId west = scene.place("west");
    PlaceId north = scene.place("north");
    model::PassageId malacca = passage("malacca");
    model::PassageId sunda = passage("sunda");

    Straits() {
        const auto line = scene.means("line", Mode::sea);
        scene.parts.means[line].sailing = {.vessel = model::Vessel::ocean,
                                           .fixed_time = certain(Hours{6}),
                                           .speed = certain(model::KmPerHour{20}),
                                           .fixed_money = certain(model::UsdPerTeu{50}),
                                           .rate = certain(model::UsdPerTeuKm{1}),
                                           .price_year = 2024,
                                           .emission_factor = scene.moving};
        const auto link =
            scene.link("line", east, west, Mode::sea, Hours{100}, model::UsdPerTeu{900});
        scene.parts.links[link].course = model::CourseRules{};
        scene.parts.links[link].length = {};
        scene.service("line", line, {link});
        const auto on = scene.link("on", west, north, Mode::sea, Hours{10});
        scene.parts.links[on].passages = {sunda};
        scene.service("on", line, {on});
        scene.open_gates();
        scene.transfer(west, model::AnyMeans{}, model::AnyMeans{});
    }

    model::PassageId passage(const std::string& id) {
        return scene.parts.passages.add({.id = id, .names = {id, id, ""}, .location = {}});
    }

    [[nodiscard]] model::Network charted(const std::vector<model::ClosureSet>& closures) const {
        using Open = model::SeaPassage::Open;
        const auto at = [](double lon) { return model::LatLon::degrees(0, lon); };
        const model::SeaLanes lanes{
            {{"malacca", Open::to_all}, {"sunda", Open::to_all}},
            {{at(0), "east"}, {at(10), "west"}},
            {{0, 1, model::Km{1000}, {0}, {at(3)}}, {0, 1, model::Km{1300}, {1}, {at(6)}}}};
        return model::Network{model::with_sea_courses(scene.parts, lanes, closures)};
    }

    [[nodiscard]] CriticalityRanking ranked(const CriticalityQuestion& question) const {
        const model::Network plain = charted({});
        const model::Network network = charted(closures_to_chart(Router{plain}, question));
        return criticality(Router{network}, question, 1);
    }
};

TEST(Criticality, OfAPassageIsTheDetourOfItsShips) {
    const Straits straits;
    const CriticalityQuestion question{
        .query = {}, .pairs = {{straits.east, straits.west}}, .kinds = {ComponentKind::passage}};
    const model::Network plain = straits.charted({});
    EXPECT_THAT(closures_to_chart(Router{plain}, question),
                ElementsAre(ElementsAre(straits.malacca)));
    const auto ranking = straits.ranked(question);
    ASSERT_EQ(ranking.components.size(), 1U);
    EXPECT_THAT(ranking.components[0].cut_off, IsEmpty());
    EXPECT_NEAR(ranking.components[0].mean.time.count(), 15.0, 1e-9);
    EXPECT_NEAR(ranking.components[0].mean.money.count(), 300.0, 1e-9);
    EXPECT_NEAR(ranking.components[0].mean.length.count(), 300.0, 1e-9);
}

TEST(Criticality, MayBeNegativeWhereADetourSavesAToll) {
    Straits straits;
    straits.scene.parts.passages[straits.malacca].toll = certain(model::UsdPerTeu{500});
    CriticalityQuestion question{
        .query = {}, .pairs = {{straits.east, straits.west}}, .kinds = {ComponentKind::passage}};
    question.query.criterion = model::Criterion::money;
    const auto ranking = straits.ranked(question);
    ASSERT_EQ(ranking.components.size(), 1U);
    EXPECT_NEAR(ranking.components[0].mean_measure, 300.0 - 500.0, 1e-9);
    EXPECT_FALSE(ranking.components[0].worst) << "nobody is hit";
}

TEST(Criticality, TellsOfPairsThatADetourConnects) {
    // By way of Sunda: on to the north there is one, to the west only when ships go round.
    const Straits straits;
    CriticalityQuestion question{
        .query = {},
        .pairs = {{straits.east, straits.north}, {straits.east, straits.west}},
        .kinds = {ComponentKind::passage}};
    question.query.constraints.via = {straits.sunda};
    const auto ranking = straits.ranked(question);
    EXPECT_TRUE(ranking.base[0]);
    EXPECT_FALSE(ranking.base[1]);
    const auto malacca =
        std::ranges::find(ranking.components, std::vector<model::Target>{straits.malacca},
                          [](const Criticality& found) { return found.component.targets; });
    ASSERT_NE(malacca, ranking.components.end());
    EXPECT_THAT(malacca->connected, ElementsAre(1));
    EXPECT_NEAR(malacca->total.time.count(), 15.0, 1e-9);
}

TEST(Criticality, ClosesAPassageBesideThoseThatAreClosedAlready) {
    Straits straits;
    CriticalityQuestion question{
        .query = {}, .pairs = {{straits.east, straits.west}}, .kinds = {ComponentKind::passage}};
    question.query.constraints.avoid = {straits.malacca};
    const model::Network round = straits.charted({{straits.malacca}});
    EXPECT_THAT(closures_to_chart(Router{round}, question),
                ElementsAre(ElementsAre(straits.malacca, straits.sunda)));
    const auto ranking = criticality(Router{round}, question, 1);
    ASSERT_EQ(ranking.components.size(), 1U);
    EXPECT_THAT(ranking.components[0].cut_off, ElementsAre(0));
}

} // namespace
} // namespace landsea::scenarios
