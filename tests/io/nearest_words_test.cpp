#include "io/nearest_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::io {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string_view> ports{"CNQZH", "CNSHA", "SGSIN", "CNQZH-EAST"};

TEST(NearestWords, FindsOneSlipOfTheFingers) {
    EXPECT_THAT(nearest_words("CNQHZ", ports), ElementsAre("CNQZH"));  // swapped
    EXPECT_THAT(nearest_words("CNQZ", ports), ElementsAre("CNQZH"));   // left out
    EXPECT_THAT(nearest_words("SSGSIN", ports), ElementsAre("SGSIN")); // twice
    EXPECT_THAT(nearest_words("CNSHB", ports), ElementsAre("CNSHA"));  // another
    EXPECT_THAT(nearest_words("sgsin", ports), ElementsAre("SGSIN"));
}

TEST(NearestWords, PutsTheNearestFirst) {
    EXPECT_THAT(nearest_words("ab12", {"ab99", "ab1", "ab2"}, 2), ElementsAre("ab1", "ab2"));
    EXPECT_THAT(nearest_words("CNQZH-WEST", ports), ElementsAre("CNQZH-EAST")); // two letters
}

TEST(NearestWords, DoesNotGuessWildly) {
    EXPECT_THAT(nearest_words("Duisburg", ports), IsEmpty());
    EXPECT_THAT(nearest_words("", ports), IsEmpty());
    EXPECT_THAT(nearest_words(std::string(100'000, 'x'), ports), IsEmpty());
}

} // namespace
} // namespace landsea::io
