#include "model/philox.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace landsea::model {
namespace {

using Words = std::array<std::uint32_t, 4>;

// The known-answer vectors that the authors publish with Random123 for philox4x32 of 10 rounds.
TEST(Philox, GivesThePublishedAnswerForZeros) {
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
              (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
}

TEST(Philox, GivesThePublishedAnswerForOnes) {
    constexpr std::uint32_t ones = 0xffffffff;
    EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}),
              (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
}

TEST(Philox, GivesThePublishedAnswerForTheDigitsOfPi) {
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

std::uint64_t splitmix_finaliser(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

TEST(HashOfAName, IsFnv1aFollowedByTheFinaliserOfSplitMix) {
    // The first number of SplitMix64 from seed 0 is published as e220a8397b1dcdaf; its state is
    // then the golden gamma 9e3779b97f4a7c15.
    ASSERT_EQ(splitmix_finaliser(0x9e3779b97f4a7c15), 0xe220a8397b1dcdafU);
    // FNV-1a, 64 bit, as its authors' test suite lists it.
    EXPECT_EQ(hash_of(""), splitmix_finaliser(0xcbf29ce484222325));
    EXPECT_EQ(hash_of("a"), splitmix_finaliser(0xaf63dc4c8601ec8c));
    EXPECT_EQ(hash_of("foobar"), splitmix_finaliser(0x85944171f73967e8));
}

TEST(HashOfAName, ReadsBytesAboveAsciiAsUnsigned) {
    std::set<std::uint64_t> hashes;
    for (const char* name : {"重庆", "重慶", "Čačak", "\xff", "\x7f"}) {
        EXPECT_TRUE(hashes.insert(hash_of(name)).second) << name;
    }
    // FNV-1a of one byte ff: (basis xor ff) x prime, by its definition.
    EXPECT_EQ(hash_of("\xff"), splitmix_finaliser((0xcbf29ce484222325 ^ 0xffU) * 0x100000001b3U));
}

TEST(UnitInterval, IsNeverZeroAndNeverOne) {
    EXPECT_GT(unit_interval(0), 0.0);
    EXPECT_LT(unit_interval(0xffffffff), 1.0);
    EXPECT_DOUBLE_EQ(unit_interval(0x80000000), 0.5 + 0.5 / 4294967296.0);
}

} // namespace
} // namespace landsea::model
