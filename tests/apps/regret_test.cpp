#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// City to Far takes 5.75 d by rail and 8.25 d by river (reach_test.cpp), 4 d of these on the river.
// With the rails closed there is no way by rail; with barges at half speed it is 12.25 d by river.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

/// The two scenarios as files in a folder, and the words that name them.
class Scenarios {
  public:
    Scenarios() {
        add("closed", R"({"close": "leg:AACTY-RAIL-AAPRT", "grade": "assumed", "note": "a test"})");
        add("slow", R"({"scale_time": 2, "of": {"mode": "inland_waterway"}, "grade": "assumed",
                        "note": "a test"})");
    }

    [[nodiscard]] Outcome run(std::vector<std::string> words) const {
        words.insert(words.end(), {"--scenario", (folder_.path() / "closed.json").string(),
                                   "--scenario", (folder_.path() / "slow.json").string()});
        return run_small(words);
    }

  private:
    void add(const std::string& id, const std::string& change) {
        write_bytes(folder_.path() / (id + ".json"),
                    R"({"schema_version": 1, "name": {"en": "N", "zh": "名"},
                        "description": {"en": "D", "zh": "述"}, "changes": [)" +
                        change + "]}");
    }

    ScratchFolder folder_;
};

std::vector<std::string> column(const std::vector<std::vector<std::string>>& rows,
                                const std::string& title) {
    std::vector<std::string> values;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        values.push_back(field(rows, row, title));
    }
    return values;
}

TEST(RegretVerb, ChoosesWhatIsLeastRegretted) {
    const Scenarios scenarios;
    const Outcome run = scenarios.run({"regret", "rail-vs-river", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    const auto rows = rows_of(run.out);
    EXPECT_THAT(column(rows, "scenario"),
                ElementsAre("base", "closed", "slow", "base", "closed", "slow"));
    EXPECT_THAT(column(rows, "value_days"),
                ElementsAre("5.7500", "", "5.7500", "8.2500", "8.2500", "12.2500"));
    EXPECT_THAT(column(rows, "regret_days"),
                ElementsAre("0.0000", "inf", "0.0000", "2.5000", "0.0000", "6.5000"));
    EXPECT_THAT(column(rows, "greatest_regret_days"),
                ElementsAre("inf", "inf", "inf", "6.5000", "6.5000", "6.5000"));
    EXPECT_EQ(field(rows, 4, "min_max_regret_choice"), "yes");
    EXPECT_EQ(field(rows, 2, "status"), "no_route");
}

TEST(RegretVerb, WeighsScenarios) {
    // What base leaves is shared: 0.5 x 8.25 + 0.25 x 8.25 + 0.25 x 12.25 = 9.25.
    const Scenarios scenarios;
    const json answer = json::parse(
        scenarios.run({"regret", "rail-vs-river", "--weight", "base=0.5", "--json"}).out);
    EXPECT_EQ(answer["scenarios"][2]["weight"], 0.25);
    EXPECT_TRUE(answer["alternatives"][0]["expected_days"].is_null());
    EXPECT_EQ(answer["alternatives"][1]["expected_days"], 9.25);
    EXPECT_EQ(answer["least_expected_choice"], json::array({"river"}));
    EXPECT_EQ(answer["min_max_regret_choice"], json::array({"river"}));
    const json likely = json::parse(scenarios
                                        .run({"regret", "rail-vs-river", "--weight", "closed=0",
                                              "--weight", "slow=0", "--json"})
                                        .out);
    EXPECT_EQ(likely["least_expected_choice"], json::array({"rail"})) << "base has all the weight";
}

TEST(RegretVerb, ShowsTables) {
    const Scenarios scenarios;
    const Outcome run = scenarios.run({"regret", "rail-vs-river", "--weight", "base=0.5"});
    EXPECT_THAT(run.out, HasSubstr("expected days  base    closed  slow  weighted\n"));
    EXPECT_THAT(run.out, HasSubstr("By rail         5.8  no route   5.8  no route\n"));
    EXPECT_THAT(run.out, HasSubstr("Min-max regret: By river, in no scenario more than 6.5 days"));
    EXPECT_THAT(run.out, HasSubstr("Least expected value: By river, 9.2 days; weights base 0.5, "
                                   "closed 0.25, slow 0.25.\n"));
    EXPECT_THAT(scenarios.run({"regret", "City", "Far", "--lang", "zh"}).out, HasSubstr("后悔值"));
}

TEST(RegretVerb, TellsWhereNoChoiceIsLeft) {
    const Scenarios scenarios;
    const Outcome run = scenarios.run(
        {"regret", "City", "Far", "--alternative", "rail=corridor:by_rail+mode:rail"});
    EXPECT_EQ(run.exit, 0) << "of one way nobody regrets another";
    const Outcome none = scenarios.run({"regret", "City", "Isle"});
    EXPECT_EQ(none.exit, 1);
    EXPECT_THAT(none.err, HasSubstr("without a route"));
}

TEST(RegretVerb, RefusesWeightsThatAreNone) {
    const Scenarios scenarios;
    const auto exit_of = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"regret", "rail-vs-river"};
        words.insert(words.end(), more.begin(), more.end());
        return scenarios.run(words).exit;
    };
    EXPECT_EQ(exit_of({"--weight", "base"}), 64);
    EXPECT_EQ(exit_of({"--weight", "base=-1"}), 64);
    EXPECT_EQ(exit_of({"--weight", "base=nan"}), 64);
    EXPECT_EQ(exit_of({"--weight", "base=0.9", "--weight", "slow=0.9"}), 64);
    EXPECT_EQ(exit_of({"--weight", "base=0.9", "--weight", "base=0.1"}), 64);
    EXPECT_EQ(exit_of({"--weight", "bass=0.9"}), 64);
    EXPECT_EQ(exit_of({"--weight", "base=0.5", "--weight", "slow=0.1", "--weight", "closed=0.1"}),
              64);
    EXPECT_EQ(run_small({"regret", "rail-vs-river"}).exit, 64) << "a scenario is expected";
}

} // namespace
} // namespace landsea::apps
