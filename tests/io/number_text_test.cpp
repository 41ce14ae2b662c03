#include "io/number_text.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <limits>

namespace landsea::io {
namespace {

TEST(FixedText, RoundsTiesToTheEvenDigit) {
    // 0.125 and 0.375 are exact in binary, so both are true ties.
    EXPECT_EQ(fixed_text(0.125, 2), "0.12");
    EXPECT_EQ(fixed_text(0.375, 2), "0.38");
    EXPECT_EQ(fixed_text(2.5, 0), "2");
    EXPECT_EQ(fixed_text(3.5, 0), "4");
}

TEST(FixedText, NeverSaysMinusZero) {
    EXPECT_EQ(fixed_text(-0.0, 1), "0.0");
    EXPECT_EQ(fixed_text(-0.04, 1), "0.0");
    EXPECT_EQ(fixed_text(-0.06, 1), "-0.1");
}

TEST(FixedText, GroupsThousandsWhenAsked) {
    EXPECT_EQ(fixed_text(1234567.891, 1, Grouping::comma), "1,234,567.9");
    EXPECT_EQ(fixed_text(-123.0, 0, Grouping::comma), "-123");
    EXPECT_EQ(fixed_text(-1234.0, 0, Grouping::comma), "-1,234");
    EXPECT_EQ(fixed_text(1234.5, 1), "1234.5");
}

TEST(FixedText, SpellsOutWhatIsNoNumber) {
    EXPECT_EQ(fixed_text(std::numeric_limits<double>::infinity(), 1), "inf");
    EXPECT_EQ(fixed_text(-std::numeric_limits<double>::infinity(), 1), "-inf");
    EXPECT_EQ(fixed_text(std::numeric_limits<double>::quiet_NaN(), 1), "nan");
}

TEST(FixedText, HoldsTheLargestDouble) {
    const std::string text = fixed_text(std::numeric_limits<double>::max(), 20);
    EXPECT_EQ(text.size(), 309U + 1U + 20U); // 1.8e308 has 309 digits before the point
}

TEST(ShortestText, ReadsBackAsTheSameNumber) {
    EXPECT_EQ(shortest_text(0.1), "0.1");
    EXPECT_EQ(shortest_text(100000), "100000");
    EXPECT_EQ(shortest_text(-0.0), "0");
    EXPECT_EQ(shortest_text(1e300), "1e+300");
    for (const double value : {1.0 / 3.0, 1e-7, 123456789.123, 5e-324}) {
        const std::string text = shortest_text(value);
        double back = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        EXPECT_EQ(back, value);
    }
}

TEST(IntegerText, GroupsThousandsWhenAsked) {
    EXPECT_EQ(integer_text(-1234567, Grouping::comma), "-1,234,567");
    EXPECT_EQ(integer_text(999, Grouping::comma), "999");
    EXPECT_EQ(integer_text(1000), "1000");
}

} // namespace
} // namespace landsea::io
