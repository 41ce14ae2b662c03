#include "scenarios/tipping_lines.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace landsea::scenarios {
namespace {

std::size_t lowest_at(const std::vector<Line>& lines, double t) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        best = lines[i].at(t) < lines[best].at(t) ? i : best;
    }
    return best;
}

std::vector<Line> random_lines(std::mt19937& dice) {
    std::vector<Line> lines(1 + dice() % 12);
    for (Line& line : lines) {
        line = {static_cast<double>(dice() % 40), static_cast<double>(dice() % 40)};
    }
    return lines;
}

TEST(LowerEnvelope, FollowsTheLowestLineFromCrossingToCrossing) {
    // 0 + 8 t, 2 + 4 t and 5 cross at 0.5 and 0.75; 9 is nowhere lowest.
    const auto pieces = lower_envelope({{5, 5}, {0, 8}, {9, 9}, {2, 6}});
    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(pieces[0].line, 1U);
    EXPECT_DOUBLE_EQ(pieces[0].from, 0.0);
    EXPECT_DOUBLE_EQ(pieces[0].to, 0.5);
    EXPECT_EQ(pieces[1].line, 3U);
    EXPECT_DOUBLE_EQ(pieces[1].to, 0.75);
    EXPECT_EQ(pieces[2].line, 0U);
    EXPECT_DOUBLE_EQ(pieces[2].to, 1.0);
}

TEST(LowerEnvelope, GivesAStretchToTheFirstOfLinesThatTie) {
    const auto pieces = lower_envelope({{4, 4}, {4, 4}, {4, 9}});
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_EQ(pieces[0].line, 0U);
}

TEST(LowerEnvelope, HasNoPieceForALineThatOnlyTouches) {
    // 1 touches the corner of 2 t and 2 - 2 t at t = 0.5.
    const auto pieces = lower_envelope({{0, 2}, {2, 0}, {1, 1}});
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].line, 0U);
    EXPECT_EQ(pieces[1].line, 1U);
    EXPECT_TRUE(lower_envelope({}).empty());
}

TEST(LowerEnvelope, AgreesWithTheLowestOfRandomLinesEverywhere) {
    std::mt19937 dice{7};
    for (int round = 0; round < 500; ++round) {
        const auto lines = random_lines(dice);
        const auto pieces = lower_envelope(lines);
        ASSERT_FALSE(pieces.empty());
        EXPECT_EQ(pieces.front().from, 0.0);
        EXPECT_EQ(pieces.back().to, 1.0);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            ASSERT_LT(pieces[i].from, pieces[i].to);
            if (i > 0) {
                ASSERT_EQ(pieces[i - 1].to, pieces[i].from);
            }
            for (const double share : {0.0, 0.3, 0.5, 0.9, 1.0}) {
                const double t = pieces[i].from + share * (pieces[i].to - pieces[i].from);
                ASSERT_NEAR(lines[pieces[i].line].at(t), lines[lowest_at(lines, t)].at(t), 1e-9);
            }
        }
    }
}

TEST(VisitEnvelope, NamesEveryPieceOfRandomEnvelopesWithFewQuestions) {
    std::mt19937 dice{11};
    for (int round = 0; round < 500; ++round) {
        const auto lines = random_lines(dice);
        std::vector<std::size_t> named;
        visit_envelope([&](double t) {
            named.push_back(lowest_at(lines, t));
            return lines[named.back()];
        });
        const auto pieces = lower_envelope(lines);
        EXPECT_LE(named.size(), 2 * pieces.size() + 1);
        std::vector<Line> found;
        for (const std::size_t i : named) {
            found.push_back(lines[i]);
        }
        for (int i = 0; i <= 1000; ++i) {
            const double t = i / 1000.0;
            ASSERT_NEAR(found[lowest_at(found, t)].at(t), lines[lowest_at(lines, t)].at(t), 1e-7);
        }
    }
}

TEST(VisitEnvelope, FindsAPieceThatAnyGridWouldMiss) {
    // 1000 t and 1000 (1 - t) meet at 500; 499.999 is lower over 0.000002 of the range only.
    const std::vector<Line> lines{{0, 1000}, {1000, 0}, {499.999, 499.999}};
    std::size_t questions = 0;
    bool found = false;
    visit_envelope([&](double t) {
        ++questions;
        const std::size_t lowest = lowest_at(lines, t);
        found = found || lowest == 2;
        return lines[lowest];
    });
    EXPECT_TRUE(found);
    EXPECT_LE(questions, 7U);
}

} // namespace
} // namespace landsea::scenarios
