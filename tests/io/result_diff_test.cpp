#include "io/detail/result_columns.hpp"
#include "io/input_error.hpp"
#include "io/result_diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Two files in a folder of their own.
class ResultDiffs : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("landsea_diff_" +
                   std::string{testing::UnitTest::GetInstance()->current_test_info()->name()});
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }

    void TearDown() override { fs::remove_all(folder_); }

    fs::path file(const std::string& name, const std::string& text) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream{folder_ / name, std::ios::binary} << text;
        return folder_ / name;
    }

    ResultDiff csv(const std::string& a, const std::string& b,
                   const DiffOptions& options = {}) const {
        return diff_results(file("a.csv", a), file("b.csv", b), options);
    }

    ResultDiff json(const std::string& a, const std::string& b,
                    const DiffOptions& options = {}) const {
        return diff_results(file("a.json", a), file("b.json", b), options);
    }

    fs::path folder_;
};

const std::string header = "from,to,status,time_days,money_usd_per_teu,transfers,route\n";

TEST(UnitOf, IsWhatANameEndsIn) {
    using detail::unit_of;
    EXPECT_EQ(unit_of("time_p5_days"), "days");
    EXPECT_EQ(unit_of("money_usd_per_teu"), "usd_per_teu");
    EXPECT_EQ(unit_of("saves_mean_kg_co2e_per_teu"), "kg_co2e_per_teu");
    EXPECT_EQ(unit_of("departures_low_per_week"), "per_week");
    EXPECT_EQ(unit_of("length_km"), "km");
    EXPECT_EQ(unit_of("share_of_time"), "share");
    EXPECT_EQ(unit_of("probability_over_10_days"), "probability");
    EXPECT_EQ(unit_of("detour_ratio"), "ratio");
    EXPECT_EQ(unit_of("transfers"), "");
    EXPECT_EQ(unit_of("month"), "");
    EXPECT_EQ(unit_of("name_en"), "");
    EXPECT_EQ(unit_of(""), "");
}

TEST_F(ResultDiffs, AreNoneBetweenEqualNumbersWrittenOtherwise) {
    const auto diff = csv(header + "A,B,ok,1.50,100,2,x\r\n", header + "A,B,ok,1.5,1e2,2,x\n");
    EXPECT_TRUE(diff.is_same());
    EXPECT_EQ(diff.rows_same, 1U);
}

TEST_F(ResultDiffs, MatchRowsByWhatStandsBeforeTheFirstUnitButTheStatus) {
    const auto diff = csv(header + "A,B,ok,1,100,2,x\nA,C,ok,5,100,2,x\n",
                          header + "A,C,no route,5,100,2,y\nA,D,ok,1,100,2,x\n");
    EXPECT_FALSE(diff.is_same());
    EXPECT_EQ(diff.rows_changed, 1U);
    EXPECT_THAT(diff.only_a, ElementsAre("A, B"));
    EXPECT_THAT(diff.only_b, ElementsAre("A, D"));
    ASSERT_THAT(diff.largest, SizeIs(2));
    EXPECT_EQ(diff.largest[0].key, "A, C");
    EXPECT_EQ(diff.largest[0].column, "status");
    EXPECT_EQ(diff.largest[1].column, "route");
}

TEST_F(ResultDiffs, KeepWithinTheToleranceOfAUnitAndTheLongestNameWins) {
    const std::string a = header + "A,B,ok,10.25,100,2,x\n";
    const std::string b = header + "A,B,ok,10.26,100.4,2,x\n";
    EXPECT_EQ(csv(a, b).columns.size(), 2U);
    // 10.26 - 10.25 is a little more than 0.01 in binary.
    EXPECT_TRUE(csv(a, b, {.tolerances = {{"days", 0.01}, {"usd", 0.5}}}).is_same());
    EXPECT_FALSE(csv(a, b, {.tolerances = {{"days", 0.0099}, {"usd", 0.5}}}).is_same());
    EXPECT_FALSE(
        csv(a, b, {.tolerances = {{"days", 1}, {"usd", 9}, {"usd_per_teu", 0.3}}}).is_same());
    EXPECT_TRUE(csv(a, b, {.tolerances = {{"time_days", 1}, {"money_usd_per_teu", 1}}}).is_same());
}

