#include "model/pert.hpp"

#include <boost/math/distributions/beta.hpp>
#include <gtest/gtest.h>

namespace landsea::model {
namespace {

constexpr double modes[] = {0.0, 0.001, 0.05, 0.2, 0.5, 0.7, 0.95, 0.999, 1.0};

boost::math::beta_distribution<> exact(double mode) {
    return {1.0 + 4.0 * mode, 5.0 - 4.0 * mode};
}

TEST(PertQuantiles, LieWithinAThousandthOfTheExactOnes) {
    for (const double mode : modes) {
        const PertQuantiles table{mode};
        for (int i = 10; i <= 990; ++i) {
            const double u = i / 1000.0 + (i < 990 ? 0.00037 : 0.0); // between knots as well
            EXPECT_NEAR(table.at(u), quantile(exact(mode), u), 0.001) << mode << " at " << u;
        }
    }
}

TEST(PertQuantiles, StayInTheirIntervalAndNeverFall) {
    for (const double mode : modes) {
        const PertQuantiles table{mode};
        double before = 0.0;
        for (const double u : {1e-10, 1e-6, 0.0005, 0.3, 0.9, 0.9995, 1 - 1e-6, 1 - 1e-10, 1.0}) {
            EXPECT_GE(table.at(u), before);
            EXPECT_LE(table.at(u), 1.0);
            before = table.at(u);
        }
    }
}

TEST(PertQuantiles, AverageToTheMeanOfTheDistribution) {
    // The table is a straight line beyond its last knot, 1/1024 from the end. At worst (mode 0)
    // the exact line from 1 - (1/1024)^0.2 = 0.750 to 1 averages 0.792 and ours 0.875: the mean
    // is off by 0.083 / 1024 = 0.00008. Simpson's rule reads the density at 0 as 0 for modes just
    // above 0, where it leaps to 5: 5/6 of a cell of 1/2048 is lost, which moves the mean by
    // another 0.0004 x 1/6 = 0.00007. Together 0.00015.
    constexpr int draws = 100000;
    for (const double mode : modes) {
        const PertQuantiles table{mode};
        double sum = 0.0;
        for (int i = 0; i < draws; ++i) {
            sum += table.at((i + 0.5) / draws);
        }
        EXPECT_NEAR(sum / draws, (1.0 + 4.0 * mode) / 6.0, 0.00016) << mode;
    }
}

TEST(PertShape, FindsTheModeThatAMeanComesFrom) {
    for (const double mode : modes) {
        EXPECT_NEAR(pert_mode_from_mean(boost::math::mean(exact(mode))), mode, 1e-12);
    }
    // The mean of the distribution with mode 10 on [10, 70] is (10 + 4 x 10 + 70) / 6 = 20.
    EXPECT_NEAR(pert_shape(10, 20, 70, TypicalIs::mean), 0.0, 1e-12);
    EXPECT_NEAR(pert_shape(10, 60, 70, TypicalIs::mean), 1.0, 1e-12);
}

TEST(PertShape, FindsTheModeThatAMedianComesFromWithinABillionth) {
    for (const double mode : modes) {
        EXPECT_NEAR(pert_mode_from_median(boost::math::median(exact(mode))), mode, 1e-9);
    }
}

TEST(PertShape, TakesTheNearestModeForAMedianThatNoneHas) {
    EXPECT_NEAR(pert_mode_from_median(0.0), 0.0, 1e-9);
    EXPECT_NEAR(pert_mode_from_median(0.01), 0.0, 1e-9);
    EXPECT_NEAR(pert_mode_from_median(1.0), 1.0, 1e-9);
}

TEST(PertShape, IsTheShareOfTheWayToTheMode) {
    EXPECT_DOUBLE_EQ(pert_shape(10, 15, 30, TypicalIs::mode), 0.25);
    EXPECT_DOUBLE_EQ(pert_shape(7, 7, 7, TypicalIs::mode), 0.5);
    EXPECT_DOUBLE_EQ(shape_of(Range<Hours>{Hours{10}, Hours{15}, Hours{30}}), 0.25);
    EXPECT_DOUBLE_EQ(shape_of(Range<double>{1.0, 2.0, 2.0}), 1.0);
}

TEST(PertMean, WeighsTheModeFourfold) {
    // (10 + 4 x 15 + 30) / 6
    EXPECT_DOUBLE_EQ(pert_mean(10, 15, 30, TypicalIs::mode), 100.0 / 6.0);
    EXPECT_EQ(mean_of(Range<double>{1.0, 1.0, 7.0}), 2.0);
}

TEST(PertMean, IsTheTypicalValueWhereThatIsTheMean) {
    EXPECT_EQ(mean_of(Range<Hours>{Hours{10}, Hours{17}, Hours{30}, TypicalIs::mean}), Hours{17});
}

TEST(PertMean, OfAMedianIsTheMeanOfTheDistributionThatHasIt) {
    const auto distribution = exact(0.2);
    const double median = 10 + 20 * boost::math::median(distribution);
    const double mean = 10 + 20 * boost::math::mean(distribution);
    EXPECT_NEAR(pert_mean(10, median, 30, TypicalIs::median), mean, 1e-7);
}

TEST(PertMean, OfACertainNumberIsTheNumber) {
    for (const auto typical_is : {TypicalIs::mode, TypicalIs::mean, TypicalIs::median}) {
        EXPECT_DOUBLE_EQ(pert_mean(0.1, 0.1, 0.1, typical_is), 0.1);
    }
}

} // namespace
} // namespace landsea::model
