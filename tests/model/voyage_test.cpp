#include "../support/scene.hpp"
#include "model/pert.hpp"
#include "model/voyage.hpp"

#include <gtest/gtest.h>

namespace landsea::model {
namespace {

using support::between;
using support::certain;

TEST(Together, AddsEndsAndCentresOfOneKind) {
    const Range<Hours> mode{Hours{10}, Hours{20}, Hours{60}, TypicalIs::mode};
    const Range<Hours> more{Hours{1}, Hours{2}, Hours{9}, TypicalIs::mode};
    EXPECT_EQ(together(mode, more), (Range<Hours>{Hours{11}, Hours{22}, Hours{69}}));
    // The mean of the second is (1 + 4 * 2 + 9) / 6 = 3.
    const Range<Hours> mean{Hours{10}, Hours{24}, Hours{60}, TypicalIs::mean};
    const Range<Hours> sum = together(mean, more);
    EXPECT_EQ(sum.typical_is, TypicalIs::mean);
    EXPECT_NEAR(sum.typical.count(), 27.0, 1e-12);
}

TEST(Together, KeepsAMeanThatACurveCanHave) {
    // The most lopsided means that PERT curves have: (5 low + high) / 6.
    const Range<Hours> first{Hours{0}, Hours{10}, Hours{60}, TypicalIs::mean};
    const Range<Hours> second{Hours{0}, Hours{0}, Hours{6}, TypicalIs::mode};
    const Range<Hours> sum = together(first, second);
    EXPECT_GE(sum.typical.count(), (5.0 * sum.low.count() + sum.high.count()) / 6.0 - 1e-12);
}

TEST(Together, AddsMedians) {
    // Symmetric, so the median of the second is its mode.
    const Range<Hours> median{Hours{10}, Hours{30}, Hours{60}, TypicalIs::median};
    const Range<Hours> more{Hours{0}, Hours{5}, Hours{10}, TypicalIs::mode};
    EXPECT_NEAR(together(median, more).typical.count(), 35.0, 0.01);
}

TEST(SteamingTime, IsLongWhereTheSpeedIsLow) {
    const Sailing sailing{.speed = between<KmPerHour>(10, 20, 40)};
    EXPECT_EQ(steaming_time(Km{800}, sailing), (Range<Hours>{Hours{20}, Hours{40}, Hours{80}}));
}

class LengthenedVoyage : public testing::Test {
  protected:
    LengthenedVoyage() {
        canal = scene.parts.passages.add({.id = "canal", .names = {}, .location = {}});
        means = scene.means("ship", Mode::sea);
        scene.parts.means[means].sailing = {.speed = certain(KmPerHour{20}),
                                            .rate = certain(UsdPerTeuKm{0.5}),
                                            .emission_factor = scene.moving};
        usual.length = certain(Km{1000});
        usual.money = between<UsdPerTeu>(90, 100, 140, TypicalIs::mean);
        usual.time = certain(Hours{50});
        usual.passages = {canal};
    }

    support::Scene scene;
    PassageId canal;
    MeansId means;
    Link usual;
};

TEST_F(LengthenedVoyage, SavesTheTollButNeverCostsLessThanNothing) {
    scene.parts.passages[canal].toll = between<UsdPerTeu>(20, 30, 200);
    Link other = usual;
    other.length = certain(Km{1020});
    other.passages.clear();
    lengthen_voyage(other, usual, means, scene.parts);
    const auto& range = other.money.range;
    // 90 + 10 - 20 = 80 at the low end; 140 + 10 - 200 is less, so the high end comes up to it.
    EXPECT_EQ(range.low, UsdPerTeu{80});
    EXPECT_EQ(range.high, UsdPerTeu{80});
    EXPECT_EQ(range.typical, UsdPerTeu{80});
    EXPECT_EQ(other.time.range.typical, Hours{51});
}

TEST_F(LengthenedVoyage, IsAssumedOnceAnAssumptionGoesIn) {
    const SourceId source = scene.parts.sources.add({.id = "book"});
    const Evidence published{
        .grade = Grade::published, .sources = {source}, .year = {}, .note = {}};
    usual.time.evidence = published;
    Link other = usual;
    other.length = certain(Km{1100});
    lengthen_voyage(other, usual, means, scene.parts);
    EXPECT_EQ(other.time.evidence.grade, Grade::assumed);
    scene.parts.means[means].sailing->speed.evidence = published;
    lengthen_voyage(other = usual, usual, means, scene.parts);
    EXPECT_EQ(other.time.evidence.grade, Grade::derived);
    EXPECT_EQ(other.time.evidence.sources.size(), 1U);
}

} // namespace
} // namespace landsea::model
