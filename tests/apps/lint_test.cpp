#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The fixture with 600 km of rail in 2 h, which is 300 km/h.
struct TooFast {
    ScratchFolder scratch;
    std::filesystem::path network = scratch.data_with_base_map() / "network";

    TooFast() {
        const auto lines = network / "2_lines.json";
        write_bytes(
            lines, with(bytes_of(lines),
                        R"("time_h": {"low": 24, "typical": 24, "high": 24, "grade": "published")",
                        R"("time_h": {"low": 2, "typical": 24, "high": 24, "grade": "published")"));
    }
};

TEST(LintVerb, SeesThatTheRailOfTheFixtureIsShorterThanAStraightLine) {
    // 600 km from 30.1 N 106.1 E to 22 N 108 E: 8.1 degrees of latitude alone are some 897 km.
    const Outcome run = run_small({"lint"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, testing::StartsWith("error length-below-great-circle: "));
    EXPECT_THAT(run.out, HasSubstr("\n2 errors, "));
    EXPECT_THAT(run.out, HasSubstr("\nnote unserved-place: "));
    EXPECT_THAT(run.out, HasSubstr("place DDISL"));
}

TEST(LintVerb, EndsWithOneWhenAnErrorIsFoundAndSaysWhereItStands) {
    const TooFast data;
    const Outcome run =
        run_small({"lint", "--network", data.network, "--rule", "impossible-speed", "--csv"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.err, "");
    const auto rows = rows_of(run.out);
    ASSERT_EQ(rows.size(), 3U); // there and back
    EXPECT_EQ(field(rows, 1, "rule"), "impossible-speed");
    EXPECT_EQ(field(rows, 1, "severity"), "error");
    EXPECT_EQ(field(rows, 1, "thing"), "link AACTY-RAIL-AAPRT");
    EXPECT_EQ(field(rows, 1, "expected"), "at most 160 km/h by rail");
    EXPECT_EQ(field(rows, 1, "found"), "600 km in 2 h, 300 km/h at the least");
    EXPECT_EQ(field(rows, 1, "file"), (data.network / "2_lines.json").string());
    EXPECT_EQ(field(rows, 1, "pointer"), "/links/0");
    EXPECT_EQ(field(rows, 2, "thing"), "link AACTY-RAIL-AAPRT~reverse");
    EXPECT_EQ(field(rows, 2, "pointer"), "/links/0");
}

TEST(LintVerb, LooksForTheRulesAskedForOnly) {
    const TooFast data;
    const Outcome run = run_small({"lint", "--network", data.network, "--rule", "island", "--rule",
                                   "unserved-place", "--json"});
    EXPECT_EQ(run.exit, 0);
    const json answer = json::parse(run.out);
    EXPECT_EQ(answer.at("counts"), (json{{"errors", 0}, {"warnings", 0}, {"notes", 2}}));
    EXPECT_EQ(answer.at("findings").at(0).at("thing"), "place DDISL");
    EXPECT_EQ(answer.at("findings").at(0).at("pointer"), "/places/6");
}

TEST(LintVerb, ListsItsRulesAndRefusesOthers) {
    const Outcome list = run_landsea({"lint", "--list-rules"});
    EXPECT_EQ(list.exit, 0);
    EXPECT_THAT(list.out, HasSubstr("gauge-change-missing"));
    const Outcome wrong = run_landsea({"lint", "--rule", "ilsand"});
    EXPECT_EQ(wrong.exit, 64);
    EXPECT_THAT(wrong.err, HasSubstr("did you mean island?"));
}

TEST(LintVerb, TellsEveryRuleOnItsPage) {
    const std::string page = bytes_of(std::string{LANDSEA_SOURCE_DIR} + "/docs/verbs/lint.md");
    const auto rows = json::parse(run_small({"lint", "--json"}).out);
    for (const json& finding : rows.at("findings")) {
        EXPECT_THAT(page, HasSubstr("`" + finding.at("rule").get<std::string>() + "`"));
    }
}

} // namespace
} // namespace landsea::apps