TEST_F(ResultDiffs, SayTheLargestFirst) {
    const auto diff =
        csv(header + "A,B,ok,10,100,2,x\nA,C,ok,10,100,2,x\nA,D,ok,10,100,2,x\n",
            header + "A,B,ok,11,100,2,x\nA,C,ok,20,100,2,x\nA,D,ok,10,125,2,x\n", {.most = 2});
    // 1 of 11, 10 of 20, 25 of 125
    ASSERT_THAT(diff.largest, SizeIs(2));
    EXPECT_EQ(diff.largest[0].key, "A, C");
    EXPECT_EQ(diff.largest[0].change, 10.0);
    EXPECT_EQ(diff.largest[0].size, 0.5);
    EXPECT_EQ(diff.largest[1].key, "A, D");
    ASSERT_THAT(diff.columns, SizeIs(2));
    EXPECT_EQ(diff.columns[0].column, "time_days");
    EXPECT_EQ(diff.columns[0].rows, 2U);
    EXPECT_EQ(diff.columns[0].largest_change, 10.0);
    EXPECT_EQ(diff.rows_changed, 3U);
}

TEST_F(ResultDiffs, ComparePlainNumbersAndTextsExactly) {
    EXPECT_FALSE(csv(header + "A,B,ok,1,1,2,x\n", header + "A,B,ok,1,1,2.0,x\n").is_same());
    EXPECT_FALSE(csv(header + "A,B,ok,,1,2,x\n", header + "A,B,ok,0,1,2,x\n").is_same());
}

TEST_F(ResultDiffs, DoNotCountWhichProgramAndDataMadeThemButSayIt) {
    const std::string titles = "data_hash,program,from,time_days\n";
    const auto diff = csv(titles + "01,landsea 1,A,3\n01,landsea 1,B,3\n",
                          titles + "02,landsea 1,A,3\n02,landsea 1,B,3\n");
    EXPECT_TRUE(diff.is_same());
    EXPECT_THAT(diff.identity, ElementsAre("data_hash: 01 and 02"));
}

TEST_F(ResultDiffs, SayColumnsThatOnlyOneHasAndTakeThemInAnyOrder) {
    const auto diff =
        csv("from,to,time_days,wind_km\nA,B,1,2\n", "to,from,time_days,rain_mm\nB,A,1,2\n");
    EXPECT_THAT(diff.structure, ElementsAre("column wind_km only in the first",
                                            "column rain_mm only in the second"));
    EXPECT_EQ(diff.rows_same, 1U);
}

TEST_F(ResultDiffs, TakeTheKeyTheyAreGiven) {
    const std::string a = header + "A,B,ok,1,1,2,x\n";
    const std::string b = header + "A,Z,ok,1,1,2,x\n";
    const auto diff = csv(a, b, {.key = {"from"}});
    EXPECT_EQ(diff.rows_changed, 1U);
    EXPECT_EQ(diff.largest.front().column, "to");
    try {
        csv(a, b, {.key = {"form"}});
        FAIL();
    } catch (const UnknownDiffName& error) {
        EXPECT_EQ(error.name(), "form");
        EXPECT_THAT(error.known(), testing::Contains("from"));
    }
    EXPECT_THROW(csv(a, b, {.tolerances = {{"weeks", 1}}}), UnknownDiffName);
}

TEST_F(ResultDiffs, DoNotDependOnTheOrderOfTheRows) {
    // 500 rows of 50 keys, so that keys repeat; every 7th differs. Rows of one key keep their
    // order, as sorting by key and moving whole keys does.
    std::vector<std::string> keys(50);
    std::vector<std::string> a(50);
    std::vector<std::string> b(50);
    for (int i = 0; i < 500; ++i) {
        const auto key = static_cast<std::size_t>(i % 50);
        const std::string start = "k" + std::to_string(key) + ",x,ok,";
        a[key] += start + std::to_string(i) + ",1,2,r\n";
        b[key] += start + std::to_string(i + (i % 7 == 0 ? 1 : 0)) + ",1,2,r\n";
    }
    const auto all = [](const std::vector<std::string>& blocks) {
        std::string text = header;
        for (const std::string& block : blocks) {
            text += block;
        }
        return text;
    };
    std::mt19937 random{1}; // NOLINT(cert-msc51-cpp): the same each time
    for (int turn = 0; turn < 5; ++turn) {
        const auto diff = csv(all(a), all(b));
        EXPECT_EQ(diff.rows_changed, 72U); // 0, 7, ..., 497
        EXPECT_EQ(diff.rows_same, 428U);
        EXPECT_EQ(diff.rows_only_a + diff.rows_only_b, 0U);
        std::ranges::shuffle(a, random);
        std::ranges::shuffle(b, random);
    }
}

