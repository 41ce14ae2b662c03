#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// Nothing varies in the fixture, so that all percentiles are the typical values:
//   rail   6 load + 24 train + 24 transfer + 72 liner + 12 unload = 138 h = 5.75 d
//          10 + 100 + 30 + 200 + 40 = 380 USD
//          600 km x 20 g + 2000 km x 5 g = 22 kg for a tonne, 220 kg for the 10 t of a TEU
//          the train's 24 h are published, the transfer's 24 h derived: 24/138 = 0.1739 each
//   river  6 load + 96 barge + 12 transfer + 72 liner + 12 unload = 198 h = 8.25 d
//          10 + 50 + 30 + 200 + 40 = 330 USD; 1000 km x 10 g + 2000 km x 5 g: 200 kg
//   rail saves 2.5 d in every draw, and costs 50 USD more.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string crlf(const std::string& lines) {
    std::string text;
    for (const char c : lines) {
        text += c == '\n' ? std::string{"\r\n"} : std::string(1, c);
    }
    return text;
}

TEST(Golden, ComparisonAsCsv) {
    const Outcome run = run_small({"compare", "rail-vs-river", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(
        run.out,
        crlf("scenario_id,comparison,from,to,month,alternative,status,time_p5_days,time_p50_days,"
             "time_p95_days,time_typical_days,time_mean_days,money_p5_usd,money_p50_usd,"
             "money_p95_usd,carbon_p5_kg_co2e,carbon_p50_kg_co2e,carbon_p95_kg_co2e,length_km,"
             "share_published,share_derived,share_assumed,saved_p5_days,saved_p50_days,"
             "saved_p95_days,probability_faster,probability_over_1_days,probability_over_2_days,"
             "probability_over_3_days,saved_p50_usd,saved_by\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,ok,5.7500,5.7500,5.7500,5.7500,5.7500,"
             "380.0000,380.0000,380.0000,220.0000,220.0000,220.0000,2600.0000,0.1739,0.1739,0.6522,"
             ",,,,,,,,\n"
             "base,rail-vs-river,AACTY,BBFAR,all,river,ok,8.2500,8.2500,8.2500,8.2500,8.2500,"
             "330.0000,330.0000,330.0000,200.0000,200.0000,200.0000,3000.0000,0.0000,0.0000,1.0000,"
             "2.5000,2.5000,2.5000,1.0000,1.0000,1.0000,0.0000,-50.0000,rail\n"));
}

TEST(Golden, StepsAsCsv) {
    const Outcome run = run_small({"explain", "rail-vs-river", "--only", "rail", "--csv"});
    EXPECT_EQ(run.exit, 0);
    // Shares of time: 6/138 = 0.0435, 24/138 = 0.1739, 72/138 = 0.5217, 12/138 = 0.0870. Nothing
    // varies, so no step has a share of the spread.
    EXPECT_EQ(
        run.out,
        crlf("scenario_id,comparison,from,to,month,alternative,step,place,place_to,what,grade,"
             "length_km,time_low_h,time_typical_h,time_high_h,time_mean_h,money_typical_usd,"
             "money_mean_usd,carbon_typical_kg_co2e,share_of_time,share_of_spread\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,1,AACTY-RAIL,,loading,assumed,0.0000,"
             "6.0000,6.0000,6.0000,6.0000,10.0000,10.0000,0.0000,0.0435,0.0000\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,2,AACTY-RAIL,AAPRT,Train,published,"
             "600.0000,24.0000,24.0000,24.0000,24.0000,100.0000,100.0000,120.0000,0.1739,"
             "0.0000\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,3,AAPRT,,transfer,derived,0.0000,24.0000,"
             "24.0000,24.0000,24.0000,30.0000,30.0000,0.0000,0.1739,0.0000\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,4,AAPRT,BBFAR,Liner,assumed,2000.0000,"
             "72.0000,72.0000,72.0000,72.0000,200.0000,200.0000,100.0000,0.5217,0.0000\n"
             "base,rail-vs-river,AACTY,BBFAR,all,rail,5,BBFAR,,unloading,assumed,0.0000,"
             "12.0000,12.0000,12.0000,12.0000,40.0000,40.0000,0.0000,0.0870,0.0000\n"));
}

TEST(Golden, ComparisonAsJson) {
    const Outcome run =
        run_small({"compare", "rail-vs-river", "--json", "--month", "3", "--seed", "7"});
    EXPECT_EQ(run.exit, 0);
    const json result = json::parse(run.out);
    EXPECT_EQ(result.at("schema_version"), 1);
    EXPECT_EQ(result.at("seed"), 7);
    EXPECT_EQ(result.at("draws"), 10000);
    EXPECT_EQ(result.at("query").at("month"), "3");
    const json& rail = result.at("alternatives").at(0);
    EXPECT_EQ(rail.at("status"), "ok");
    EXPECT_EQ(rail.at("typical"), json::parse(R"({"length_km": 2600, "time_h": 138,
                                                  "money_usd": 380, "carbon_kg_co2e": 220})"));
    EXPECT_EQ(rail.at("steps").size(), 5U);
    EXPECT_EQ(rail.at("steps").at(1).at("link"), "AACTY-RAIL-AAPRT");
    EXPECT_EQ(result.at("savings").at(0).at("time_days").at("p50"), 2.5);
    EXPECT_EQ(result.at("savings").at(0).at("probability_saves_more_than").at(2),
              json::parse(R"({"bound_days": 3, "value": 0, "standard_error": 0})"));
}

TEST(Golden, ComparisonAsTable) {
    const Outcome run = run_small({"compare", "rail-vs-river"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, testing::StartsWith("Rail against river\nWhich is sooner?\nCity → Far · "
                                             "1 TEU, 10 t dry · any month · routes chosen by "
                                             "time\n\n"));
    EXPECT_THAT(
        run.out,
        HasSubstr("route     days P5  P50  P95  typical  mean  USD/TEU P50  kg CO2e/TEU     km  "
                  "evidence p/d/a\n"
                  "────────  ───────  ───  ───  ───────  ────  ───────────  ───────────  ─────  "
                  "──────────────\n"
                  // 5.75 to one decimal: a tie goes to the even digit
                  "By rail       5.8  5.8  5.8      5.8   5.8          380          220  2,600    "
                  "  17/17/65 %\n"
                  "By river      8.2  8.2  8.2      8.2   8.2          330          200  3,000    "
                  "   0/0/100 %\n"));
    EXPECT_THAT(run.out, HasSubstr("By rail saves, in days\n"));
    EXPECT_THAT(run.out,
                HasSubstr("By river  2.5  2.5  2.5      100 %    100 %    100 %      0 %"));
    EXPECT_THAT(run.out, testing::ContainsRegex("landsea [0-9.]+ · data [0-9a-f]+ · scenario base "
                                                "· seed 1 · 10,000 draws\n$"));
}

TEST(Golden, ComparisonInAnotherCurrency) {
    const Outcome run = run_small({"compare", "rail-vs-river", "--currency", "CNY"});
    EXPECT_THAT(run.out, HasSubstr("CNY/TEU P50"));
    EXPECT_THAT(run.out, HasSubstr("760")); // 380 USD at the fixture's 2 CNY for a USD
    EXPECT_THAT(run.out, HasSubstr("CNY: 2 per USD, 2020, assumed: easy to reckon with"));
}

TEST(Golden, RoutesAsTable) {
    const Outcome run = run_small({"route", "AACTY", "BBFAR"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, HasSubstr("fastest: 5.8 d (P5 5.8, P95 5.8, typical 5.8), 380 USD/TEU, "
                                   "220 kg CO2e/TEU, 2,600 km\n"));
    EXPECT_THAT(run.out, HasSubstr("cheapest: 8.2 d (P5 8.2, P95 8.2, typical 8.2), 330 USD/TEU, "
                                   "200 kg CO2e/TEU, 3,000 km\n"));
    EXPECT_THAT(run.out, HasSubstr("lowest carbon: "));
    EXPECT_THAT(run.out, HasSubstr("the same route as: cheapest\n"));
}

TEST(Golden, RoutesAsCsv) {
    const auto rows = rows_of(run_small({"route", "AACTY", "BBFAR", "--csv"}).out);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(field(rows, 1, "alternative"), "fastest");
    EXPECT_EQ(field(rows, 1, "time_p50_days"), "5.7500");
    EXPECT_EQ(field(rows, 2, "alternative"), "cheapest");
    EXPECT_EQ(field(rows, 2, "money_p50_usd"), "330.0000");
    EXPECT_EQ(field(rows, 3, "carbon_p50_kg_co2e"), "200.0000");
    // 50,000 USD at 10 % a year are 13.70 USD a day: 380 + 5.75 x 13.70 = 459 by rail beats
    // 330 + 8.25 x 13.70 = 443? No: the river stays ahead by 16 USD.
    EXPECT_EQ(field(rows, 4, "money_p50_usd"), "330.0000");
}

TEST(Golden, ClaimsAsCsv) {
    const auto rows = rows_of(run_small({"claims", "--csv"}).out);
    // Two bounds in five seasons, a time in five, a ratio in five, and one that is not testable.
    ASSERT_EQ(rows.size(), 1U + 10U + 5U + 5U + 1U);
    EXPECT_EQ(field(rows, 1, "claim"), "saves-two-days");
    EXPECT_EQ(field(rows, 1, "verdict"), "supported only when"); // more than 1 d, not more than 3
    EXPECT_EQ(field(rows, 1, "model_p50"), "2.5000");
    EXPECT_EQ(field(rows, 1, "margin"), "1.5000");
    EXPECT_EQ(field(rows, 2, "margin"), "-0.5000");
    EXPECT_EQ(field(rows, 2, "holds"), "no");
    EXPECT_EQ(field(rows, 11, "claim"), "takes-six-days");
    EXPECT_EQ(field(rows, 11, "verdict"), "supported"); // 5.75 d is within a tenth of 6 d
    EXPECT_EQ(field(rows, 16, "claim"), "costs-ten-times");
    EXPECT_EQ(field(rows, 16, "verdict"), "not supported"); // 380/330 = 1.15
    EXPECT_EQ(field(rows, 16, "model_p50"), "1.1515");
    EXPECT_EQ(field(rows, 21, "verdict"), "not testable");
}

TEST(Golden, ClaimsEndWith1WhenAskedTo) {
    EXPECT_EQ(run_small({"claims"}).exit, 0);
    EXPECT_EQ(run_small({"claims", "--fail-on", "not-supported"}).exit, 1);
    EXPECT_EQ(run_small({"claims", "takes-six-days", "--fail-on", "conditional"}).exit, 0);
    EXPECT_EQ(run_small({"claims", "saves-two-days", "--fail-on", "conditional"}).exit, 1);
    EXPECT_EQ(run_small({"claims", "saves-two-days", "--fail-on", "not-supported"}).exit, 0);
}

TEST(Golden, AddedDwellTurnsAVerdict) {
    // 3 days at the port slow both ways alike; 2 at the rail yard slow the rail by two days.
    const auto at = [](const char* dwell) {
        return rows_of(run_small({"claims", "saves-two-days", "--csv", "--add-dwell", dwell}).out);
    };
    EXPECT_EQ(field(at("AAPRT=3d"), 1, "margin"), "1.5000");
    EXPECT_EQ(field(at("AACTY-RAIL=48h"), 1, "margin"), "-0.5000"); // 2.5 - 2 - 1
    EXPECT_EQ(field(at("AACTY-RAIL=48h"), 1, "verdict"), "not supported");
}

TEST(Golden, IsTheSameTwice) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"compare", "rail-vs-river", "--json"},
          {"route", "AACTY", "BBFAR"},
          {"explain", "rail-vs-river"},
          {"claims", "--json"},
          {"places", "--geojson"},
          {"corridors", "--json"}}) {
        EXPECT_EQ(run_small(words).out, run_small(words).out) << words.front();
    }
}

TEST(Golden, IsTheSameForAnyNumberOfThreadsThatTheMachineHas) {
    const Outcome one = run_any({"taskset", "-c", "0", LANDSEA_PROGRAM, "compare", "rail-vs-river",
                                 "--json", "--data", small_data()});
    if (one.exit == 127) {
        GTEST_SKIP() << "taskset is not installed";
    }
    EXPECT_EQ(one.out, run_small({"compare", "rail-vs-river", "--json"}).out);
}

TEST(Golden, IsTheSameInAnyLocale) {
    EXPECT_EQ(
        run_small({"compare", "rail-vs-river"}, {.environment = {{"LC_ALL", "de_DE.UTF-8"}}}).out,
        run_small({"compare", "rail-vs-river"}, {.environment = {{"LC_ALL", "C"}}}).out);
}

} // namespace
} // namespace landsea::apps
