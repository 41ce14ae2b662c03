#include "scenarios/comparison.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using model::TypicalIs;
using support::between;
using support::Scene;

/// Two ways from a to c, and no other:
///
///     a --train 10 h (8-16, mean)--> b --ship 20 h (certain)--> c      transfer at b: 6 h (2-14)
///     a --barge 50 h (40-70, mode)-----------------------------> c
struct TwoWays {
    TwoWays() {
        a = scene.place("a");
        b = scene.place("b");
        c = scene.place("c");
        train = scene.means("train", Mode::rail);
        ship = scene.means("ship", Mode::sea);
        barge = scene.means("barge", Mode::inland_waterway);
        const auto ab = scene.link("ab", a, b, Mode::rail, Hours{10});
        scene.parts.links[ab].time = between<Hours>(8, 10, 16, TypicalIs::mean);
        scene.parts.links[ab].time.evidence.grade = model::Grade::published;
        const auto bc = scene.link("bc", b, c, Mode::sea, Hours{20});
        const auto ac = scene.link("ac", a, c, Mode::inland_waterway, Hours{50});
        scene.parts.links[ac].time = between<Hours>(40, 50, 70);
        scene.service("train", train, {ab});
        scene.service("ship", ship, {bc});
        scene.service("barge", barge, {ac});
        scene.open_gates();
        const auto transfer = scene.transfer(b, train, ship);
        scene.parts.operations[transfer].costs.front().time =
            between<Hours>(2, 6, 14, TypicalIs::mean);
    }

    [[nodiscard]] Question question() const {
        Question asked{.query = {.from = a, .to = c}};
        asked.alternatives = {{"rail", {"rail", "", ""}, {.via = {train}, .avoid = {}}, {}},
                              {"river", {"river", "", ""}, {.via = {barge}, .avoid = {}}, {}}};
        asked.bounds = {Hours{0}, Hours{10}, Hours{60}};
        return asked;
    }

    Scene scene;
    model::PlaceId a, b, c;
    model::MeansId train, ship, barge;
};

TEST(Comparison, AddsTypicalAndMeanStepsUpToTheTotalExactly) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, ways.question(), {1, 1000});
    ASSERT_EQ(comparison.answers.size(), 2U);
    for (const Answer& answer : comparison.answers) {
        model::Tally typical;
        model::Tally mean;
        for (const AnswerStep& step : answer.steps) {
            typical += step.typical;
            mean += step.mean;
        }
        EXPECT_EQ(typical, answer.typical);
        EXPECT_EQ(mean, answer.mean);
    }
    // 10 + 6 + 20; the barge's mean is (40 + 4 x 50 + 70) / 6.
    EXPECT_EQ(comparison.answers[0].typical.time, Hours{36});
    EXPECT_EQ(comparison.answers[0].mean.time, Hours{36});
    EXPECT_EQ(comparison.answers[1].typical.time, Hours{50});
    EXPECT_NEAR(comparison.answers[1].mean.time.count(), 310.0 / 6.0, 1e-12);
}

TEST(Comparison, SavesDrawByDrawAgainstTheFirst) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, ways.question(), {1, 4000});
    ASSERT_EQ(comparison.savings.size(), 1U);
    const Saving& saving = comparison.savings.front();
    // The barge takes 40 h or more, rail at most 16 + 14 + 20 = 50: mean saving 51.67 - 36.
    EXPECT_NEAR(saving.hours.mean, 310.0 / 6.0 - 36.0, 4.0 * saving.standard_error_hours);
    EXPECT_DOUBLE_EQ(saving.above[0].value, saving.faster.value);
    EXPECT_LE(saving.above[1].value, saving.above[0].value);
    EXPECT_EQ(saving.above[2].value, 0.0); // 70 - (8 + 2 + 20) = 40 is the most it can be
    EXPECT_EQ(saving.draws_hours.size(), 4000U);
}

TEST(Comparison, SharesTimeAndSpreadOutWithoutRemainder) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, ways.question(), {3, 2000});
    for (const Answer& answer : comparison.answers) {
        double time = 0.0;
        double spread = 0.0;
        for (const AnswerStep& step : answer.steps) {
            time += step.share_of_time;
            spread += step.share_of_spread;
        }
        EXPECT_NEAR(time, 1.0, 1e-12);
        EXPECT_NEAR(spread, 1.0, 1e-9); // covariances of the parts add up to the variance
    }
}

TEST(Comparison, SharesTheTypicalDaysOutByGrade) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, ways.question(), {1, 100});
    // 10 of 36 hours are published, the rest of the scene is assumed.
    EXPECT_NEAR(comparison.answers[0].days_by_grade[0], 10.0 / 36.0, 1e-12);
    EXPECT_NEAR(comparison.answers[0].days_by_grade[2], 26.0 / 36.0, 1e-12);
}

TEST(Comparison, SaysNoRouteAndComparesTheOthers) {
    TwoWays ways;
    Question question = ways.question();
    question.query.constraints.avoid = {model::Target{ways.b}};
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, question, {1, 100});
    EXPECT_FALSE(comparison.answers[0].has_route());
    EXPECT_TRUE(comparison.answers[1].has_route());
    EXPECT_TRUE(comparison.savings.empty());
}

TEST(Comparison, DrawsASharedElementOnceForBothSides) {
    const TwoWays ways;
    Question question = ways.question();
    question.alternatives[1] = question.alternatives[0];
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, question, {1, 500});
    EXPECT_THAT(comparison.savings.front().draws_hours, testing::Each(testing::Eq(0.0)));
}

TEST(Stages, JoinHaulsOfOneServiceAndWhatIsDoneAtOnePlace) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Comparison comparison = compare(model::Router{network}, ways.question(), {1, 100});
    const Answer& rail = comparison.answers.front();
    const auto stages = stages_of(rail, network);
    std::size_t covered = 0;
    for (const Stage& stage : stages) {
        EXPECT_EQ(stage.first, covered);
        covered = stage.last + 1;
    }
    EXPECT_EQ(covered, rail.steps.size());
    // load at a, train, transfer at b, ship, unload at c
    EXPECT_EQ(stages.size(), 5U);
}

} // namespace
} // namespace landsea::scenarios
