#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

// The fixture is certain (see golden_test.cpp): rail takes 138 h and 380 USD, of which the train 24
// h and 100 USD; the river 198 h and 330 USD, of which the barge 96 h and 50 USD.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(Tip, FindsTheValueOfTimeThatPaysForTheQuickerWay) {
    // 380 + 5.75 v = 330 + 8.25 v where v = 20 USD a day.
    const Outcome run =
        run_small({"tip", "rail-vs-river", "--vary", "value-of-time=0..100", "--json"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    const json result = json::parse(run.out);
    EXPECT_EQ(result.at("criterion"), "generalised");
    EXPECT_EQ(result.at("parameter").at("unit"), "usd_per_teu_day");
    ASSERT_EQ(result.at("tipping_points").size(), 1U);
    const json& point = result.at("tipping_points").at(0);
    EXPECT_EQ(point.at("at_usd_per_teu_day"), 20);
    EXPECT_EQ(point.at("before"), "river");
    EXPECT_EQ(point.at("after"), "rail");
    EXPECT_EQ(point.at("p5_usd_per_teu_day"), 20); // nothing varies
}

TEST(Tip, WritesARowForEachStretch) {
    // 114 h + 24 f = 198 h where f = 3.5.
    const Outcome run =
        run_small({"tip", "rail-vs-river", "--vary", "scale_time@mode:rail=0.5..5", "--csv"});
    EXPECT_EQ(run.exit, 0);
    const auto rows = rows_of(run.out);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(field(rows, 1, "from_factor"), "0.500000");
    EXPECT_EQ(field(rows, 1, "to_factor"), "3.500000");
    EXPECT_EQ(field(rows, 1, "winner"), "rail");
    EXPECT_EQ(field(rows, 1, "runner_up"), "river");
    EXPECT_EQ(field(rows, 1, "rail_at_from_days"), "5.2500"); // 126 h
    EXPECT_EQ(field(rows, 1, "largest_lead_days"), "3.0000");
    EXPECT_EQ(field(rows, 2, "winner"), "river");
    EXPECT_EQ(field(rows, 2, "rail_at_to_days"), "9.7500"); // 234 h
}

TEST(Tip, TellsPeopleWhereItTips) {
    // 280 + 100 f = 330 where f = 0.5.
    const Outcome run = run_small({"tip", "rail-vs-river", "--vary", "tariff:mode:rail=0.1..2"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, HasSubstr("price factor of rail: 0.100 to 2.000, now 1.000"));
    EXPECT_THAT(run.out, HasSubstr("routes chosen by money"));
    EXPECT_THAT(run.out, HasSubstr("0.500  By rail  By river"));
    const Outcome none =
        run_small({"tip", "rail-vs-river", "--vary", "tariff:mode:rail=0.6..2", "--lang", "zh"});
    EXPECT_THAT(none.out, HasSubstr("此范围内无转折"));
}

TEST(Tip, AddsDwellAtAPlaceInTheUnitThatIsSaid) {
    // Both ways change at AAPRT, so both slow down alike; only rail leaves from AACTY-RAIL.
    const Outcome alike =
        run_small({"tip", "rail-vs-river", "--vary", "dwell:AAPRT=0..5d", "--json"});
    EXPECT_TRUE(json::parse(alike.out).at("tipping_points").empty());
    EXPECT_EQ(json::parse(alike.out).at("stretches").at(0).at("at_to_days").at("rail"), 10.75);
    const Outcome run =
        run_small({"tip", "rail-vs-river", "--vary", "dwell:AACTY-RAIL=0..5d", "--json"});
    // 138 h + x = 198 h
    EXPECT_EQ(json::parse(run.out).at("tipping_points").at(0).at("at_hours"), 60);
}

TEST(Tip, MapsTheWinnersOfTwoNumbersIntoFiles) {
    const auto folder = std::filesystem::path{testing::TempDir()} / "tip_map";
    std::filesystem::remove_all(folder);
    const Outcome run =
        run_small({"tip", "rail-vs-river", "--vary", "value-of-time=0..40", "--vary",
                   "tariff:mode:rail=0..2", "--grid", "5x3", "--csv", "--out", folder.string()});
    EXPECT_EQ(run.exit, 0);
    const auto rows = rows_of(run.out);
    ASSERT_EQ(rows.size(), 1U + 15U);
    // 280 + 100 f + 5.75 v against 330 + 8.25 v: at f = 1, rail from v = 20 on, where they tie.
    EXPECT_EQ(field(rows, 7, "a_usd_per_teu_day"), "10.000000");
    EXPECT_EQ(field(rows, 7, "b_factor"), "1.000000");
    EXPECT_EQ(field(rows, 7, "winner"), "river");
    EXPECT_EQ(field(rows, 8, "winner"), "rail");
    EXPECT_EQ(field(rows, 8, "rail_usd_per_teu"), "495.0000");
    for (const char* ending : {"csv", "json", "svg", "png", "pdf"}) {
        EXPECT_TRUE(
            std::filesystem::exists(folder / ("rail-vs-river-winners." + std::string{ending})));
    }
    EXPECT_EQ(bytes_of(folder / "rail-vs-river-winners.csv"), run.out);
    EXPECT_THAT(bytes_of(folder / "rail-vs-river-winners.svg"), HasSubstr("By river"));
}

TEST(Tip, DrawsATornado) {
    const auto folder = std::filesystem::path{testing::TempDir()} / "tip_tornado";
    std::filesystem::remove_all(folder);
    const Outcome run = run_small({"tip", "rail-vs-river", "--tornado", "--share", "0.5", "--json",
                                   "--out", folder.string()});
    EXPECT_EQ(run.exit, 0);
    const json result = json::parse(run.out);
    EXPECT_EQ(result.at("saving_days"), 2.5);
    // The barge's 96 h become 48 and 144 h: nothing else is as long.
    const json& barge = result.at("inputs").at(0);
    EXPECT_EQ(barge.at("swing_days"), 4);
    EXPECT_EQ(barge.at("low").at("saving_days"), 0.5);
    EXPECT_THAT(bytes_of(folder / "rail-vs-river-tornado.svg"), HasSubstr("saves against"));
    const Outcome table = run_small({"tip", "rail-vs-river", "--tornado"});
    EXPECT_THAT(table.out, HasSubstr("By rail saves 2.50 d against By river"));
}

TEST(Tip, TakesWaysOfOnesOwn) {
    const Outcome run =
        run_small({"tip", "City", "Far", "--alternative", "train=mode:rail", "--alternative",
                   "barge=mode:inland_waterway", "--vary", "value-of-time=0..100", "--json"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(json::parse(run.out).at("tipping_points").at(0).at("after"), "train");
}

TEST(Tip, SaysThatThereIsNoRoute) {
    const Outcome run = run_small({"tip", "rail-vs-river", "--avoid", "AAPRT", "--avoid", "CCOUT",
                                   "--vary", "value-of-time=0..100"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.err, HasSubstr("no route meets the constraints"));
}

TEST(TipUsage, RefusesWhatItCannotVary) {
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"tarif:mode:rail=0..2", "did you mean tariff"},
        {"tariff:mode:rial=0..2", "did you mean rail"},
        {"tariff:mode:rail=0.5", "expected WHAT=LOW..HIGH"},
        {"tariff:mode:rail=2..1", "a low end below the high end"},
        {"tariff:mode:rail=a..b", "expected numbers"},
        {"tariff:mode:rail=-1..2", "expected numbers from 0 to 1e+06"},
        {"tariff=0..2", "say of what"},
        {"dwell:AAPRT=0..5", "say d or h"},
        {"dwell:AACTY=0..5d", "a city with terminals"},
        {"sailings:mode:air=1..7", "matches no service"},
        {"value-of-time:AAPRT=0..5", "is one price for all"},
        {"add_money_usd_per_teu@mode:rail=0..5", "name one as in leg:ID"},
        {"add_money_usd_per_teu@AAPRT=0..5", "say which operation"},
        {"add_money_usd_per_teu@leg:AACTY-RAIL-AAPRT=-200..5", "begin at -100"}};
    for (const auto& [word, says] : wrong) {
        const Outcome run = run_small({"tip", "rail-vs-river", "--vary", word});
        EXPECT_EQ(run.exit, 64) << word;
        EXPECT_THAT(run.err, HasSubstr(says)) << word;
        EXPECT_EQ(run.out, "");
    }
}

TEST(TipUsage, RefusesOptionsThatDoNotGoTogether) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"rail-vs-river"}, "expected --vary WHAT=LOW..HIGH once or twice, or --tornado"},
        {{"City", "Far", "--vary", "value-of-time=0..9"}, "needs the ways to choose between"},
        {{"rail-vs-river", "--vary", "value-of-time=0..9", "--by", "time"},
         "does not change what --by time looks at"},
        {{"rail-vs-river", "--vary", "value-of-time=0..9", "--grid", "5x5"},
         "--grid does not go with a single --vary"},
        {{"rail-vs-river", "--vary", "value-of-time=0..9", "--vary", "carbon-price=0..9", "--grid",
          "1x5"},
         "expected COLUMNSxROWS from 2x2"},
        {{"rail-vs-river", "--vary", "carbon-price=0..9", "--vary", "carbon-price=0..8"},
         "is given twice"},
        {{"rail-vs-river", "--tornado", "--vary", "carbon-price=0..9"}, "--vary does not go with"},
        {{"rail-vs-river", "--tornado", "--against", "rivr"}, "did you mean river"},
        {{"rail-vs-river", "--tornado", "--share", "2"}, "expected a number from 0.001 to 0.9"}};
    for (const auto& [words, says] : wrong) {
        std::vector<std::string> all{"tip"};
        all.insert(all.end(), words.begin(), words.end());
        const Outcome run = run_small(all);
        EXPECT_EQ(run.exit, 64) << says;
        EXPECT_THAT(run.err, HasSubstr(says));
    }
}

} // namespace
} // namespace landsea::apps
