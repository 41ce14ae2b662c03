#include "model/costing.hpp"
#include "scenarios/reason.hpp"
#include "tests/support/random_scene.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using model::PlaceId;
using support::Dice;
using support::Scene;

constexpr model::DrawPlan plan{.seed = 1, .draws = 500};

/// A daily train of 20 h and 300 USD, and a barge that leaves when called, of 30 h, a lock of 10 h
/// and 40 h, for 100 USD. Waiting included the train takes 32 h and the barge 80 h. The train
/// emits 100 kg and the barge, on two links, 200 kg.
struct RailOrRiver {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId lock = scene.place("lock");
    PlaceId b = scene.place("b");
    model::ServiceId train = scene.service(
        "train", scene.means("trains", Mode::rail),
        {scene.link("rail", a, b, Mode::rail, Hours{20}, model::UsdPerTeu{300})}, 7.0);
    model::ServiceId barge = scene.service(
        "barge", scene.means("barges", Mode::inland_waterway),
        {scene.link("upper", a, lock, Mode::inland_waterway, Hours{30}, model::UsdPerTeu{50}),
         scene.link("lower", lock, b, Mode::inland_waterway, Hours{40}, model::UsdPerTeu{50})});
    Question question;

    RailOrRiver() {
        scene.operation(lock, model::OperationKind::lock, model::Passing{{Mode::inland_waterway}},
                        Hours{10});
        scene.open_gates();
        question.query.from = a;
        question.query.to = b;
        question.alternatives = {way("rail", Mode::rail), way("river", Mode::inland_waterway)};
    }

    static Alternative way(const std::string& id, Mode mode) {
        return {.id = id, .names = {id, id, ""}, .constraints = {.via = {mode}, .avoid = {}}};
    }

    [[nodiscard]] Reason why() const {
        const model::Network network = scene.network();
        return reason(model::Router{network}, question, plan);
    }
};

TEST(Reason, IsTheLeadOfTheBetterWayWhereverItStands) {
    RailOrRiver ways;
    const Reason first = ways.why();
    EXPECT_EQ(first.winner, 0U);
    EXPECT_EQ(first.lead, 48.0); // 80 - 32
    EXPECT_EQ(first.wins.value, 1.0) << "the train takes 20 to 44 h, the barge always 80";
    std::swap(ways.question.alternatives[0], ways.question.alternatives[1]);
    const Reason second = ways.why();
    EXPECT_EQ(second.winner, 1U);
    EXPECT_EQ(second.lead, 48.0);
    EXPECT_EQ(second.wins.value, 1.0);
}

TEST(Reason, NamesTheGreatestDifferencesFirst) {
    const RailOrRiver ways;
    const Reason reason = ways.why();
    // By river 70 h, by rail 20, waiting at a 12, the lock 10, at b nothing that takes time.
    ASSERT_EQ(reason.contrasts.size(), 5U);
    std::vector<double> excess;
    for (const Contrast& contrast : reason.contrasts) {
        excess.push_back(contrast.excess);
    }
    EXPECT_THAT(excess, testing::ElementsAre(70, -20, -12, 10, 0));
    EXPECT_EQ(std::get<Mode>(reason.contrasts[0].where), Mode::inland_waterway);
    EXPECT_EQ(std::get<PlaceId>(reason.contrasts[3].where), ways.lock);
}

TEST(Reason, LeavesOutWhatBothWaysShare) {
    RailOrRiver ways;
    // On from b to c, the same truck for both, which takes two days.
    const PlaceId c = ways.scene.place("c");
    ways.scene.service("truck", ways.scene.means("trucks", Mode::road),
                       {ways.scene.link("on", ways.b, c, Mode::road, Hours{48})});
    ways.scene.unload(c, Mode::road);
    ways.scene.transfer(ways.b, model::AnyMeans{}, Mode::road);
    ways.question.query.to = c;
    const Reason reason = ways.why();
    EXPECT_EQ(reason.lead, 48.0);
    EXPECT_TRUE(std::ranges::none_of(reason.contrasts, [](const Contrast& contrast) {
        return contrast.where == decltype(contrast.where){Mode::road};
    }));
}

TEST(Reason, SaysWhatWouldMakeTheTwoEqual) {
    const RailOrRiver ways;
    const Reason reason = ways.why();
    // No place keeps the barge for 48 h, but the river does: 70 h down to 22.
    ASSERT_TRUE(reason.falls);
    EXPECT_EQ(reason.falls->contrast, 0U);
    EXPECT_EQ(reason.falls->now, 70.0);
    EXPECT_EQ(reason.falls->then, 22.0);
    // The train's only stage at a place is the wait of 12 h at a: up to 60 h.
    ASSERT_TRUE(reason.rises);
    EXPECT_EQ(reason.rises->now, 12.0);
    EXPECT_EQ(reason.rises->then, 60.0);
    // 84 h / 7 departures are 12 h; 84 / 60 are 1.4 departures.
    ASSERT_TRUE(reason.fewer);
    EXPECT_EQ(reason.fewer->service, ways.train);
    EXPECT_EQ(reason.fewer->now_per_week, 7.0);
    EXPECT_NEAR(reason.fewer->then_per_week, 1.4, 1e-12);
    EXPECT_FALSE(reason.more) << "nobody waits for the barge";
    // The train is 200 USD dearer and 48 h quicker; it emits 100 kg less.
    EXPECT_NEAR(reason.value_of_time->price.count(), 200.0 / 48.0, 1e-12);
    EXPECT_EQ(reason.value_of_time->better_above, Side::winner);
    EXPECT_NEAR(reason.carbon_price->price.count(), 2.0, 1e-12);
}

