#include "io/input_error.hpp"
#include "io/read_pairs.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::io {
namespace {

using scenarios::OdPair;
using testing::HasSubstr;

/// A city with a yard, and a port.
model::Network network() {
    support::Scene scene;
    const auto city = scene.place("AACTY");
    scene.terminal("AACTY-YARD", city);
    scene.parts.places[scene.place("AAPRT")].names = {"Port", "港", ""};
    return scene.network();
}

std::vector<OdPair> read(const std::string& text) {
    return read_pairs_text({"pairs.csv", text}, network());
}

std::string complaint(const std::string& text) {
    try {
        static_cast<void>(read(text));
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing";
}

TEST(ReadPairs, TakesIdsAndNamesInAnyLanguage) {
    const auto pairs = read("from,to\nAACTY,AAPRT\r\n港,aacty\n");
    ASSERT_EQ(pairs.size(), 2U);
    EXPECT_EQ(pairs[0].from.index, 0U);
    EXPECT_EQ(pairs[0].to.index, 2U);
    EXPECT_EQ(pairs[0].weight, 1.0);
    EXPECT_EQ(pairs[1].from.index, 2U);
}

TEST(ReadPairs, WeighsByTeuAYear) {
    EXPECT_EQ(read("from,to,teu_per_year\nAACTY,AAPRT,1200.5\n")[0].weight, 1200.5);
}

TEST(ReadPairs, IgnoresTheMarkOfUtf8) {
    EXPECT_EQ(read("\xEF\xBB\xBF"
                   "from,to\nAACTY,AAPRT\n")
                  .size(),
              1U);
}

TEST(ReadPairs, SayWhereAndWhatIsWrong) {
    EXPECT_THAT(complaint("a,b\n"), HasSubstr("pairs.csv: line 1: expected the header from,to"));
    EXPECT_THAT(complaint("from,to\nAACTY,Prot\n"),
                HasSubstr("line 2, to: expected a place, such as Port, found \"Prot\""));
    EXPECT_THAT(complaint("from,to\nAACTY,AACTY-YARD\n"), HasSubstr("another place"));
    EXPECT_THAT(complaint("from,to\nAACTY,AAPRT\nAACTY,Port\n"),
                HasSubstr("line 3, to: expected each pair once"));
    EXPECT_THAT(complaint("from,to,teu_per_year\nAACTY,AAPRT,-1\n"), HasSubstr("teu_per_year"));
    EXPECT_THAT(complaint("from,to,teu_per_year\nAACTY,AAPRT,inf\n"), HasSubstr("teu_per_year"));
    EXPECT_THAT(complaint("from,to,teu_per_year\nAACTY,AAPRT\n"), HasSubstr("3 fields"));
    EXPECT_THAT(complaint("from,to\n"), HasSubstr("expected one pair or more"));
    EXPECT_THAT(complaint(""), HasSubstr("an empty file"));
}

} // namespace
} // namespace landsea::io
