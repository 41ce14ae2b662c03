#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// What the fixture answers, written to a file.
std::string written(const ScratchFolder& scratch, const std::string& name,
                    const std::vector<std::string>& words) {
    const auto file = scratch.path() / name;
    write_bytes(file, run_small(words).out);
    return file;
}

TEST(DiffVerb, OfAnAnswerWithItselfIsNone) {
    const ScratchFolder scratch;
    const auto a = written(scratch, "a.csv", {"reach", "City", "--csv"});
    const auto b = written(scratch, "b.json", {"reach", "City", "--json"});
    for (const std::string& file : {a, b}) {
        const Outcome run = run_landsea({"diff", file, file});
        EXPECT_EQ(run.exit, 0) << run.out;
        EXPECT_THAT(run.out, testing::EndsWith("The same.\n"));
    }
}

TEST(DiffVerb, SaysWhatADayMoreAtThePortMakes) {
    // The box by rail stands a day longer at the port on its way to Far and Out: 5.75 to 6.75 days,
    // which is less than by river, 8.25. The way to the port itself has no such dwell.
    const ScratchFolder scratch;
    const auto a = written(scratch, "a.csv", {"reach", "City", "--csv"});
    const auto b = written(scratch, "b.csv", {"reach", "City", "--csv", "--add-dwell", "AAPRT=1d"});
    const Outcome run = run_landsea({"diff", a, b, "--json", "--key", "id"});
    EXPECT_EQ(run.exit, 1);
    const json answer = json::parse(run.out);
    EXPECT_EQ(answer.at("same"), false);
    EXPECT_EQ(answer.at("rows_a"), 3);
    bool seen = false;
    for (const json& value : answer.at("largest")) {
        if (value.at("key") == "BBFAR" && value.at("column") == "mean_days") {
            EXPECT_EQ(value.at("change"), 1.0);
            seen = true;
        }
    }
    EXPECT_TRUE(seen) << run.out;
    EXPECT_EQ(run_landsea({"diff", a, b, "--key", "id", "--tol", "days=1"}).exit, 0);
}

TEST(DiffVerb, RefusesWhatItCannotObey) {
    const ScratchFolder scratch;
    const auto a = written(scratch, "a.csv", {"reach", "City", "--csv"});
    const auto message = [&](const std::vector<std::string>& options) {
        std::vector<std::string> words{"diff", a, a};
        words.insert(words.end(), options.begin(), options.end());
        const Outcome run = run_landsea(words);
        EXPECT_EQ(run.exit, 64);
        EXPECT_EQ(run.out, "");
        return run.err;
    };
    EXPECT_THAT(message({"--tol", "dyas=1"}), HasSubstr("did you mean days"));
    EXPECT_THAT(message({"--tol", "days"}), HasSubstr("expected UNIT=AMOUNT"));
    EXPECT_THAT(message({"--tol", "days=-1"}), HasSubstr("expected UNIT=AMOUNT"));
    EXPECT_THAT(message({"--key", "form"}), HasSubstr("did you mean from"));
    EXPECT_THAT(message({"--key", "from,,id"}), HasSubstr("--key: expected"));
    EXPECT_EQ(run_landsea({"diff", a, scratch.path()}).exit, 64);
    EXPECT_EQ(run_landsea({"diff", a, "/nowhere/b.csv"}).exit, 3);
    write_bytes(scratch.path() / "bad.csv", "a,b\n1\n");
    const std::string bad = scratch.path() / "bad.csv";
    EXPECT_EQ(run_landsea({"diff", bad, bad}).exit, 2);
}

} // namespace
} // namespace landsea::apps
