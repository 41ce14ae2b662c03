#include "scenarios/regret.hpp"
#include "tests/support/random_scene.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using support::Dice;
using support::Scene;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::optional<double> no_route = std::nullopt;

// The best values are 10 and 11, so the regrets are 0 and 19; 2 and 2; 10 and 0.
const ValueMatrix three{{10, 30}, {12, 13}, {20, 11}};

TEST(Regret, IsTheDistanceToTheBestOfTheScenario) {
    const RegretMatrix matrix = regret_of(three, {});
    EXPECT_THAT(matrix.regret,
                ElementsAre(ElementsAre(0, 19), ElementsAre(2, 2), ElementsAre(10, 0)));
    EXPECT_THAT(matrix.greatest, ElementsAre(19, 2, 10));
    EXPECT_THAT(matrix.min_max, ElementsAre(1)) << "it is the best nowhere";
    EXPECT_THAT(matrix.expected, IsEmpty());
    EXPECT_THAT(matrix.least_expected, IsEmpty());
}

TEST(Regret, StandsBesideTheExpectedValueByWeights) {
    // 0.5 each: 20, 12.5, 15.5. With 0.95 and 0.05: 11, 12.05, 19.55.
    EXPECT_THAT(regret_of(three, {0.5, 0.5}).expected, ElementsAre(20, 12.5, 15.5));
    EXPECT_THAT(regret_of(three, {0.5, 0.5}).least_expected, ElementsAre(1));
    EXPECT_THAT(regret_of(three, {0.95, 0.05}).least_expected, ElementsAre(0));
}

TEST(Regret, IsInfiniteWithoutARouteWhereOthersHaveOne) {
    const RegretMatrix matrix = regret_of({{10, no_route}, {15, 15}}, {0.9, 0.1});
    EXPECT_THAT(matrix.greatest, ElementsAre(infinite, 5));
    EXPECT_THAT(matrix.min_max, ElementsAre(1));
    EXPECT_THAT(matrix.expected, ElementsAre(infinite, 15));
    EXPECT_THAT(matrix.least_expected, ElementsAre(1));
}

TEST(Regret, LeavesNoChoiceWhereEachMayBeWithoutARoute) {
    const RegretMatrix matrix = regret_of({{10, no_route}, {no_route, 10}}, {});
    EXPECT_THAT(matrix.greatest, ElementsAre(infinite, infinite));
    EXPECT_THAT(matrix.min_max, IsEmpty());
    EXPECT_THAT(regret_of({{no_route}, {no_route}}, {1.0}).min_max, IsEmpty());
    EXPECT_THAT(regret_of({{no_route}, {no_route}}, {1.0}).least_expected, IsEmpty());
}

TEST(Regret, LeavesOutAScenarioInWhichNobodyHasARoute) {
    const RegretMatrix matrix = regret_of({{10, no_route}, {12, no_route}}, {0.25, 0.75});
    EXPECT_THAT(matrix.regret[0], ElementsAre(0, no_route));
    EXPECT_THAT(matrix.greatest, ElementsAre(0, 2));
    EXPECT_THAT(matrix.expected, ElementsAre(10, 12)) << "the weights of the others count as 1";
}

TEST(Regret, OfAnImpossibleScenarioDoesNotCountInTheExpectedValue) {
    EXPECT_THAT(regret_of({{10, no_route}, {15, 15}}, {1.0, 0.0}).least_expected, ElementsAre(0));
}

TEST(Regret, NamesAllThatTie) {
    EXPECT_THAT(regret_of({{10, 20}, {20, 10}, {30, 30}}, {0.5, 0.5}).min_max, ElementsAre(0, 1));
    EXPECT_THAT(regret_of({{10, 20}, {20, 10}, {30, 30}}, {0.5, 0.5}).least_expected,
                ElementsAre(0, 1));
}