TEST(Reason, IsGoneWhereTheBreakEvenIsMet) {
    RailOrRiver ways;
    ways.scene.parts.services[ways.train].departures_per_week = support::certain(1.4);
    EXPECT_NEAR(ways.why().lead, 0.0, 1e-9);
}

TEST(Reason, ByGeneralisedCostCountsAnHourAtItsPrice) {
    RailOrRiver ways;
    ways.question.query.criterion = model::Criterion::generalised;
    ways.question.query.prices.time = model::UsdPerTeuHour{5};
    // The train costs 300 + 5 x 32 = 460, the barge 100 + 5 x 80 = 500: ahead by 40 USD or 8 h.
    const Reason reason = ways.why();
    EXPECT_EQ(reason.winner, 0U);
    EXPECT_NEAR(reason.lead, 40.0, 1e-9);
    EXPECT_NEAR(reason.fewer->then_per_week, 84.0 / (12.0 + 8.0), 1e-9);
    // Waiting costs 60 USD and may cost 100; the lock costs 50, more than the lead: down to 10.
    EXPECT_NEAR(reason.rises->then, 100.0, 1e-9);
    EXPECT_NEAR(reason.falls->now, 50.0, 1e-9);
    EXPECT_NEAR(reason.falls->then, 10.0, 1e-9);
    ways.question.query.criterion = model::Criterion::money;
    EXPECT_EQ(ways.why().winner, 1U);
    EXPECT_FALSE(ways.why().fewer) << "waiting costs no money";
}

TEST(Reason, OfAWayWithoutARouteIsThatItHasNone) {
    RailOrRiver ways;
    ways.question.alternatives[0] = RailOrRiver::way("air", Mode::air);
    const Reason reason = ways.why();
    EXPECT_EQ(reason.winner, 1U);
    EXPECT_TRUE(reason.better().has_route());
    EXPECT_FALSE(reason.worse().has_route());
    EXPECT_TRUE(reason.contrasts.empty());
}

TEST(Reason, OfOneRouteAgainstItselfIsNothing) {
    RailOrRiver ways;
    ways.question.alternatives[1] = ways.question.alternatives[0];
    const Reason reason = ways.why();
    EXPECT_EQ(reason.lead, 0.0);
    EXPECT_TRUE(reason.contrasts.empty());
    EXPECT_EQ(reason.wins.value, 0.0);
    EXPECT_FALSE(reason.value_of_time);
}

TEST(SettingOutOf, IsTheCorridorWithAllItsServicesThere) {
    RailOrRiver ways;
    const auto out = [&](PlaceId origin) {
        const model::Network network = ways.scene.network();
        const model::Router router{network};
        return setting_out_of(*router.best(ways.question.query), origin, router.graph());
    };
    EXPECT_THAT(out(ways.a)->services, testing::ElementsAre(ways.train)) << "its first service";
    const auto corridor =
        ways.scene.parts.corridors.add({.id = "by rail", .names = {"By rail", "铁路", ""}});
    const auto slow = ways.scene.service("slow", model::MeansId{0}, {model::LinkId{0}}, 1.0);
    const auto beyond =
        ways.scene.service("beyond", model::MeansId{0},
                           {ways.scene.link("on", ways.b, ways.lock, Mode::rail, Hours{1})}, 1.0);
    for (const model::ServiceId service : {ways.train, slow, beyond}) {
        ways.scene.parts.services[service].corridors = {corridor};
    }
    EXPECT_THAT(out(ways.a)->services, testing::ElementsAre(ways.train, slow));
    EXPECT_EQ(out(ways.a)->names.en, "By rail");
    const model::Network network = ways.scene.network();
    EXPECT_FALSE(setting_out_of({}, ways.a, model::VirtualNetwork{network}));
}

// Any two ways of any network: the parts add up, and what is said to draw level does.
TEST(ReasonOnRandomNetworks, AddsUpAndDrawsLevel) {
    int compared = 0;
    int priced = 0;
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice{seed};
        const model::Network network = support::random_scene(dice).network();
        const auto places = static_cast<std::uint32_t>(network.parts().places.size());
        Question question;
        question.query.from = {1 + dice.roll(places - 1)};
        question.query.to = {1 + dice.roll(places - 1)};
        question.query.criterion = static_cast<model::Criterion>(dice.roll(4));
        question.query.prices.time = model::UsdPerTeuHour{1.0 + dice.roll(3)};
        question.query.shipment.size = model::Teu{1.0 + dice.roll(3)};
        question.alternatives = {RailOrRiver::way("rail", Mode::rail),
                                 RailOrRiver::way("road", Mode::road)};
        const Reason found = reason(model::Router{network}, question, plan);
        if (!found.better().has_route() || !found.worse().has_route()) {
            continue;
        }
        ++compared;
        EXPECT_GE(found.lead, 0.0);
        const double sum =
            std::accumulate(found.contrasts.begin(), found.contrasts.end(), 0.0,
                            [](double all, const Contrast& one) { return all + one.excess; });
        EXPECT_NEAR(sum, found.lead, 1e-9);
        if (found.value_of_time) {
            ++priced;
            model::Prices prices = question.query.prices;
            prices.time = found.value_of_time->price;
            const auto cost = [&](const Answer& answer) {
                return model::generalised_cost(answer.mean, prices, question.query.shipment.size)
                    .count();
            };
            EXPECT_NEAR(cost(found.better()), cost(found.worse()), 1e-9);
            prices.time = 2.0 * prices.time;
            EXPECT_EQ(cost(found.better()) < cost(found.worse()),
                      found.value_of_time->better_above == Side::winner);
        }
    }
    EXPECT_GT(compared, 50);
    EXPECT_GT(priced, 10);
}

} // namespace
} // namespace landsea::scenarios
