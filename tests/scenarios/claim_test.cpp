#include "scenarios/claim.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using support::Scene;

/// A train of 48 h and a barge of 14 days, whose lock queue takes 10 days more in its bad state,
/// in which it always is in March and never else:
///
///     a --train  48 h--------------------> c
///     a --barge 336 h--(lock, 0 or 240 h)--> c
struct RailAndRiver {
    RailAndRiver() {
        a = scene.place("a");
        const auto lock = scene.place("lock");
        c = scene.place("c");
        train = scene.means("train", Mode::rail);
        barge = scene.means("barge", Mode::inland_waterway);
        const auto ac = scene.link("ac", a, c, Mode::rail, Hours{48}, model::UsdPerTeu{600});
        const auto al =
            scene.link("al", a, lock, Mode::inland_waterway, Hours{168}, model::UsdPerTeu{150});
        const auto lc =
            scene.link("lc", lock, c, Mode::inland_waterway, Hours{168}, model::UsdPerTeu{150});
        scene.service("train", train, {ac});
        scene.service("barge", barge, {al, lc});
        scene.open_gates();
        const auto queue =
            scene.operation(lock, model::OperationKind::queue, model::Passing{{barge}}, Hours{0});
        const auto season = scene.season("river", 0.0);
        auto& states = scene.parts.seasons[season].states;
        states[0].probability[2] = 0.0;
        states[1].probability[2] = 1.0;
        auto& operation = scene.parts.operations[queue];
        operation.season = season;
        operation.costs.push_back(operation.costs.front());
        operation.costs[1].time = support::certain(Hours{240});
    }

    [[nodiscard]] Alternative by(model::MeansId means, const char* id) const {
        return {id, {id, id, ""}, {.via = {means}, .avoid = {}}, {}};
    }

    [[nodiscard]] Judgement judged(const decltype(Claim::check)& check) const {
        const model::Network network = scene.network();
        return judge({.id = "claim", .check = check}, model::Router{network}, {}, {1, 200});
    }

    [[nodiscard]] SavingClaim saving(std::vector<Hours> bounds) const {
        return {.of = by(train, "train"),
                .against = {by(barge, "barge")},
                .from = a,
                .destinations = {c},
                .bounds = std::move(bounds)};
    }

    Scene scene;
    model::PlaceId a, c;
    model::MeansId train, barge;
};

TEST(SavingClaim, IsSupportedWhenItHoldsInEverySeason) {
    // 14 - 2 = 12 days in most months, 22 in March.
    const Judgement judgement = RailAndRiver{}.judged(RailAndRiver{}.saving({Hours{240}}));
    EXPECT_EQ(judgement.verdict, Verdict::supported);
    EXPECT_EQ(judgement.findings.size(), seasons_of_year().size());
    EXPECT_NEAR(judgement.margin.at(1), 2.0, 1e-9); // in May: 12 days less the bound of 10
}

TEST(SavingClaim, IsConditionalWhenOneSeasonOnlyBearsItOut) {
    const Judgement judgement = RailAndRiver{}.judged(RailAndRiver{}.saving({Hours{480}}));
    EXPECT_EQ(judgement.verdict, Verdict::conditional);
    for (const Finding& finding : judgement.findings) {
        EXPECT_EQ(finding.likely, finding.month == model::Month{3}) << finding.month.number;
    }
}

TEST(SavingClaim, IsRefutedWhenNoSeasonBearsItOut) {
    const Judgement judgement = RailAndRiver{}.judged(RailAndRiver{}.saving({Hours{600}}));
    EXPECT_EQ(judgement.verdict, Verdict::refuted);
}

TEST(SavingClaim, TurnsWhenTheFirstWayStandsLonger) {
    RailAndRiver scene;
    // 12 days are saved in May: 3 days more for the train leave 9, below the bound of 10.
    scene.scene.parts.links[model::LinkId{0}].time = support::certain(Hours{48 + 72});
    EXPECT_EQ(scene.judged(scene.saving({Hours{240}})).verdict, Verdict::conditional);
}

