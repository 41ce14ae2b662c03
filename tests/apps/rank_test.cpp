#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// Days of the fixture (reach_test.cpp): City to Far takes 5.75 d, 380 USD, 220 kg by rail and 8.25
// d, 330 USD, 200 kg by river. With the line from Port to Far closed, which is the strait, the ship
// by Out takes 36 h more (108 against 72 h), 50 USD (250 against 200), and 3,000 km instead of
// 2,000: at 5 g and 10 t 50 kg more.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> column(const std::vector<std::vector<std::string>>& rows,
                                const std::string& title) {
    std::vector<std::string> values;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        values.push_back(field(rows, row, title));
    }
    return values;
}

TEST(RankVerb, RanksWhatBestRoutesUse) {
    const Outcome run = run_small({"rank", "City", "Far", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    const auto rows = rows_of(run.out);
    EXPECT_THAT(column(rows, "id"),
                ElementsAre("AAPRT", "AACTY-RAIL-AAPRT", "AACTY-RAIL", "AAPRT-BBFAR", "strait"));
    EXPECT_THAT(column(rows, "pairs_cut_off"), ElementsAre("1", "0", "0", "0", "0"));
    EXPECT_THAT(column(rows, "mean_extra_days"),
                ElementsAre("0.0000", "2.5000", "2.5000", "1.5000", "1.5000"));
    EXPECT_THAT(column(rows, "mean_extra_usd_per_teu"),
                ElementsAre("0.0000", "-50.0000", "-50.0000", "50.0000", "50.0000"));
    EXPECT_THAT(column(rows, "mean_extra_kg_co2e_per_teu"),
                ElementsAre("0.0000", "-20.0000", "-20.0000", "50.0000", "50.0000"));
    EXPECT_EQ(field(rows, 1, "worst_status"), "cut_off");
    EXPECT_EQ(field(rows, 1, "worst_extra_days"), "");
}

TEST(RankVerb, WeighsThePairsOfAFile) {
    // To Far 100 TEU and to Port 300: both go by rail; by river 2.5 and 3 d more (4.5 against 1.5).
    const Setting pairs{.environment = {},
                        .input = "from,to,teu_per_year\nCity,Far,100\nCity,Port,300\n",
                        .output = {}};
    const auto answer = json::parse(
        run_small({"rank", "--pairs", "-", "--of", "leg", "--json", "--top", "1"}, pairs).out);
    ASSERT_EQ(answer["components"].size(), 1U);
    const json& first = answer["components"][0];
    EXPECT_EQ(first["id"], "AACTY-RAIL-AAPRT");
    EXPECT_EQ(first["total_extra_teu_days"], 100 * 2.5 + 300 * 3.0);
    EXPECT_EQ(first["mean_extra_days"], (100 * 2.5 + 300 * 3.0) / 400);
    EXPECT_EQ(first["worst_to"], "AAPRT");
    EXPECT_EQ(answer["pairs"][1]["weight_teu_per_year"], 300);
    EXPECT_EQ(answer["pairs"][1]["mean_days"], 1.5);
    EXPECT_EQ(answer["counts"][0]["in_network"], 7);
    EXPECT_EQ(answer["counts"][0]["on_best_routes"], 2);
}

TEST(RankVerb, IsTheSameForAnyNumberOfThreads) {
    const std::vector<std::string> words{"rank", "City", "Far", "Out", "Port", "--json"};
    auto one = words;
    one.insert(one.end(), {"--threads", "1"});
    auto many = words;
    many.insert(many.end(), {"--threads", "8"});
    EXPECT_EQ(run_small(one).out, run_small(many).out);
}

TEST(RankVerb, DrawsLinesAndPoints) {
    const json map = json::parse(run_small({"rank", "City", "Far", "--of", "leg", "--of", "passage",
                                            "--of", "service", "--geojson"})
                                     .out);
    ASSERT_EQ(map["features"].size(), 3U) << "a service has no place of its own";
    EXPECT_EQ(map["features"][0]["geometry"]["type"], "MultiLineString");
    EXPECT_EQ(map["features"][0]["geometry"]["coordinates"][0].front(), json::array({106.1, 30.1}));
    EXPECT_EQ(map["features"][0]["geometry"]["coordinates"][0].back(), json::array({108, 22}));
    EXPECT_EQ(map["features"][2]["geometry"]["coordinates"], json::array({106, 5}));
}

TEST(RankVerb, ShowsATable) {
    const Outcome run = run_small({"rank", "City", "Far", "--top", "2"});
    EXPECT_THAT(run.out, HasSubstr("1 pair · 1 TEU, 10 t dry · any month · routes chosen by time"));
    EXPECT_THAT(run.out, HasSubstr("City → Far  no route\n"));
    EXPECT_THAT(run.out, HasSubstr("and 3 more"));
    EXPECT_THAT(run.out, HasSubstr("On best routes: 2 of 7 legs, 2 of 8 places"));
    EXPECT_THAT(run_small({"rank", "City", "Far", "--lang", "zh"}).out, HasSubstr("海上通道"));
}

/// Expected hours of the fastest way from Chongqing to Colombo on the shipped network.
double hours_avoiding(const std::vector<std::string>& avoid) {
    std::vector<std::string> words{"route", "Chongqing", "Colombo", "--by",
                                   "time",  "--json",    "--draws", "100"};
    words.insert(words.end(), avoid.begin(), avoid.end());
    return json::parse(run_landsea(words).out)["alternatives"][0]["mean"]["time_h"];
}

TEST(RankVerb, FindsForAPassageWhatAvoidingItTakes) {
    const auto rows =
        rows_of(run_landsea({"rank", "Chongqing", "Colombo", "--of", "passage", "--csv"}).out);
    ASSERT_THAT(column(rows, "id"), testing::Contains("malacca"));
    const double as_it_is = hours_avoiding({});
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const std::string id = field(rows, row, "id");
        const double extra_days = (hours_avoiding({"--avoid", "passage:" + id}) - as_it_is) / 24.0;
        EXPECT_NEAR(std::stod(field(rows, row, "mean_extra_days")), extra_days, 2e-4) << id;
        EXPECT_GT(extra_days, 0.0) << id;
    }
}

TEST(RankVerb, SaysThatNoPairHasARoute) {
    const Outcome run = run_small({"rank", "City", "Isle", "--csv"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(rows_of(run.out).size(), 1U) << "the titles";
    EXPECT_THAT(run.err, HasSubstr("no pair has a route"));
}

TEST(RankVerb, RefusesWhatItCannotAsk) {
    EXPECT_EQ(run_small({"rank", "City"}).exit, 64);
    EXPECT_EQ(run_small({"rank", "City", "Old Town"}).exit, 64);
    EXPECT_EQ(run_small({"rank", "City", "Far", "--pairs", "x.csv"}).exit, 64);
    EXPECT_EQ(run_small({"rank", "--pairs", "no-such.csv"}).exit, 3);
    const Outcome run = run_small({"rank", "City", "Far", "--of", "pasage"});
    EXPECT_EQ(run.exit, 64);
    EXPECT_THAT(run.err, HasSubstr("did you mean passage"));
    const Setting unknown{.environment = {}, .input = "from,to\nCity,Fra\n", .output = {}};
    EXPECT_EQ(run_small({"rank", "--pairs", "-"}, unknown).exit, 2);
}

TEST(RankVerb, SaysSoWhereNothingCanBeClosed) {
    const Outcome none = run_small({"rank", "AACTY", "BBFAR", "--of", "border"});
    EXPECT_EQ(none.exit, 0);
    EXPECT_EQ(none.out, "");
    EXPECT_THAT(none.err, testing::HasSubstr("nothing to close"));
}

} // namespace
} // namespace landsea::apps
