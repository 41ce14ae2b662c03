#include "scenarios/tipping.hpp"
#include "scenarios/tipping_contest.hpp"
#include "tests/support/random_ways.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace landsea::scenarios {
namespace {

using model::Criterion;
using model::Effect;
using model::Hours;
using model::Mode;
using model::Network;
using model::UsdPerTeu;
using support::between;
using support::Scene;
using testing::ElementsAre;

Effect open(Effect::Kind kind) {
    return {.kind = kind, .size = model::Range<double>::certain(1.0), .drawn_as = "open"};
}

Parameter added_hours(const std::vector<model::Target>& at, double from, double to) {
    return {.text = "added",
            .unit = Unit::hours,
            .what = AlterHauls{AlterHauls::Number::hours, open(Effect::Kind::add), {at}},
            .from = from,
            .to = to,
            .today = 0.0};
}

Parameter departures_of(model::ServiceId service, double from, double to) {
    return {.text = "departures",
            .unit = Unit::departures_per_week,
            .what = AlterServices{AlterServices::Number::departures_per_week,
                                  open(Effect::Kind::set),
                                  {{service}}},
            .from = from,
            .to = to};
}

Parameter price_factor(Mode mode, double from, double to) {
    return {.text = "tariff",
            .unit = Unit::factor,
            .what =
                AlterHauls{AlterHauls::Number::usd_per_teu, open(Effect::Kind::scale), {{mode}}},
            .from = from,
            .to = to,
            .today = 1.0};
}

/// Ways from a to c, each on a service of its own:
///
///     rail    a --36 h, 300 USD--> c
///     river   a --60 h, 100 USD--> c
///     road    a --48 h, 180 USD--> c
struct Ways {
    Ways() {
        a = scene.place("a");
        c = scene.place("c");
        rail = way("rail", Mode::rail, 36, 300);
        river = way("river", Mode::inland_waterway, 60, 100);
        road = way("road", Mode::road, 48, 180);
        scene.open_gates();
    }

    model::LinkId way(const std::string& id, Mode mode, double hours, double usd) {
        const auto link = scene.link(id, a, c, mode, Hours{hours}, UsdPerTeu{usd});
        scene.service(id, scene.means(id, mode), {link});
        return link;
    }

    [[nodiscard]] Question question(const std::vector<Mode>& modes,
                                    Criterion criterion = Criterion::time) const {
        Question asked{.query = {.from = a, .to = c, .criterion = criterion}};
        for (const Mode mode : modes) {
            const std::string name{name_of(mode)};
            asked.alternatives.push_back({name, {name, "", ""}, {.via = {mode}, .avoid = {}}, {}});
        }
        return asked;
    }

