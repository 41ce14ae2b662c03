#include "batch_scratch.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace landsea::apps {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(BatchVerb, AnswersEachJobByEachCriterion) {
    const Outcome batch = run({"--criteria", "time,money"});
    EXPECT_EQ(batch.exit, 0);
    const auto rows = rows_of(batch.out);
    EXPECT_EQ(batch.out.substr(0, batch.out.find('\n') + 1), titles);
    ASSERT_EQ(rows.size(), 7U);
    const auto row = [&](std::size_t i) {
        std::vector<std::string> some;
        for (const char* title :
             {"job", "criterion", "status", "time_typical_days", "money_typical_usd",
              "carbon_typical_kg_co2e", "length_km", "transfers", "services"}) {
            some.push_back(field(rows, i, title));
        }
        return some;
    };
    EXPECT_THAT(row(1),
                ElementsAre("port", "time", "ok", "1.5", "120", "120", "600", "0", "train"));
    EXPECT_THAT(row(2),
                ElementsAre("port", "money", "ok", "4.5", "70", "100", "1000", "0", "barge"));
    EXPECT_THAT(row(3),
                ElementsAre("far", "time", "ok", "5.75", "380", "220", "2600", "1", "train>liner"));
    EXPECT_THAT(row(4), ElementsAre("far", "money", "ok", "8.25", "330", "200", "3000", "1",
                                    "barge>liner"));
    EXPECT_THAT(row(5), ElementsAre("isle", "time", "no_route", "", "", "", "", "", ""));
    EXPECT_THAT(batch.err, HasSubstr("6 rows: 4 ok, 2 without a route, 0 that cannot be asked"));
}

TEST_F(BatchVerb, LaysEachScenarioOverEachMonth) {
    const Outcome batch = run({"--scenarios", "base,@/slow.json,@/winter.json", "--month", "1,6"});
    const auto rows = rows_of(batch.out);
    ASSERT_EQ(rows.size(), 1U + 3 * 3 * 2);
    const auto at = [&](std::size_t i) {
        return field(rows, i, "scenario") + " " + field(rows, i, "month") + " " +
               field(rows, i, "time_typical_days");
    };
    // A train of 48 h: 60 h in all; of 72 h: 84 h, and the barge takes 108 h
    EXPECT_EQ(at(1), "base 1 1.5");
    EXPECT_EQ(at(2), "base 6 1.5");
    EXPECT_EQ(at(7), "slow 1 2.5");
    EXPECT_EQ(at(8), "slow 6 2.5");
    EXPECT_EQ(at(13), "winter 1 3.5");
    EXPECT_EQ(at(14), "winter 6 1.5");
}

TEST_F(BatchVerb, SaysWhatCompareSays) {
    const auto rows = rows_of(
        run({"--scenarios", "base,@/slow.json", "--month", "3", "--criteria", "time,money,carbon"})
            .out);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (field(rows, i, "status") != "ok") {
            continue;
        }
        std::vector<std::string> words{"route",
                                       field(rows, i, "from"),
                                       field(rows, i, "to"),
                                       "--by",
                                       field(rows, i, "criterion"),
                                       "--month",
                                       "3",
                                       "--draws",
                                       "100",
                                       "--json"};
        if (field(rows, i, "scenario") != "base") {
            words.insert(words.end(), {"--scenario", folder.path() / "slow.json"});
        }
        const Outcome alone = run_small(words);
        const auto rounded = [&](const std::string& title, double number) {
            EXPECT_NEAR(std::stod(field(rows, i, title)), number, 1e-4) << alone.out;
        };
        const json answer = json::parse(alone.out)["alternatives"][0]["typical"];
        rounded("time_typical_days", answer["time_h"].get<double>() / 24.0);
        rounded("money_typical_usd", answer["money_usd"]);
        rounded("carbon_typical_kg_co2e", answer["carbon_kg_co2e"]);
    }
}

