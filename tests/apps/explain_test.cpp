#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The fixture with a train that is often late, a season at the port and weekly liners.
std::filesystem::path uncertain(const ScratchFolder& scratch) {
    const auto lines = scratch.data_with_base_map() / "network/2_lines.json";
    std::string text = bytes_of(lines);
    text = with(text,
                R"("time_h": {"low": 24, "typical": 24, "high": 24, "grade": "published", )"
                R"("sources": ["book"]}, "money_usd_per_teu": {"low": 100, "typical": 100, "high")",
                R"("time_h": {"low": 20, "typical": 24, "high": 70, "grade": "published", )"
                R"("sources": ["book"]}, "money_usd_per_teu": {"low": 90, "typical": 100, "high")");
    text = with(text, R"("means": "liner", "route": ["AAPRT", "BBFAR"],)",
                R"("means": "liner", "route": ["AAPRT", "BBFAR"], "departures_per_week": )"
                R"({"low": 4, "typical": 4, "high": 4, "grade": "assumed"},)");
    write_bytes(lines, text);
    return scratch.path() / "small";
}

double sum(const std::vector<std::vector<std::string>>& rows, const std::string& title) {
    double total = 0.0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        total += std::stod(field(rows, i, title));
    }
    return total;
}

TEST(Explain, StepsAddUpToTheTotalsOfCompare) {
    const ScratchFolder scratch;
    const std::string data = uncertain(scratch);
    for (const char* only : {"rail", "river"}) {
        const auto steps = rows_of(
            run_landsea({"explain", "rail-vs-river", "--only", only, "--csv", "--data", data}).out);
        const auto compared =
            rows_of(run_landsea({"compare", "rail-vs-river", "--csv", "--data", data}).out);
        const std::size_t row = std::string{only} == "rail" ? 1 : 2;
        constexpr double rounding = 1e-3; // ten steps of four decimals
        EXPECT_NEAR(sum(steps, "time_typical_h"),
                    24.0 * std::stod(field(compared, row, "time_typical_days")), rounding);
        EXPECT_NEAR(sum(steps, "time_mean_h"),
                    24.0 * std::stod(field(compared, row, "time_mean_days")), rounding);
        EXPECT_NEAR(sum(steps, "share_of_time"), 1.0, rounding);
        EXPECT_NEAR(sum(steps, "length_km"), std::stod(field(compared, row, "length_km")),
                    rounding);
    }
}

TEST(Explain, CountsMeansAndWaits) {
    const ScratchFolder scratch;
    const auto rows = rows_of(run_landsea({"explain", "rail-vs-river", "--only", "rail", "--csv",
                                           "--data", uncertain(scratch)})
                                  .out);
    // The train's mean is (20 + 4 x 24 + 70)/6 = 31 h; its price's (90 + 4 x 100 + 100)/6
    // = 98.3333.
    EXPECT_EQ(field(rows, 2, "time_typical_h"), "24.0000");
    EXPECT_EQ(field(rows, 2, "time_mean_h"), "31.0000");
    EXPECT_EQ(field(rows, 2, "money_mean_usd"), "98.3333");
    // Four departures a week: 42 h between them, 21 h of waiting on the average.
    EXPECT_EQ(field(rows, 4, "what"), "wait for departure");
    EXPECT_EQ(field(rows, 4, "time_typical_h"), "21.0000");
    EXPECT_EQ(field(rows, 4, "time_low_h"), "0.0000");
    EXPECT_EQ(field(rows, 4, "time_high_h"), "42.0000");
}

TEST(Explain, TableSaysThatPercentilesDoNotAdd) {
    const Outcome run = run_small({"explain", "rail-vs-river", "--only", "rail"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, HasSubstr("percentiles do not add"));
    EXPECT_THAT(run.out, HasSubstr("138.00")); // the total of the typical hours
    EXPECT_THAT(run.out, HasSubstr("published 17.4 %, derived 17.4 %, assumed 65.2 %"));
    EXPECT_THAT(run.out, HasSubstr("[1] A house: A book, with a comma, 2020"));
}

TEST(Explain, JsonHoldsTheSameStepsAsTheCsv) {
    const auto rows = rows_of(run_small({"explain", "rail-vs-river", "--csv"}).out);
    const json result = json::parse(run_small({"explain", "rail-vs-river", "--json"}).out);
    std::size_t row = 1;
    for (const json& alternative : result.at("alternatives")) {
        for (const json& step : alternative.at("steps")) {
            EXPECT_EQ(std::stod(field(rows, row, "time_mean_h")), step.at("mean").at("time_h"));
            EXPECT_EQ(field(rows, row, "place"), step.at("place"));
            ++row;
        }
    }
    EXPECT_EQ(row, rows.size());
}

TEST(Explain, OfTheShippedComparisonAddsUpToo) {
    const auto steps = rows_of(run_landsea({"explain", "nwlsc-vs-yangtze", "--csv"}).out);
    const auto compared = rows_of(run_landsea({"compare", "nwlsc-vs-yangtze", "--csv"}).out);
    for (std::size_t i = 1; i < compared.size(); ++i) {
        const std::string alternative = field(compared, i, "alternative");
        double hours = 0.0;
        for (std::size_t row = 1; row < steps.size(); ++row) {
            if (field(steps, row, "alternative") == alternative) {
                hours += std::stod(field(steps, row, "time_mean_h"));
            }
        }
        EXPECT_NEAR(hours, 24.0 * std::stod(field(compared, i, "time_mean_days")), 0.01)
            << alternative;
    }
}

} // namespace
} // namespace landsea::apps