TEST_F(ResultDiffs, ReadQuotedFieldsAndComplainWithTheLine) {
    EXPECT_TRUE(csv("from,time_days\n\"a, \"\"b\"\"\nc\",1\n",
                    "from,time_days\r\n\"a, \"\"b\"\"\nc\",1.0\r\n")
                    .is_same());
    const auto message = [&](const std::string& text) -> std::string {
        try {
            csv("from,time_days\n", text);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_THAT(message("from,time_days\nA,1\nB\n"),
                HasSubstr("b.csv: line 3: expected 2 fields, found 1"));
    EXPECT_THAT(message("from,time_days\n\"A,1\n"), HasSubstr("line 2: expected a closing quote"));
    EXPECT_THAT(message("from,from\n"), HasSubstr("each column once"));
    EXPECT_THAT(message(""), HasSubstr("a header line, found an empty file"));
}

TEST_F(ResultDiffs, OfJsonNameWhereTheyStandAndMatchItemsById) {
    const std::string a =
        R"({"data_hash": "1", "time_days": {"p5": 1, "p50": 2}, "places": [{"id": "A", "km": 1}, {"id": "B", "km": 2}]})";
    const std::string b =
        R"({"data_hash": "2", "time_days": {"p5": 1.001, "p50": 2}, "places": [{"id": "B", "km": 2}, {"id": "A", "km": 3}]})";
    const auto diff = json(a, b);
    ASSERT_THAT(diff.largest, SizeIs(2));
    EXPECT_EQ(diff.largest[0].key, "places[A].km");
    EXPECT_EQ(diff.largest[0].change, 2.0);
    EXPECT_EQ(diff.largest[1].key, "time_days.p5");
    EXPECT_THAT(diff.identity, ElementsAre("data_hash: 1 and 2"));
    EXPECT_TRUE(json(a, b, {.tolerances = {{"days", 0.01}, {"km", 2}}}).is_same());
    EXPECT_THAT(json("{\"a\": 1}", "{\"b\": 1}").only_a, ElementsAre("a"));
    EXPECT_THROW(json("{", "{}"), InputError);
}

TEST_F(ResultDiffs, OfJsonLinesCountMissingValues) {
    const auto diff = diff_results(
        file("a.ndjson",
             "{\"from\": \"A\", \"time_days\": 1}\n{\"from\": \"B\", \"time_days\": 1}\n"),
        file("b.ndjson", "{\"from\": \"B\", \"time_days\": 1}\n{\"from\": \"A\"}\n"), {});
    EXPECT_EQ(diff.rows_same, 1U);
    ASSERT_THAT(diff.largest, SizeIs(1));
    EXPECT_EQ(diff.largest[0].key, "A");
    EXPECT_EQ(diff.largest[0].b, "(absent)");
    try {
        diff_results(folder_ / "a.ndjson", file("c.ndjson", "{\"from\": \"A\"}\n{\n"), {});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_THAT(error.what(), HasSubstr("c.ndjson: line 2: "));
    }
}

TEST_F(ResultDiffs, OfFoldersCompareFileByFile) {
    file("one/x.csv", "from,time_days\nA,1\n");
    file("one/in/y.json", "{\"km\": 1}");
    file("one/z.svg", "<svg/>");
    file("one/run.json", "{\"now\": 1}");
    file("two/x.csv", "from,time_days\nA,2\n");
    file("two/in/y.json", "{\"km\": 1}");
    file("two/z.svg", "<svg />");
    file("two/run.json", "{\"now\": 2}");
    file("two/new.csv", "from,time_days\n");
    const auto diff = diff_results(folder_ / "one", folder_ / "two", {});
    EXPECT_THAT(diff.structure, ElementsAre("file new.csv only in the second"));
    EXPECT_THAT(diff.not_compared, ElementsAre("run.json", "z.svg"));
    ASSERT_THAT(diff.largest, SizeIs(1));
    EXPECT_EQ(diff.largest[0].file, "x.csv");
}

TEST_F(ResultDiffs, AreForTwoOfAKindThatCanBeRead) {
    const auto a = file("a.csv", "x\n");
    EXPECT_THROW(diff_results(a, file("b.json", "{}"), {}), std::invalid_argument);
    EXPECT_THROW(diff_results(a, folder_, {}), std::invalid_argument);
    EXPECT_THROW(diff_results(file("a.svg", ""), file("b.svg", ""), {}), std::invalid_argument);
    EXPECT_THROW(diff_results(a, folder_ / "none.csv", {}), FileError);
}

} // namespace
} // namespace landsea::io
