#include "scenarios/tornado.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::scenarios {
namespace {

using model::Criterion;
using model::Hours;
using model::Mode;
using model::Network;
using model::TypicalIs;
using support::between;
using support::Scene;

/// a --train 10 h (8-16, mean), 7 a week (4-14)--> b --ship 20 h--> c      transfer at b: 6 h
/// (2-14) a --barge 60 h (40-100, mean)-----------------------------------> c a --truck 75
/// h--------------------------------------------------> c    by land, as the barge is
struct Ways {
    Ways() {
        const auto a = scene.place("a");
        const auto b = scene.place("b");
        const auto c = scene.place("c");
        const auto train = scene.means("train", Mode::rail);
        const auto ship = scene.means("ship", Mode::sea);
        const auto ab = scene.link("ab", a, b, Mode::rail, Hours{10});
        scene.parts.links[ab].time = between<Hours>(8, 10, 16, TypicalIs::mean);
        const auto bc = scene.link("bc", b, c, Mode::sea, Hours{20});
        const auto ac = scene.link("ac", a, c, Mode::inland_waterway, Hours{60});
        scene.parts.links[ac].time = between<Hours>(40, 60, 100, TypicalIs::mean);
        const auto road = scene.link("road", a, c, Mode::road, Hours{75});
        const auto train_service = scene.service("train", train, {ab}, 7.0);
        scene.parts.services[train_service].departures_per_week =
            between<double>(4, 7, 14, TypicalIs::mean);
        scene.service("ship", ship, {bc});
        scene.service("barge", scene.means("barge", Mode::inland_waterway), {ac});
        scene.service("truck", scene.means("truck", Mode::road), {road});
        scene.open_gates();
        transfer = scene.transfer(b, train, ship);
        scene.parts.operations[transfer].costs.front().time =
            between<Hours>(2, 6, 14, TypicalIs::mean);
        question.query = {.from = a, .to = c};
        question.alternatives = {
            {"rail", {"rail", "", ""}, {.via = {Mode::rail}, .avoid = {}}, {}},
            {"other", {"other", "", ""}, {.via = {}, .avoid = {Mode::rail}}, {}}};
    }

    [[nodiscard]] Tornado swung(TornadoRule rule = {}) const {
        const Network network = scene.network();
        return tornado(model::Router{network}, question, 1, rule);
    }