TEST(TimeClaim, IsSupportedWithinATenthOfTheClaimedInterval) {
    const RailAndRiver scene;
    const auto claim = [&](double low_days, double high_days) {
        return TimeClaim{.by = scene.by(scene.train, "train"),
                         .from = scene.a,
                         .to = scene.c,
                         .low = model::from_days(low_days),
                         .high = model::from_days(high_days)};
    };
    EXPECT_EQ(scene.judged(claim(1.5, 2.5)).verdict, Verdict::supported);
    EXPECT_EQ(scene.judged(claim(2.1, 3.0)).verdict, Verdict::supported); // 2 is 2.1 less 5 %
    EXPECT_EQ(scene.judged(claim(4.0, 5.0)).verdict, Verdict::refuted);
}

TEST(TimeClaim, LeavesHandlingAtBothEndsOutOfALineHaul) {
    RailAndRiver scene;
    // 48 h of running; 24 h more for loading it, which the published 2 days do not count.
    for (const auto id : scene.scene.parts.operations.ids()) {
        auto& operation = scene.scene.parts.operations[id];
        if (operation.kind == model::OperationKind::load && operation.place == scene.a) {
            operation.costs.front().time = support::certain(Hours{24});
        }
    }
    TimeClaim claim{.by = scene.by(scene.train, "train"),
                    .from = scene.a,
                    .to = scene.c,
                    .low = Hours{48},
                    .high = Hours{48}};
    EXPECT_EQ(scene.judged(claim).verdict, Verdict::refuted);
    claim.span = Span::line_haul;
    EXPECT_EQ(scene.judged(claim).verdict, Verdict::supported);
}

TEST(PriceClaim, IsJudgedPerTeu) {
    const RailAndRiver scene;
    const PriceClaim claim{.by = scene.by(scene.train, "train"),
                           .from = scene.a,
                           .to = scene.c,
                           .low = model::UsdPerTeu{590},
                           .high = model::UsdPerTeu{610}};
    EXPECT_EQ(scene.judged(claim).verdict, Verdict::supported);
}

TEST(RatioClaim, ComparesTheMediansOfBothWays) {
    const RailAndRiver scene;
    RatioClaim claim{.of = RatioClaim::Of::money,
                     .first = scene.by(scene.train, "train"),
                     .second = scene.by(scene.barge, "barge"),
                     .from = scene.a,
                     .to = scene.c,
                     .low = 1.9,
                     .high = 2.1};
    EXPECT_EQ(scene.judged(claim).verdict, Verdict::supported); // 600 / 300
    claim.low = 0.9;
    claim.high = 1.1;
    EXPECT_EQ(scene.judged(claim).verdict, Verdict::refuted);
}

TEST(Claim, IsUntestableWithoutARoute) {
    const RailAndRiver scene;
    const TimeClaim backwards{.by = scene.by(scene.train, "train"),
                              .from = scene.c,
                              .to = scene.a,
                              .low = Hours{1},
                              .high = Hours{2}};
    EXPECT_EQ(scene.judged(backwards).verdict, Verdict::untestable);
    EXPECT_EQ(scene.judged(UntestableClaim{}).verdict, Verdict::untestable);
}

TEST(JudgeAll, GivesTheSameForAnyNumberOfThreads) {
    const RailAndRiver scene;
    const model::Network network = scene.scene.network();
    const model::Router router{network};
    std::vector<Claim> claims;
    for (const double days : {5.0, 10.0, 15.0, 20.0, 25.0}) {
        claims.push_back(
            {.id = std::to_string(days), .check = scene.saving({model::from_days(days)})});
    }
    const auto one = judge_all(claims, router, {}, {1, 100}, 1);
    const auto three = judge_all(claims, router, {}, {1, 100}, 3);
    ASSERT_EQ(one.size(), three.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].verdict, three[i].verdict);
        EXPECT_EQ(one[i].margin, three[i].margin);
    }
}

} // namespace
} // namespace landsea::scenarios
