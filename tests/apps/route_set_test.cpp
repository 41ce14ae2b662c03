#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// The fixture knows four ways, in the order of time; nothing varies:
//   train, liner   138 h = 5.75 d, 380 USD, 220 kg, 2600 km       (see golden_test.cpp)
//   train, detour  174 h = 7.25 d, 430 USD, 270 kg, 3600 km       36 h, 50 USD and 50 kg more by
//   sea barge, liner   198 h = 8.25 d, 330 USD, 200 kg, 3000 km barge, detour  234 h = 9.75 d, 380
//   USD, 250 kg, 4000 km
// The second shares the train's 600 km of 2600 with the first, the third the liner's 2000: 23 % and
// 77 %.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> column(const Outcome& run, const std::string& title) {
    const auto rows = rows_of(run.out);
    std::vector<std::string> cells;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        cells.push_back(field(rows, i, title));
    }
    return cells;
}

Outcome routes(std::vector<std::string> options) {
    options.insert(options.begin(), {"route", "AACTY", "BBFAR"});
    return run_small(options);
}

TEST(RouteAlternatives, AreTheBestThatShareNoMoreThanTheyMay) {
    const Outcome most = routes({"-k", "9", "--csv"});
    EXPECT_EQ(most.exit, 0);
    EXPECT_THAT(column(most, "ridden"), ElementsAre("Train › Liner", "Train › Detour"));
    EXPECT_THAT(column(most, "search"), ElementsAre("no_more", "no_more"));
    EXPECT_THAT(column(most, "time_p50_days"), ElementsAre("5.7500", "7.2500"));
    EXPECT_THAT(column(most, "shared_with_first_share"), ElementsAre("1.0000", "0.2308"));

    const Outcome all = routes({"-k", "9", "--max-shared", "100", "--csv"});
    EXPECT_THAT(column(all, "ridden"),
                ElementsAre("Train › Liner", "Train › Detour", "Barge › Liner", "Barge › Detour"));
    EXPECT_THAT(column(all, "shared_with_first_share"),
                ElementsAre("1.0000", "0.2308", "0.7692", "0.0000"));
    EXPECT_THAT(column(all, "transfers"), ElementsAre("1", "1", "1", "1"));

    const Outcome few = routes({"-k", "9", "--max-shared=20", "--csv"});
    EXPECT_THAT(column(few, "ridden"), ElementsAre("Train › Liner", "Barge › Detour"));
    const Outcome three = routes({"-k3", "--max-shared", "100", "--csv"});
    EXPECT_THAT(column(three, "search"), ElementsAre("complete", "complete", "complete"));
}

TEST(RouteAlternatives, KeepToWhatElseIsAsked) {
    const std::vector<std::string> every{"-k", "9", "--max-shared", "100", "--csv"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.end(), every.begin(), every.end());
        return column(routes(more), "ridden");
    };
    EXPECT_THAT(with({"--by", "money"}),
                ElementsAre("Barge › Liner", "Train › Liner", "Barge › Detour", "Train › Detour"));
    EXPECT_THAT(with({"--avoid", "mode:rail"}), ElementsAre("Barge › Liner", "Barge › Detour"));
    EXPECT_THAT(with({"--via", "CCOUT"}), ElementsAre("Train › Detour", "Barge › Detour"));
    EXPECT_EQ(column(routes({"-k", "2", "--month", "3", "--csv"}), "month").front(), "3");
}

TEST(RouteAlternatives, AsTable) {
    const Outcome run = routes({"-k", "9"});
    EXPECT_THAT(run.out, HasSubstr("2 ways, any two of which share at most 70 % of the shorter "
                                   "one's length; there are no more.\n"));
    EXPECT_THAT(run.out, HasSubstr("  1        5.8  5.8  5.8  5.8      380          220          1 "
                                   " 2,600          Train › Liner\n"));
    EXPECT_THAT(run.out, HasSubstr("3,600    23 %  Train › Detour\n"));
    EXPECT_THAT(routes({"-k", "9", "--lang", "zh"}).out, HasSubstr("2 条路线"));
}

TEST(ParetoSet, IsEveryRouteThatNoOtherOneBeats) {
    // The detours are slower, dearer and dirtier than the liner behind the same train or barge.
    const Outcome run = routes({"--pareto", "all", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(column(run, "ridden"), ElementsAre("Train › Liner", "Barge › Liner"));
    EXPECT_THAT(column(run, "chosen_by"),
                ElementsAre("time+money+carbon+transfers", "time+money+carbon+transfers"));
    EXPECT_THAT(column(run, "search"), ElementsAre("complete", "complete"));
    // In the order of the criterion that is named first.
    EXPECT_THAT(column(routes({"--pareto", "money,time", "--csv"}), "ridden"),
                ElementsAre("Barge › Liner", "Train › Liner"));
    // The train costs 15 % more, the barge takes 43 % longer.
    EXPECT_THAT(column(routes({"--pareto", "time,money", "--epsilon", "16", "--csv"}), "ridden"),
                ElementsAre("Train › Liner"));
    EXPECT_THAT(routes({"--pareto", "time,money"}).out,
                HasSubstr("2 routes that no other one beats by expected time and money.\n"));
}

TEST(RouteSet, AsJson) {
    const json set = json::parse(routes({"-k", "2", "--max-shared", "50", "--json"}).out);
    EXPECT_EQ(set.at("kind"), "alternatives");
    EXPECT_EQ(set.at("asked_for"), 2);
    EXPECT_EQ(set.at("most_shared_share"), 0.5);
    EXPECT_EQ(set.at("search"), "complete");
    ASSERT_EQ(set.at("alternatives").size(), 2U);
    const json& second = set.at("alternatives").at(1);
    EXPECT_EQ(second.at("time_days").at("p95"), 7.25);
    EXPECT_EQ(second.at("transfers"), 1);
    EXPECT_EQ(second.at("ridden"), json({"train", "detour"}));
    EXPECT_NEAR(second.at("shared_with_first_share"), 600.0 / 2600.0, 1e-6);
    EXPECT_FALSE(second.at("steps").empty());

    const json pareto =
        json::parse(routes({"--pareto", "time,carbon", "--epsilon", "1", "--json"}).out);
    EXPECT_EQ(pareto.at("kind"), "pareto");
    EXPECT_EQ(pareto.at("objectives"), json({"time", "carbon"}));
    EXPECT_EQ(pareto.at("epsilon"), 0.01);
}

TEST(RouteSet, EndsWith1WhereThereIsNoRoute) {
    for (const std::vector<std::string>& options :
         {std::vector<std::string>{"-k", "3"}, {"--pareto", "all"}}) {
        std::vector<std::string> words{"route", "AACTY", "DDISL"};
        words.insert(words.end(), options.begin(), options.end());
        const Outcome table = run_small(words);
        EXPECT_EQ(table.exit, 1);
        EXPECT_THAT(table.out, HasSubstr("\nno route\n"));
        EXPECT_THAT(table.err, HasSubstr("no route from AACTY to DDISL"));
        words.emplace_back("--csv");
        EXPECT_THAT(column(run_small(words), "status"), ElementsAre("no_route"));
    }
}

TEST(RouteSet, IsTheSameTwiceAndForAnyNumberOfThreads) {
    for (const std::vector<std::string>& options :
         {std::vector<std::string>{"-k", "4", "--json"}, {"--pareto", "all", "--json"}}) {
        std::vector<std::string> threads = options;
        threads.insert(threads.end(), {"--threads", "2"});
        EXPECT_EQ(routes(options).out, routes(threads).out);
    }
}

} // namespace
} // namespace landsea::apps