    Scene scene;
    model::OperationId transfer;
    Question question;
};

const TornadoBar& bar(const Tornado& tornado, const std::string& id) {
    const auto found = std::ranges::find(tornado.bars, id, &TornadoBar::id);
    EXPECT_NE(found, tornado.bars.end()) << id;
    return found == tornado.bars.end() ? tornado.bars.front() : *found;
}

TEST(Tornado, MovesEachInputFromItsLowToItsHighEndAlone) {
    const Ways ways;
    const Tornado tornado = ways.swung();
    // 60 h against 12 + 10 + 6 + 20 = 48 h.
    ASSERT_TRUE(tornado.saving.has_value());
    EXPECT_NEAR(*tornado.saving, 12.0 / 24.0, 1e-9);
    const TornadoBar& train = bar(tornado, "time:ride:train");
    EXPECT_EQ(train.low.value, 8.0);
    EXPECT_EQ(train.high.value, 16.0);
    EXPECT_NEAR(train.low.saving, 14.0 / 24.0, 1e-9);
    EXPECT_NEAR(train.high.saving, 6.0 / 24.0, 1e-9);
    EXPECT_NEAR(train.swing(), 8.0 / 24.0, 1e-9);
    EXPECT_FALSE(train.turns_the_answer());
    const TornadoBar& transfer =
        bar(tornado, "time:operation:" + ways.scene.parts.operations[ways.transfer].id);
    EXPECT_NEAR(transfer.low.saving, 16.0 / 24.0, 1e-9);
    EXPECT_NEAR(transfer.high.saving, 4.0 / 24.0, 1e-9);
    // 84 / 4 = 21 h and 84 / 14 = 6 h instead of 12 h; the wait itself is 0 to 24 h.
    const TornadoBar& departures = bar(tornado, "departures:train");
    EXPECT_NEAR(departures.low.saving, 3.0 / 24.0, 1e-9);
    EXPECT_NEAR(departures.high.saving, 18.0 / 24.0, 1e-9);
    const TornadoBar& wait = bar(tornado, "wait:train");
    EXPECT_NEAR(wait.low.saving, 24.0 / 24.0, 1e-6);
    EXPECT_NEAR(wait.high.saving, 0.0, 1e-9);
}

TEST(Tornado, ChoosesTheWayAnewAndPutsTheWidestFirst) {
    // A barge of 100 h leaves the field to the truck's 75 h: -8 h to 27 h.
    const Tornado tornado = Ways{}.swung();
    const TornadoBar& barge = tornado.bars.front();
    EXPECT_EQ(barge.id, "time:ride:barge");
    EXPECT_NEAR(barge.low.saving, -8.0 / 24.0, 1e-9);
    EXPECT_NEAR(barge.high.saving, 27.0 / 24.0, 1e-9);
    EXPECT_FALSE(barge.low.changes_way);
    EXPECT_TRUE(barge.high.changes_way);
    EXPECT_TRUE(barge.turns_the_answer());
    for (std::size_t i = 1; i < tornado.bars.size(); ++i) {
        EXPECT_GE(tornado.bars[i - 1].swing(), tornado.bars[i].swing());
    }
    // The ship and the truck do not vary; the truck is not used today.
    EXPECT_EQ(tornado.bars.size(), 5U);
}

TEST(Tornado, MovesInputsByAShareOfWhatIsExpected) {
    const Tornado tornado = Ways{}.swung({.share = 0.5});
    // The ship's 20 h, certain or not, become 10 and 30 h.
    const TornadoBar& ship = bar(tornado, "time:ride:ship");
    EXPECT_NEAR(ship.low.saving, 22.0 / 24.0, 1e-9);
    EXPECT_NEAR(ship.high.saving, 2.0 / 24.0, 1e-9);
    // 3.5 and 10.5 departures: 24 and 8 h instead of 12 h. The wait follows them.
    EXPECT_NEAR(bar(tornado, "departures:train").low.saving, 0.0, 1e-9);
    EXPECT_EQ(std::ranges::count(tornado.bars, "wait:train", &TornadoBar::id), 0);
}

TEST(Tornado, PutsSeasonsIntoTheirStates) {
    // Congested in a quarter of all trips: the transfer takes 6 or 46 h, 16 h on the mean.
    Ways ways;
    const auto season = ways.scene.season("harbour", 0.25);
    auto& operation = ways.scene.parts.operations[ways.transfer];
    operation.season = season;
    operation.costs = {{.time = support::certain(Hours{6}), .money = {}},
                       {.time = support::certain(Hours{46}), .money = {}}};
    const Tornado tornado = ways.swung();
    EXPECT_NEAR(*tornado.saving, 2.0 / 24.0, 1e-9);
    const TornadoBar& harbour = bar(tornado, "season:harbour");
    EXPECT_FALSE(harbour.unit.has_value());
    EXPECT_NEAR(harbour.low.saving, -28.0 / 24.0, 1e-9);
    EXPECT_NEAR(harbour.high.saving, 12.0 / 24.0, 1e-9);
    EXPECT_EQ(harbour.low.value, 1.0);
}

TEST(Tornado, LooksAtWhatTheCriterionCounts) {
    Ways ways;
    ways.question.query.criterion = Criterion::carbon;
    // 0.1 kg x 10 t x 100 km a leg and nothing that varies: nothing to move by its range.
    const Tornado by_range = ways.swung();
    EXPECT_TRUE(by_range.bars.empty());
    const Tornado by_share = ways.swung({.share = 0.1});
    ASSERT_EQ(by_share.bars.size(), 1U);
    EXPECT_EQ(by_share.bars[0].id, "factor:moving");
    EXPECT_NEAR(by_share.bars[0].swing(), 20.0, 1e-9); // 100 kg more by rail and sea, +- 10 %
}

TEST(Tornado, HasNoBarsWithoutTwoWays) {
    Ways ways;
    ways.question.alternatives[1].constraints.via = {Mode::air};
    const Tornado tornado = ways.swung();
    EXPECT_FALSE(tornado.saving.has_value());
    EXPECT_TRUE(tornado.bars.empty());
}

} // namespace
} // namespace landsea::scenarios