TEST(Regret, IsWhatTheDefinitionSaysOfRandomMatrices) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        Dice dice{seed};
        ValueMatrix values(1 + dice.roll(4), std::vector<std::optional<double>>(1 + dice.roll(4)));
        for (auto& row : values) {
            for (auto& value : row) {
                value = dice.roll(5) == 0 ? no_route : std::optional{1.0 * dice.roll(9)};
            }
        }
        const RegretMatrix matrix = regret_of(values, {});
        for (std::size_t a = 0; a < values.size(); ++a) {
            double greatest = 0.0;
            for (std::size_t s = 0; s < values[a].size(); ++s) {
                for (const auto& other : values) { // somebody else's value, or one's own
                    if (other[s]) {
                        greatest = std::max(greatest, values[a][s].value_or(infinite) - *other[s]);
                    }
                }
            }
            EXPECT_EQ(matrix.greatest[a], greatest) << "seed " << seed;
        }
        for (const std::size_t chosen : matrix.min_max) {
            EXPECT_LE(matrix.greatest[chosen], *std::ranges::min_element(matrix.greatest))
                << "seed " << seed;
        }
    }
}

/// A train of 10 h and 100 USD and a truck of 15 h and 90 USD from a to b.
struct TwoWays {
    Scene scene;
    model::PlaceId a = scene.place("a");
    model::PlaceId b = scene.place("b");
    model::LinkId rail = scene.link("rail", a, b, Mode::rail, Hours{10}, model::UsdPerTeu{100});
    model::LinkId road = scene.link("road", a, b, Mode::road, Hours{15}, model::UsdPerTeu{90});
    RegretQuestion question;

    TwoWays() {
        scene.service("rail", scene.means("train", Mode::rail), {rail});
        scene.service("road", scene.means("truck", Mode::road), {road});
        scene.open_gates();
        question.question.query.from = a;
        question.question.query.to = b;
        question.question.alternatives = {way("rail", Mode::rail), way("road", Mode::road)};
        question.states = {{.id = "base", .names = {}, .overlay = nullptr}};
    }

    static Alternative way(const std::string& id, Mode mode) {
        return {.id = id, .names = {id, id, ""}, .constraints = {.via = {mode}, .avoid = {}}};
    }

    void meets(const std::string& id, model::Overlay overlay) {
        question.states.push_back(
            {.id = id,
             .names = {},
             .overlay = std::make_shared<const model::Overlay>(std::move(overlay))});
    }

    [[nodiscard]] Regret found() const {
        const model::Network network = scene.network();
        return regret(model::Router{network}, question);
    }
};

TEST(Regret, OfRoutesComesFromTheirExpectedValues) {
    TwoWays ways;
    model::Overlay closed;
    closed.closed.push_back({{ways.rail}});
    ways.meets("closed", closed);
    model::Overlay slow;
    slow.hauls[{ways.road, model::ServiceId{1}}].hours.push_back(
        {.kind = model::Effect::Kind::scale,
         .size = model::Range<double>::certain(2.0),
         .drawn_as = "slow"});
    ways.meets("slow", slow);
    const Regret regret = ways.found();
    EXPECT_THAT(regret.values, ElementsAre(ElementsAre(10, no_route, 10), ElementsAre(15, 15, 30)));
    EXPECT_THAT(regret.matrix.greatest, ElementsAre(infinite, 20));
    EXPECT_THAT(regret.matrix.min_max, ElementsAre(1));
    EXPECT_FALSE(regret.means[0][1]);
    EXPECT_EQ(regret.means[1][2]->time, Hours{30});
}

TEST(Regret, OfALargeShipmentIsThatOfOneTeu) {
    TwoWays ways;
    ways.question.question.query.criterion = model::Criterion::money;
    ways.question.question.query.shipment.size = model::Teu{40};
    EXPECT_THAT(ways.found().values, ElementsAre(ElementsAre(100), ElementsAre(90)));
}

} // namespace
} // namespace landsea::scenarios
