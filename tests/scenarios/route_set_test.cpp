#include "scenarios/route_set.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using model::Objective;
using model::UsdPerTeu;
using support::between;
using support::Scene;
using testing::ElementsAre;

/// One ship and three ways to it; the ship is slow or quick for all of them alike. All links are
/// 100 km long.
///
///     a --train 10 h, 300 USD--> b --ship 100 h (60-180), 50 USD--> c
///     a --truck 20 h, 200 USD--> b
///     a --barge 60 h, 100 USD--> b
struct ThreeWays {
    Scene scene;
    model::PlaceId a = scene.place("a");
    model::PlaceId b = scene.place("b");
    model::PlaceId c = scene.place("c");
    model::ServiceId train = add("train", a, b, Mode::rail, 10, 300);
    model::ServiceId truck = add("truck", a, b, Mode::road, 20, 200);
    model::ServiceId barge = add("barge", a, b, Mode::inland_waterway, 60, 100);
    model::ServiceId ship = add("ship", b, c, Mode::sea, 100, 50);

    ThreeWays() {
        scene.parts.links[model::LinkId{3}].time = between<Hours>(60, 100, 180);
        scene.open_gates();
        scene.transfer(b, model::AnyMeans{}, Mode::sea);
    }

    model::ServiceId add(const std::string& id, model::PlaceId from, model::PlaceId to, Mode mode,
                         double hours, double usd) {
        const auto link = scene.link(id, from, to, mode, Hours{hours}, UsdPerTeu{usd});
        return scene.service(id, scene.means(id, mode), {link});
    }

    [[nodiscard]] Question question() const { return {.query = {.from = a, .to = c}}; }
};

TEST(RouteSet, DrawsWhatRoutesShareOnce) {
    const ThreeWays three;
    const model::Network network = three.scene.network();
    const RouteSet set = alternatives_of(model::Router{network}, three.question(),
                                         {.count = 3, .most_shared = 0.5}, {1, 2000});
    ASSERT_EQ(set.comparison.answers.size(), 3U);
    EXPECT_GT(set.comparison.answers[0].hours.p95, set.comparison.answers[0].hours.p50 + 20.0);
    // The truck is ten hours slower in every draw, however long the ship takes.
    const Saving& saving = set.comparison.savings.front();
    EXPECT_NEAR(saving.hours.p5, 10.0, 1e-9);
    EXPECT_NEAR(saving.hours.p95, 10.0, 1e-9);
}

TEST(RouteSet, SaysWhatTellsRoutesApart) {
    const ThreeWays three;
    const model::Network network = three.scene.network();
    const RouteSet set = alternatives_of(model::Router{network}, three.question(),
                                         {.count = 3, .most_shared = 0.5}, {1, 100});
    ASSERT_EQ(set.traits.size(), 3U);
    EXPECT_EQ(set.traits[0].shared_with_first, 1.0);
    EXPECT_EQ(set.traits[1].shared_with_first, 0.5); // the ship's 100 of 200 km
    EXPECT_EQ(set.traits[0].most_shared, 0.5);
    EXPECT_EQ(set.traits[2].transfers, 1U);
    EXPECT_THAT(set.traits[2].ridden, ElementsAre(three.barge, three.ship));
    EXPECT_EQ(set.comparison.answers[2].alternative.id, "3");
}

TEST(RouteSet, OfAParetoFrontHoldsAllItsRoutesOrSaysThatTheyAreTooMany) {
    const ThreeWays three;
    const model::Network network = three.scene.network();
    const model::Router router{network};
    const std::vector<Objective> both{Objective::time, Objective::money};
    const auto set = pareto_set_of(router, three.question(), both, {}, {1, 100}, 3);
    ASSERT_TRUE(std::holds_alternative<RouteSet>(set));
    EXPECT_EQ(std::get<RouteSet>(set).comparison.answers.size(), 3U);
    const auto many = pareto_set_of(router, three.question(), both, {}, {1, 100}, 2);
    ASSERT_TRUE(std::holds_alternative<TooManyRoutes>(many));
    EXPECT_EQ(std::get<TooManyRoutes>(many).routes, 3U);
}

TEST(RouteSet, IsEmptyWhereNothingLeads) {
    const ThreeWays three;
    const model::Network network = three.scene.network();
    Question question = three.question();
    std::swap(question.query.from, question.query.to);
    const RouteSet set = alternatives_of(model::Router{network}, question, {.count = 3}, {1, 100});
    EXPECT_TRUE(set.comparison.answers.empty());
    EXPECT_EQ(std::get<AlternativesAsked>(set.asked).search,
              model::AlternativeRoutes::Search::no_more);
}

TEST(ComparisonOfGivenRoutes, IsThatOfTheRoutesThatTheRouterFinds) {
    const ThreeWays three;
    const model::Network network = three.scene.network();
    const model::Router router{network};
    Question question = three.question();
    question.alternatives = {{"road", {}, {.via = {three.truck}, .avoid = {}}, {}},
                             {"none", {}, {.via = {}, .avoid = {three.c}}, {}}};
    model::Query by_road = question.query;
    by_road.constraints.via = {three.truck};
    const Comparison found = compare(router, question, {1, 500});
    const Comparison given =
        compare(network, question, {router.best(by_road), std::nullopt}, {1, 500});
    ASSERT_EQ(given.answers.size(), 2U);
    EXPECT_EQ(given.answers[0].hours.p95, found.answers[0].hours.p95);
    EXPECT_EQ(given.answers[0].mean, found.answers[0].mean);
    EXPECT_FALSE(given.answers[1].has_route());
}

} // namespace
} // namespace landsea::scenarios
