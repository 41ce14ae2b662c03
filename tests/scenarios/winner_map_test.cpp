#include "scenarios/tipping_contest.hpp"
#include "scenarios/winner_map.hpp"
#include "tests/support/random_ways.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::Criterion;
using model::Effect;
using model::Hours;
using model::Mode;
using model::Network;
using support::Scene;

Parameter hauls(AlterHauls::Number number, Effect::Kind kind, Mode mode, double from, double to) {
    return {.text = "open",
            .unit = kind == Effect::Kind::scale ? Unit::factor : Unit::hours,
            .what =
                AlterHauls{
                    number,
                    {.kind = kind, .size = model::Range<double>::certain(1.0), .drawn_as = "open"},
                    {{mode}}},
            .from = from,
            .to = to};
}

/// rail 36 h, 300 USD; river 60 h, 100 USD
Scene two_ways() {
    Scene scene;
    const auto a = scene.place("a");
    const auto c = scene.place("c");
    const auto rail = scene.link("rail", a, c, Mode::rail, Hours{36}, model::UsdPerTeu{300});
    const auto river =
        scene.link("river", a, c, Mode::inland_waterway, Hours{60}, model::UsdPerTeu{100});
    scene.service("rail", scene.means("rail", Mode::rail), {rail});
    scene.service("river", scene.means("river", Mode::inland_waterway), {river});
    scene.open_gates();
    return scene;
}

Question by_mode(const std::vector<Mode>& modes, model::PlaceId from, model::PlaceId to) {
    Question question{.query = {.from = from, .to = to, .criterion = Criterion::generalised}};
    for (const Mode mode : modes) {
        const std::string name{name_of(mode)};
        question.alternatives.push_back({name, {name, "", ""}, {.via = {mode}, .avoid = {}}, {}});
    }
    return question;
}

TEST(WinnerMap, PartsThePlaneWhereTheTwoCostTheSame) {
    // 300 + (36 + x) v / 24 against 100 + 60 v / 24: rail wins where (24 - x) v > 4800.
    const Scene scene = two_ways();
    const Network network = scene.network();
    const Question question = by_mode({Mode::rail, Mode::inland_waterway}, {0}, {1});
    const Parameter across = hauls(AlterHauls::Number::hours, Effect::Kind::add, Mode::rail, 0, 24);
    const Parameter up{.unit = Unit::usd_per_teu_day, .what = PriceOf::time, .from = 0, .to = 1000};
    const WinnerMap map = winner_map(model::Router{network}, question, across, up, 13, 11);
    EXPECT_EQ(map.across_values[1], 2.0);
    EXPECT_EQ(map.up_values[3], 300.0);
    int rail = 0;
    for (std::size_t row = 0; row < 11; ++row) {
        for (std::size_t column = 0; column < 13; ++column) {
            const double x = 2.0 * static_cast<double>(column);
            const double v = 100.0 * static_cast<double>(row);
            const bool expected = (24 - x) * v >= 4800 - 1e-9; // the first of those that tie
            EXPECT_EQ(map.winners[map.at(column, row)], expected ? 0U : 1U) << x << " " << v;
            EXPECT_NEAR(map.worths[0][map.at(column, row)], 300 + (36 + x) * v / 24, 1e-9);
            rail += expected ? 1 : 0;
        }
    }
    EXPECT_GT(rail, 20);
    EXPECT_EQ(map.wins_now, 1U); // at no value of time
}

TEST(WinnerMap, LeavesEmptyWhatHasNoRoute) {
    const Scene scene = two_ways();
    const Network network = scene.network();
    const Question question = by_mode({Mode::air, Mode::rail}, {0}, {1});
    const Parameter across = hauls(AlterHauls::Number::hours, Effect::Kind::add, Mode::rail, 0, 24);
    const Parameter up{.unit = Unit::usd_per_teu_day, .what = PriceOf::time, .from = 0, .to = 1000};
    const WinnerMap map = winner_map(model::Router{network}, question, across, up, 3, 3);
    EXPECT_TRUE(map.worths[0].empty());
    EXPECT_EQ(map.winners.front(), 1U);
}

TEST(WinnerMapOracle, HasWhatASearchAtEveryPointGivesWithFewerSearches) {
    constexpr std::size_t side = 17;
    support::Dice dice{5};
    std::size_t searches = 0;
    std::size_t points = 0;
    for (int round = 0; round < 40; ++round) {
        const Scene scene = support::random_ways(dice);
        const Network network = scene.network();
        const model::Router router{network};
        Question question{.query = {.from = {0}, .to = {2}, .criterion = Criterion::generalised}};
        question.query.prices.time = model::UsdPerTeuHour{1.0};
        question.alternatives = {{"any", {}, {}, {}},
                                 {"dry", {}, {.via = {}, .avoid = {Mode::sea}}, {}}};
        const Parameter across =
            hauls(AlterHauls::Number::hours, Effect::Kind::scale, Mode::sea, 0, 4);
        const Parameter up{.unit = Unit::departures_per_week,
                           .what = AlterServices{AlterServices::Number::departures_per_week,
                                                 {.kind = Effect::Kind::scale,
                                                  .size = model::Range<double>::certain(1.0),
                                                  .drawn_as = "open"},
                                                 {{Mode::sea, Mode::rail}}},
                           .from = 0.05,
                           .to = 1};
        const WinnerMap map = winner_map(router, question, across, up, side, side);
        searches += map.searches;
        points += question.alternatives.size() * side * side;
        const OpenQuery open{question.query, {across, up}, network};
        for (std::size_t a = 0; a < question.alternatives.size(); ++a) {
            for (std::size_t p = 0; p < side * side; ++p) {
                const model::Query query =
                    open.at({map.across_values[p % side], map.up_values[p / side]});
                const model::Query chosen = within(query, question.alternatives[a]);
                const auto route = router.best(chosen);
                ASSERT_TRUE(route.has_value());
                // Each step is weighed to a cent.
                ASSERT_NEAR(map.worths[a][p], worth_of(*route, query, query.criterion, network),
                            0.05);
            }
        }
    }
    EXPECT_LT(searches, points / 2);
}

} // namespace
} // namespace landsea::scenarios
