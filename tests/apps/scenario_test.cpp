#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

/// Writes a scenario of these changes and returns its name.
std::string scenario_in(const ScratchFolder& folder, const std::string& id,
                        const std::string& changes) {
    const auto file = folder.path() / (id + ".json");
    write_bytes(file, R"({"schema_version": 1, "name": {"en": "Trial )" + id +
                          R"(", "zh": "试"}, "description": {"en": "A trial.", "zh": "试。"},
                          "changes": [)" +
                          changes + "]}");
    return file.string();
}

const std::string slower_rail =
    R"({"scale_time": 2, "of": "mode:rail", "grade": "assumed", "note": "a test"})";
const std::string march_only = R"({"scale_time": 2, "of": "mode:rail", "months": [3],
                                   "grade": "assumed", "note": "a test"})";

TEST(ScenarioOption, SetsTheScenarioBesideTheNetworkAsItIs) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const Outcome table = run_small({"compare", "rail-vs-river", "--scenario", slow});
    EXPECT_EQ(table.exit, 0) << table.err;
    EXPECT_THAT(table.out, HasSubstr("What changes, in typical values"));
    EXPECT_THAT(table.out, HasSubstr("scale_time 2 of mode rail"));
    EXPECT_THAT(table.out, HasSubstr("scenario base slow@"));
}

/// The rows of the scenario less those of the network as it is are the columns of change.
TEST(ScenarioOption, TakesDifferencesThatAddUp) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const auto rows =
        rows_of(run_small({"compare", "rail-vs-river", "--scenario", slow, "--csv"}).out);
    const std::size_t ways = (rows.size() - 1) / 2;
    ASSERT_EQ(rows.size(), 2 * ways + 1);
    bool moved = false;
    for (std::size_t i = 1; i <= ways; ++i) {
        const double before = std::stod(field(rows, i, "time_typical_days"));
        const double after = std::stod(field(rows, i + ways, "time_typical_days"));
        EXPECT_EQ(field(rows, i, "change_time_typical_days"), "");
        EXPECT_NEAR(std::stod(field(rows, i + ways, "change_time_typical_days")), after - before,
                    2e-4);
        moved = moved || after > before;
    }
    EXPECT_TRUE(moved);
}

TEST(ScenarioOption, PutsOtherVerbsUnderTheScenario) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const std::vector<std::vector<std::string>> questions{
        {"route", "AACTY", "BBFAR"}, {"reach", "AACTY"}, {"explain", "rail-vs-river"}};
    for (std::vector<std::string> words : questions) {
        words.emplace_back("--json");
        const Outcome plain = run_small(words);
        words.insert(words.end(), {"--scenario", slow});
        const Outcome changed = run_small(words);
        ASSERT_EQ(plain.exit, 0) << plain.err;
        EXPECT_EQ(changed.exit, 0) << changed.err;
        EXPECT_THAT(changed.out, HasSubstr("slow@")) << words.front();
        EXPECT_NE(plain.out, changed.out) << words.front();
    }
}

TEST(ScenarioOption, WantsAMonthForWhatActsInSome) {
    const ScratchFolder folder;
    const auto march = scenario_in(folder, "march", march_only);
    const Outcome explain = run_small({"explain", "rail-vs-river", "--scenario", march});
    EXPECT_EQ(explain.exit, 64);
    EXPECT_THAT(explain.err, HasSubstr("scenario march changes some months only"));
    EXPECT_EQ(explain.out, "");
    EXPECT_EQ(run_small({"explain", "rail-vs-river", "--scenario", march, "--month", "3"}).exit, 0);
}

TEST(ScenarioOption, ComparesInTheMonthsOfTheScenarioAndSaysSo) {
    const ScratchFolder folder;
    const auto march = scenario_in(folder, "march", march_only);
    const Outcome compare = run_small({"compare", "rail-vs-river", "--scenario", march, "--csv"});
    EXPECT_EQ(compare.exit, 0);
    EXPECT_THAT(compare.err, HasSubstr("asked as with --months 3"));
    EXPECT_EQ(field(rows_of(compare.out), 1, "month"), "3");
}

TEST(ScenarioOption, RefusesWhatItCannotRead) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const auto wrong = scenario_in(folder, "wrong", R"({"close": "atlantis"})");
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--scenario", wrong}).exit, 2);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--scenario", "nosuch"}).exit, 64);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--scenario", slow, "--scenario", slow}).exit,
              64);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--scenario", slow + "+" + slow}).exit, 64);
    EXPECT_EQ(run_small({"explain", "rail-vs-river", "--scenario", slow, "--scenario", wrong}).exit,
              2);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--months", "3,3"}).exit, 64);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--months", "13"}).exit, 64);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--months", "3", "--month", "3"}).exit, 64);
}

TEST(ScenarioOption, WritesAllFilesOfACase) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const auto out = folder.path() / "out";
    EXPECT_EQ(
        run_small({"compare", "rail-vs-river", "--scenario", slow, "--out", out.string()}).exit, 0);
    const auto rows = rows_of(bytes_of(out / "rail-vs-river-changes.csv"));
    ASSERT_GT(rows.size(), 1U);
    EXPECT_THAT(field(rows, 1, "because_of"), HasSubstr("slow/changes/0"));
}

TEST(Scenarios, ShowsOneWithItsEvidence) {
    const ScratchFolder folder;
    const auto slow = scenario_in(folder, "slow", slower_rail);
    const Outcome shown = run_small({"scenarios", slow});
    EXPECT_EQ(shown.exit, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("scale_time 2 of mode rail"));
    EXPECT_THAT(shown.out, HasSubstr("evidence: assumed"));
}

} // namespace
} // namespace landsea::apps
