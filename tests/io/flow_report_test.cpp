#include "io/detail/flow_units.hpp"
#include "io/flow_report.hpp"

#include <gmock/gmock.h>

namespace landsea::io {
namespace {

using model::Teu;
using scenarios::Flow;
using scenarios::PairFlow;

/// A flow whose pairs cost so much a box, one box each; a negative cost is a pair cut off.
Flow costing(const std::vector<double>& costs) {
    Flow flow;
    for (const double cost : costs) {
        PairFlow& pair = flow.pairs.emplace_back();
        pair.demand.yearly = Teu{1};
        if (cost >= 0) {
            pair.routes.push_back({.yearly = Teu{1}, .cost = cost});
        }
    }
    return flow;
}

TEST(ChangeEffect, CountsWhoPaysMoreAndWhoPaysLess) {
    const auto effect = detail::effect_of(costing({10, 10, 10}), costing({12, 9, 10}), 1e-6);
    EXPECT_EQ(effect.pay_more, 1);
    EXPECT_EQ(effect.pay_less, 1);
    EXPECT_DOUBLE_EQ(*effect.change, 1);
}

TEST(ChangeEffect, LeavesPairsOutThatAreCutOff) {
    const auto effect = detail::effect_of(costing({10, 10}), costing({-1, 8}), 1e-6);
    EXPECT_EQ(effect.pay_more, 0);
    EXPECT_EQ(effect.pay_less, 1);
    EXPECT_DOUBLE_EQ(*effect.change, -2); // closing helps those that keep a way
}

TEST(ChangeEffect, TakesWhatLiesWithinTheAccuracyForNoise) {
    const auto effect = detail::effect_of(costing({10}), costing({10.00005}), 1e-6);
    EXPECT_EQ(effect.pay_more, 0);
    EXPECT_FALSE(effect.change);
}

TEST(FlowUnits, WriteSignsAndPowers) {
    EXPECT_EQ(detail::signed_text(1234.4, 0), "+1,234");
    EXPECT_EQ(detail::signed_text(-0.6, 0), "-1");
    EXPECT_EQ(detail::signed_text(0.2, 0), "0");
    EXPECT_EQ(detail::signed_text(-0.2, 0), "0");
    EXPECT_EQ(detail::scientific_text(3.21e-7), "3.2e-7");
    EXPECT_EQ(detail::scientific_text(0), "0");
}

TEST(FlowUnits, ShowHoursAsDays) {
    const Presentation show;
    EXPECT_EQ((detail::FlowUnits{model::Criterion::time, show}.text(36)), "1.50");
    EXPECT_EQ((detail::FlowUnits{model::Criterion::generalised, show}.text(36)), "36");
    EXPECT_EQ(detail::cost_unit(model::Criterion::time), "hours");
}

} // namespace
} // namespace landsea::io
