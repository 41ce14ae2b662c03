#include "model/season.hpp"

#include <gtest/gtest.h>

namespace landsea::model {
namespace {

/// Low water is likely in the first quarter of the year only: 0.6, 0.3, 0.3, then 0.
SeasonState low_water() {
    return {.id = "low water", .names = {}, .probability = {0.6, 0.3, 0.3}};
}

TEST(SeasonProbability, IsThatOfTheMonthOfDeparture) {
    EXPECT_EQ(probability(low_water(), {1}), 0.6);
    EXPECT_EQ(probability(low_water(), {3}), 0.3);
    EXPECT_EQ(probability(low_water(), {12}), 0.0);
}

TEST(SeasonProbability, IsTheMeanOfTheMonthsOverTheWholeYear) {
    // (0.6 + 0.3 + 0.3) / 12
    EXPECT_DOUBLE_EQ(probability(low_water(), Month::whole_year()), 0.1);
}

} // namespace
} // namespace landsea::model