TEST_F(BatchVerb, WritesTheSameRowsAsNdjson) {
    const auto rows = rows_of(run({}).out);
    std::istringstream lines{run({"--format", "ndjson"}).out};
    std::size_t i = 0;
    for (std::string line; std::getline(lines, line);) {
        const json row = json::parse(line);
        ++i;
        EXPECT_EQ(row["job"], field(rows, i, "job"));
        EXPECT_EQ(row["status"], field(rows, i, "status"));
        if (row["status"] == "ok") {
            EXPECT_EQ(row["time_typical_days"], std::stod(field(rows, i, "time_typical_days")));
        } else {
            EXPECT_TRUE(row["time_typical_days"].is_null());
        }
    }
    EXPECT_EQ(i, 3U);
}

TEST_F(BatchVerb, ABadRowCostsOnlyItself) {
    jobs("id,from,to\n=cmd(),City,Prt\n\xFF,City,Port\nlong," + std::string(1'000'000, 'x') +
         ",Port\n,City\nsame,City,City rail yard\nport,City,Port\n");
    const Outcome batch = run({});
    EXPECT_EQ(batch.exit, 1);
    EXPECT_LT(batch.out.size(), 4000U);
    const auto rows = rows_of(batch.out);
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(field(rows, 1, "job"), "'=cmd()");
    EXPECT_THAT(field(rows, 1, "problem"), HasSubstr("nearest: Port"));
    EXPECT_EQ(field(rows, 2, "problem"), "id is not UTF-8");
    EXPECT_THAT(field(rows, 3, "problem"), HasSubstr("longer than 200 bytes"));
    EXPECT_THAT(field(rows, 4, "problem"), HasSubstr("expected 3 fields, found 2"));
    EXPECT_EQ(field(rows, 5, "status"), "bad_job");
    EXPECT_EQ(field(rows, 6, "status"), "ok");
    EXPECT_THAT(batch.err, HasSubstr("1 ok, 0 without a route, 5 that cannot be asked"));
}

TEST_F(BatchVerb, IsNegativeWhereNothingHasARoute) {
    jobs("from,to\nCity,Isle\n");
    EXPECT_EQ(run({}).exit, 1);
    EXPECT_EQ(run({"--activate", "isle"}).exit, 0);
}

TEST_F(BatchVerb, ReadsJobsFromAPipe) {
    const Outcome batch = run_small({"batch", "-", "--quiet"}, {.input = "from,to\nCity,Port\n"});
    EXPECT_EQ(batch.exit, 0) << batch.err;
    EXPECT_EQ(batch.err, "");
    EXPECT_EQ(rows_of(batch.out).size(), 2U);
}

TEST_F(BatchVerb, RefusesWrongCommandLinesBeforeAnythingIsWritten) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"--month", "13"}, "--month: expected months from 1 to 12"},
        {{"--month", "3,3"}, "--month: month 3 is there twice"},
        {{"--month", ""}, "--month: expected months from 1 to 12"},
        {{"--criteria", "tme"}, "did you mean time"},
        {{"--criteria", "time,time"}, "time is given twice"},
        {{"--criteria", "money,cost"}, "cost is given twice"},
        {{"--scenarios", "base,base"}, "base is there twice"},
        {{"--scenarios", "@/slow.json,@/slow.json"}, "slow is there twice"},
        {{"--scenarios", "@/none*.json"}, "no file matches"},
        {{"--scenarios", "bse"}, "no scenario is called \"bse\""},
        {{"--scenarios", "base,"}, "no scenario is called \"\""},
        {{"--scenarios", "@/winter.json"}, "name a month"},
        {{"--scenarios", "@/*.json"}, "name a month"},
        {{"--shard", "0/7", "--out", "@/o.csv"}, "--shard: expected I/N"},
        {{"--shard", "8/7", "--out", "@/o.csv"}, "--shard: expected I/N"},
        {{"--shard", "1/7/2", "--out", "@/o.csv"}, "--shard: expected I/N"},
        {{"--shard", "-1/7", "--out", "@/o.csv"}, "--shard: expected I/N"},
        {{"--shard", "1/7"}, "--shard goes with --out FILE"},
        {{"--shard", "1/7", "--out", "@/o.gpkg"}, "--shard goes with *.csv and *.ndjson"},
        {{"--format", "gpkg"}, "--format gpkg goes with --out FILE"},
        {{"--format", "xml"}, "--format: expected csv, ndjson or gpkg"},
        {{"--out", "@/o.xlsx"}, "--out: expected a file *.csv, *.ndjson or *.gpkg"},
        {{"--out", "@/o"}, "--out: expected a file *.csv"},
        {{"--out", "@/o.csv.part", "--format", "csv"}, "is where a batch keeps rows"},
        {{"--out", "@/", "--format", "csv"}, "--out: expected a file such as results.csv"},
        {{"--draws", "99"}, "--draws"},
        {{"--draws", "200000"}, "at most 100000"},
        {{"--seed", "2"}, "--seed goes with --draws"},
        {{"--via", "Nowhere"}, "Nowhere"}};
    for (const auto& [words, complaint] : wrong) {
        const Outcome refused = run(words);
        EXPECT_EQ(refused.exit, 64) << complaint;
        EXPECT_EQ(refused.out, "") << complaint;
        EXPECT_THAT(refused.err, HasSubstr(complaint));
    }
    EXPECT_THAT(folder.files(), ElementsAre("jobs.csv", "slow.json", "winter.json"));
}