    Scene scene;
    model::PlaceId a, c;
    model::LinkId rail, river, road;
};

Tipping tipped(const Ways& ways, const Question& question, const Parameter& parameter,
               std::uint32_t draws = 100) {
    const Network network = ways.scene.network();
    return tip(model::Router{network}, question, parameter, {.seed = 1, .draws = draws});
}

std::vector<double> points_of(const Tipping& tipping) {
    std::vector<double> points;
    for (const TippingPoint& point : tipping.points) {
        points.push_back(point.at);
    }
    return points;
}

TEST(Tipping, LiesWhereWhatIsAddedMakesUpForTheDifference) {
    const Ways ways;
    const auto tipping = tipped(ways, ways.question({Mode::rail, Mode::inland_waterway}),
                                added_hours({ways.rail}, 0, 100));
    // 36 h + x = 60 h.
    ASSERT_EQ(tipping.points.size(), 1U);
    EXPECT_NEAR(tipping.points[0].at, 24.0, 1e-9);
    EXPECT_EQ(tipping.points[0].before, 0U);
    EXPECT_EQ(tipping.points[0].after, 1U);
    ASSERT_EQ(tipping.stretches.size(), 2U);
    EXPECT_THAT(tipping.stretches[0].winners, ElementsAre(0U));
    EXPECT_THAT(tipping.stretches[1].winners, ElementsAre(1U));
    EXPECT_EQ(tipping.wins_now, 0U);
    EXPECT_TRUE(tipping.touches);
    // Rail leads most at the start, by a day; the river at the end, by 76 h.
    EXPECT_NEAR(tipping.stretches[0].largest_lead, 1.0, 1e-9);
    EXPECT_NEAR(tipping.stretches[0].led_most_at, 0.0, 1e-9);
    EXPECT_NEAR(tipping.stretches[1].largest_lead, 76.0 / 24.0, 1e-9);
    EXPECT_NEAR(*tipping.stretches[1].at_to[0], 136.0 / 24.0, 1e-9);
}

TEST(Tipping, FollowsTheValueOfTimeThroughThreeWays) {
    const Ways ways;
    const Parameter value{.text = "value of time",
                          .unit = Unit::usd_per_teu_day,
                          .what = PriceOf::time,
                          .from = 0,
                          .to = 1000};
    // USD and days: river 100 + 2.5 v, road 180 + 2 v, rail 300 + 1.5 v; they meet at 160 and 240.
    const auto tipping = tipped(
        ways,
        ways.question({Mode::rail, Mode::inland_waterway, Mode::road}, Criterion::generalised),
        value);
    EXPECT_THAT(points_of(tipping),
                ElementsAre(testing::DoubleNear(160, 1e-6), testing::DoubleNear(240, 1e-6)));
    EXPECT_THAT(tipping.stretches[0].winners, ElementsAre(1U));
    EXPECT_THAT(tipping.stretches[1].winners, ElementsAre(2U));
    EXPECT_THAT(tipping.stretches[2].winners, ElementsAre(0U));
}

TEST(Tipping, LetsAnAlternativeTakeAnotherRouteAsTheNumberGrows) {
    // By land means rail at first and, from 12 h on, the road: min(36 + x, 48). The river's 44 h
    // are less from 8 h on.
    Ways ways;
    ways.scene.parts.links[ways.river].time = support::certain(Hours{44});
    Question question = ways.question({Mode::rail, Mode::inland_waterway});
    question.alternatives[0].constraints = {.via = {}, .avoid = {Mode::inland_waterway}};
    const auto tipping = tipped(ways, question, added_hours({ways.rail}, 0, 40));
    EXPECT_THAT(points_of(tipping), ElementsAre(testing::DoubleNear(8, 1e-9)));
    EXPECT_THAT(tipping.routes, ElementsAre(2U, 1U));
    EXPECT_NEAR(*tipping.stretches[1].at_to[0], 2.0, 1e-9); // 48 h by road
    EXPECT_NEAR(tipping.stretches[1].largest_lead, 4.0 / 24.0, 1e-9);
}

TEST(Tipping, KeepsTheWinnerOfWaysThatGrowTogether) {
    // Rail's 36 f h stay below the river's 40 f h; the road's 45 h win from f = 1.25 on.
    Ways ways;
    ways.scene.parts.links[ways.road].time = support::certain(Hours{45});
    ways.scene.parts.links[ways.river].time = support::certain(Hours{40});
    const Parameter times{.text = "times",
                          .unit = Unit::factor,
                          .what = AlterHauls{AlterHauls::Number::hours,
                                             open(Effect::Kind::scale),
                                             {{Mode::rail, Mode::inland_waterway}}},
                          .from = 0.5,
                          .to = 2};
    const auto tipping =
        tipped(ways, ways.question({Mode::rail, Mode::inland_waterway, Mode::road}), times);
    EXPECT_THAT(points_of(tipping), ElementsAre(testing::DoubleNear(1.25, 1e-9)));
    EXPECT_EQ(tipping.points[0].before, 0U);
    EXPECT_EQ(tipping.points[0].after, 2U);
    // The river's 40 f meet the road's 45 h at f = 1.125, where rail takes 40.5 h.
    EXPECT_NEAR(tipping.stretches[0].largest_lead, 4.5 / 24.0, 1e-9);
    EXPECT_NEAR(tipping.stretches[0].led_most_at, 1.125, 1e-9);
}

TEST(Tipping, CountsHalfTheTimeBetweenDepartures) {
    // 36 h and 84 h / f against 50 h: six departures a week.
    Ways ways;
    ways.scene.parts.services[model::ServiceId{0}].departures_per_week = support::certain(7.0);
    ways.scene.parts.links[ways.river].time = support::certain(Hours{50});
    const auto tipping = tipped(ways, ways.question({Mode::rail, Mode::inland_waterway}),
                                departures_of(model::ServiceId{0}, 1, 14));
    ASSERT_EQ(tipping.points.size(), 1U);
    EXPECT_NEAR(tipping.points[0].at, 6.0, 1e-6);
    EXPECT_EQ(tipping.points[0].before, 1U); // few departures: the river
    EXPECT_EQ(tipping.wins_now, 0U);
    EXPECT_NEAR(*tipping.today[0].worth, 2.0, 1e-9); // 36 + 12 h
}

TEST(Tipping, ScalesThePricesOfAMode) {
    const Ways ways;
    const auto tipping =
        tipped(ways, ways.question({Mode::inland_waterway, Mode::rail}, Criterion::money),
               price_factor(Mode::rail, 0.1, 2));
    EXPECT_THAT(points_of(tipping), ElementsAre(testing::DoubleNear(1.0 / 3.0, 1e-9)));
}

TEST(Tipping, SaysThatNothingTipsWhereNothingDoes) {
    const Ways ways;
    const Question question = ways.question({Mode::rail, Mode::inland_waterway});
    const auto near = tipped(ways, question, added_hours({ways.rail}, 0, 23.9));
    EXPECT_TRUE(near.points.empty());
    EXPECT_EQ(near.stretches.size(), 1U);
    EXPECT_TRUE(near.touches);
    const auto other = tipped(ways, question, added_hours({ways.road}, 0, 1000));
    EXPECT_TRUE(other.points.empty());
    EXPECT_FALSE(other.touches);
}

TEST(Tipping, NamesAllWinnersWhereTheyTie) {
    // Two alternatives that take the same road tie until rail is slower than the river.
    const Ways ways;
    Question question = ways.question({Mode::rail, Mode::rail, Mode::inland_waterway});
    question.alternatives[1].id = "again";
    const auto tipping = tipped(ways, question, added_hours({ways.rail}, 0, 100));
    ASSERT_EQ(tipping.stretches.size(), 2U);
    EXPECT_THAT(tipping.stretches[0].winners, ElementsAre(0U, 1U));
    EXPECT_THAT(tipping.stretches[1].winners, ElementsAre(2U));
    EXPECT_EQ(tipping.today[0].wins.value, 1.0);
    EXPECT_EQ(tipping.today[1].wins.value, 1.0);
}

TEST(Tipping, DoesNotCallATouchAChange) {
    // At no added hours the two take the same; from then on the river is quicker.
    Ways ways;
    ways.scene.parts.links[ways.river].time = support::certain(Hours{36});
    const auto tipping = tipped(ways, ways.question({Mode::rail, Mode::inland_waterway}),
                                added_hours({ways.rail}, 0, 10));
    ASSERT_EQ(tipping.stretches.size(), 1U);
    EXPECT_THAT(tipping.stretches[0].winners, ElementsAre(1U));
}

TEST(Tipping, LeavesOutAlternativesWithoutARoute) {
    const Ways ways;
    Question question = ways.question({Mode::air, Mode::rail, Mode::inland_waterway});
    const auto tipping = tipped(ways, question, added_hours({ways.rail}, 0, 100));
    EXPECT_THAT(points_of(tipping), ElementsAre(testing::DoubleNear(24, 1e-9)));
    EXPECT_FALSE(tipping.today[0].worth.has_value());
    EXPECT_FALSE(tipping.stretches[0].at_from[0].has_value());
    question.alternatives.resize(1);
    EXPECT_TRUE(tipped(ways, question, added_hours({ways.rail}, 0, 100)).stretches.empty());
}

TEST(Tipping, ComparesByTheQuestionWhatIsChosenByTheAlternative) {
    // "Cheapest" goes by river until its price passes that of rail at a factor of 3, and takes
    // 60 h, then 36 h; "road" takes 48 h. So the winner jumps at 3, where days do not meet.
    const Ways ways;
    Question question = ways.question({Mode::road, Mode::road});
    question.alternatives[1] = {
        "cheapest", {"cheapest", "", ""}, {.via = {}, .avoid = {Mode::road}}, Criterion::money};
    const auto tipping = tipped(ways, question, price_factor(Mode::inland_waterway, 1, 5));
    ASSERT_EQ(tipping.points.size(), 1U);
    EXPECT_NEAR(tipping.points[0].at, 3.0, 1e-9);
    EXPECT_EQ(tipping.points[0].before, 0U);
    EXPECT_EQ(tipping.points[0].after, 1U);
    EXPECT_FALSE(tipping.points[0].band.has_value());
}

TEST(TippingBand, IsTheValueItselfWhereNothingVaries) {
    const Ways ways;
    const auto tipping = tipped(ways, ways.question({Mode::rail, Mode::inland_waterway}),
                                added_hours({ways.rail}, 0, 100));
    ASSERT_TRUE(tipping.points[0].band.has_value());
    EXPECT_NEAR(tipping.points[0].band->p5, 24.0, 1e-9);
    EXPECT_NEAR(tipping.points[0].band->p95, 24.0, 1e-9);
}

TEST(TippingBand, HasTheQuantilesOfWhatEachDrawMakesUpFor) {
    // The river waits 0 to 40 h, evenly: 36 + x against 30 + 40 u, so that draw u tips at
    // 40 u - 6: 5 % at -4, below the range; half at 14; 95 % at 32. Rail is quicker now where u is
    // above 0.15.
    Ways ways;
    ways.scene.parts.links[ways.river].time = support::certain(Hours{30});
    ways.scene.parts.services[model::ServiceId{1}].departures_per_week = support::certain(4.2);
    const auto tipping = tipped(ways, ways.question({Mode::rail, Mode::inland_waterway}),
                                added_hours({ways.rail}, 0, 100), 20000);
    ASSERT_EQ(tipping.points.size(), 1U);
    EXPECT_NEAR(tipping.points[0].at, 14.0, 1e-9);
    ASSERT_TRUE(tipping.points[0].band.has_value());
    EXPECT_EQ(tipping.points[0].band->p5, -std::numeric_limits<double>::infinity());
    EXPECT_NEAR(tipping.points[0].band->p50, 14.0, 0.6); // 40 x 4 sqrt(0.25 / 20000)
    EXPECT_NEAR(tipping.points[0].band->p95, 32.0, 0.3);
    EXPECT_NEAR(tipping.today[0].wins.value, 0.85, 0.011);
    EXPECT_NEAR(tipping.today[1].wins.value, 0.15, 0.011);
}

/// The worth of an alternative by a search of its own.
std::optional<double> worth_at(const model::Router& router, const OpenQuery& open,
                               const Alternative& alternative, double value) {
    const model::Query query = open.at({value});
    const auto route = router.best(within(query, alternative));
    return route ? std::optional{worth_of(*route, query, query.criterion, open.network())}
                 : std::nullopt;
}

/// A question about random ways, and something of them to vary.
std::pair<Question, Parameter> random_question(support::Dice& dice) {
    Question question{.query = {.from = {0}, .to = {2}}};
    question.query.criterion = dice.roll(2) == 0 ? Criterion::time : Criterion::generalised;
    question.query.prices.time = model::UsdPerTeuHour{0.5};
    for (const Mode mode : {Mode::road, Mode::rail, Mode::sea, Mode::inland_waterway}) {
        const std::string name{name_of(mode)};
        question.alternatives.push_back({name, {name, "", ""}, {.via = {mode}, .avoid = {}}, {}});
    }
    const model::Target target = dice.roll(2) == 0 ? Mode::rail : Mode::sea;
    Parameter parameter{.text = "random", .unit = Unit::factor, .from = 0.02, .to = 4.0};
    switch (dice.roll(4)) {
    case 0:
        parameter.what =
            AlterHauls{AlterHauls::Number::hours, open(Effect::Kind::scale), {{target}}};
        break;
    case 1:
        parameter.what = AlterServices{
            AlterServices::Number::departures_per_week, open(Effect::Kind::scale), {{target}}};
        break;
    case 2:
        parameter.what = AlterServices{
            AlterServices::Number::departures_per_week, open(Effect::Kind::set), {{target}}};
        break;
    default:
        parameter.what = PriceOf::time;
        parameter.to = 200.0;
        question.query.criterion = Criterion::generalised;
    }
    return {question, parameter};
}

TEST(TippingOracle, AgreesWithASearchAtEveryPointOfAGrid) {
    support::Dice dice{42};
    std::size_t tips = 0;
    for (int round = 0; round < 200; ++round) {
        const Scene scene = support::random_ways(dice);
        const Network network = scene.network();
        const model::Router router{network};
        const auto [question, parameter] = random_question(dice);
        const Tipping tipping = tip(router, question, parameter, {.seed = 1, .draws = 10});
        tips += tipping.points.size();
        const OpenQuery open{question.query, {parameter}, network};
        for (int i = 0; i <= 40; ++i) {
            const double value = parameter.from + i / 40.0 * (parameter.to - parameter.from);
            std::vector<double> worths;
            for (const Alternative& alternative : question.alternatives) {
                worths.push_back(worth_at(router, open, alternative, value).value_or(1e300));
            }
            const double best = *std::ranges::min_element(worths);
            ASSERT_LT(best, 1e300);
            const auto stretch = std::ranges::find_if(
                tipping.stretches, [&](const Stretch& one) { return value <= one.to; });
            ASSERT_NE(stretch, tipping.stretches.end());
            // Each step is weighed to 0.001 h or a cent: what differs by less may go either way.
            const double resolution =
                question.query.criterion == Criterion::time ? 10 * 0.001 / 24 : 10 * 0.01;
            ASSERT_NEAR(worths[stretch->winners.front()], best, resolution)
                << round << " " << value;
        }
    }
    EXPECT_GT(tips, 50U); // or the oracle would have nothing to say
}

} // namespace
} // namespace landsea::scenarios