TEST_F(BatchVerb, RefusesWrongJobFiles) {
    for (const auto& [text, complaint] : std::vector<std::pair<std::string, std::string>>{
             {"", "an empty file"},
             {"from,to\n", "the header only"},
             {"from,from,to\n", "twice"},
             {"from,to,colour\n", "a column \"colour\""},
             {"from,to\nCity,\"Port\n", "a closing quote"}}) {
        jobs(text);
        const Outcome refused = run({"--out", "@/rows.csv"});
        EXPECT_EQ(refused.exit, 2) << complaint;
        EXPECT_THAT(refused.err, HasSubstr(complaint));
    }
    fs::remove(folder.path() / "jobs.csv");
    EXPECT_EQ(run({}).exit, 3);
    EXPECT_THAT(folder.files(), ElementsAre("slow.json", "winter.json"));
}

TEST_F(BatchVerb, DrawsTheSameForAnyNumberOfThreads) {
    const std::vector<std::string> words{"--draws", "100", "--scenarios", "base,@/slow.json"};
    auto one = words;
    one.insert(one.end(), {"--threads", "1"});
    auto five = words;
    five.insert(five.end(), {"--threads", "5"});
    const std::string out = run(one).out;
    EXPECT_EQ(run(five).out, out);
    EXPECT_EQ(field(rows_of(out), 1, "time_p95_days"), "1.5") << "nothing varies in the fixture";
}

TEST(ScenariosVerb, ShowsChangesWithTheirEvidence) {
    const ScratchFolder folder;
    const std::string file = folder.path() / "slow.json";
    write_bytes(file, R"({"schema_version": 1, "name": {"en": "Slow", "zh": "慢"},
        "description": {"en": "Trains crawl.", "zh": "列车缓行。"},
        "changes": [{"scale_time": 2, "of": {"mode": "rail"}, "months": [1, 2],
                     "grade": "assumed", "note": "=a guess"}]})");
    const Outcome table = run_small({"scenarios", file});
    EXPECT_EQ(table.exit, 0) << table.err;
    EXPECT_THAT(table.out, HasSubstr("Slow\nTrains crawl.\n"));
    EXPECT_THAT(table.out, HasSubstr("months: 1 2\n"));
    EXPECT_THAT(table.out, HasSubstr("evidence: assumed\n"));
    EXPECT_THAT(run_small({"scenarios", file, "--lang", "zh"}).out, HasSubstr("慢\n列车缓行。\n"));
    const json answer = json::parse(run_small({"scenarios", file, "--json"}).out);
    EXPECT_EQ(answer["scenarios"][0]["id"], "slow");
    EXPECT_EQ(answer["scenarios"][0]["changes"][0]["months"], json::array({1, 2}));
    const auto rows = rows_of(run_small({"scenarios", file, "--csv"}).out);
    EXPECT_EQ(field(rows, 1, "scenario"), "slow");
    EXPECT_EQ(field(rows, 1, "note"), "'=a guess");
    write_bytes(file, R"({"schema_version": 1})");
    EXPECT_EQ(run_small({"scenarios", file}).exit, 2);
    EXPECT_EQ(run_small({"scenarios", "nope"}).exit, 64);
}

} // namespace
} // namespace landsea::apps
