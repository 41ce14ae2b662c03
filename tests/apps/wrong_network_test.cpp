#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::apps {
namespace {

using testing::HasSubstr;

const std::string lines_file = "network/2_lines.json";
const std::string things_file = "network/1_things.json";

/// Wrong in one place: which file, what is replaced, and what is said about it.
struct Wrong {
    std::string name;
    std::string file;
    std::string old;
    std::string fresh;
    std::string said; ///< after the file's name and ": "
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.name;
}

class WrongNetwork : public testing::TestWithParam<Wrong> {};

TEST_P(WrongNetwork, EndsWith2AndOneMessageAndWritesNothing) {
    const Wrong& wrong = GetParam();
    const ScratchFolder scratch;
    const ScratchFolder out;
    const auto data = scratch.data_with_base_map();
    const auto file = data / wrong.file;
    write_bytes(file, with(bytes_of(file), wrong.old, wrong.fresh));
    const std::string message = file.string() + ": " + wrong.said + "\n";
    const Outcome compared =
        run_landsea({"compare", "rail-vs-river", "--data", data, "--out", out.path() / "new"});
    EXPECT_EQ(compared.exit, 2);
    EXPECT_EQ(compared.out, "");
    EXPECT_EQ(compared.err, message);
    EXPECT_TRUE(std::filesystem::is_empty(out.path()));
    const Outcome validated = run_landsea({"validate", data / "network", "--quiet"});
    EXPECT_EQ(validated.exit, 2);
    EXPECT_EQ(validated.out, "");
    EXPECT_EQ(validated.err, message);
}

INSTANTIATE_TEST_SUITE_P(
    Cli, WrongNetwork,
    testing::Values(
        Wrong{"NegativeTime", lines_file, R"("time_h": {"low": 96,)", R"("time_h": {"low": -96,)",
              "/links/1/time_h/low: expected a number of at least 0, found -96"},
        Wrong{"LowAboveHigh", lines_file, R"("time_h": {"low": 96,)", R"("time_h": {"low": 97,)",
              "/links/1/time_h: expected low <= typical <= high, found low 97, typical 96, high "
              "96"},
        Wrong{"DanglingEnd", lines_file, R"("from": "AACTY-QUAY", "to": "AAPRT")",
              R"("from": "AACTY-QAUY", "to": "AAPRT")",
              "/links/1/from: expected the id of a known place (nearest: AACTY-QUAY, AACTY-RAIL), "
              "found \"AACTY-QAUY\""},
        Wrong{"Latitude95", things_file, R"("lat": 22)", R"("lat": 95)",
              "/places/3/lat: expected a number from -90 to 90, found 95"},
        Wrong{"UnknownKey", things_file, R"("aliases")", R"("alaises")",
              "/places/0/alaises: expected a known key (nearest: aliases), found the key "
              "\"alaises\""},
        Wrong{"UnknownMode", things_file, R"("mode": "rail")", R"("mode": "train")",
              "/means/0/mode: expected one of road, rail, sea, inland_waterway, air, found "
              "\"train\""}),
    [](const auto& row) { return row.param.name; });

/// What `validate` says about one file with these bytes.
Outcome validated(const std::string& bytes) {
    const ScratchFolder scratch;
    write_bytes(scratch.path() / "wrong.json", bytes);
    Outcome run = run_landsea({"validate", scratch.path() / "wrong.json", "--quiet"});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << run.err;
    return run;
}

TEST(WrongText, IsToldWithLineAndColumn) {
    EXPECT_THAT(validated("").err,
                HasSubstr("wrong.json: top level: expected a JSON object, found an empty file"));
    EXPECT_THAT(validated("{\n  \"schema_version\": 1,\n  \"places\": [").err,
                HasSubstr("line 3, column "));
    EXPECT_THAT(validated(R"({"schema_version": NaN})").err, HasSubstr("line 1, column 20"));
    EXPECT_THAT(validated(R"({"schema_version": 1e999})").err, HasSubstr("1e999"));
    EXPECT_THAT(validated("{\"title\": \"\xff\xfe\"}").err, HasSubstr("UTF-8"));
    EXPECT_THAT(validated(std::string(100'000, '[')).err, HasSubstr("64"));
    EXPECT_THAT(validated("[]").err, HasSubstr("top level: expected an object"));
    EXPECT_THAT(validated("{\"schema_version\": 1} {}").err, HasSubstr("line 1, column 23"));
}

TEST(WrongId, TakenTwiceNamesBothPlaces) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    write_bytes(data / lines_file, with(bytes_of(data / lines_file), R"({"id": "barge", "names")",
                                        R"({"id": "train", "names")"));
    const Outcome run = run_landsea({"places", "--data", data});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("2_lines.json: /services/1/id: expected"));
    EXPECT_THAT(run.err, HasSubstr("/services/0"));
}

TEST(WrongNetwork, TellsAllProblemsAtOnce) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    write_bytes(data / things_file,
                with(bytes_of(data / things_file), R"("lat": 22)", R"("lat": 95)"));
    std::string lines = bytes_of(data / lines_file);
    lines = with(lines, R"("time_h": {"low": 96,)", R"("time_h": {"low": -96,)");
    lines = with(lines, R"("means": "train", "route")", R"("means": "trian", "route")");
    write_bytes(data / lines_file, lines);
    const Outcome run = run_landsea({"validate", data / "network"});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr("/places/3/lat: "));
    EXPECT_THAT(run.err, HasSubstr("/links/1/time_h/low: "));
    EXPECT_THAT(run.err, HasSubstr("(nearest: train), found \"trian\""));
    EXPECT_THAT(run.err, testing::EndsWith("landsea: 3 problems\n"));
}

TEST(NetworkOption, TakesAFolderAndFiles) {
    const std::string data = small_data();
    const std::string whole = run_small({"compare", "rail-vs-river", "--csv"}).out;
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--csv", "--network", data + "/network"}).out,
              whole);
    EXPECT_EQ(run_small({"compare", "rail-vs-river", "--csv", "--network", data + "/" + lines_file,
                         "--network", data + "/" + things_file})
                  .out,
              whole);
}

TEST(NetworkOption, RefusesWhatIsNoNetwork) {
    const ScratchFolder scratch;
    const Outcome empty = run_small({"places", "--network", scratch.path()});
    EXPECT_EQ(empty.exit, 3);
    EXPECT_THAT(empty.err, HasSubstr("holds no network files"));
    const Outcome missing = run_small({"places", "--network", scratch.path() / "none.json"});
    EXPECT_EQ(missing.exit, 3);
    EXPECT_THAT(missing.err, HasSubstr("none.json: cannot be read"));
    std::filesystem::create_directories(scratch.path() / "folder.json");
    const Outcome folder = run_small({"places", "--network", scratch.path()});
    EXPECT_EQ(folder.exit, 2);
    EXPECT_THAT(folder.err,
                HasSubstr("folder.json: top level: expected a file, found a directory"));
}

TEST(WrongComparison, EndsWith2AndThePointer) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    const auto file = data / "comparisons/rail-vs-river.json";
    write_bytes(file, with(bytes_of(file), R"("to": "BBFAR")", R"("to": "BBFRA")"));
    const Outcome run = run_landsea({"compare", "rail-vs-river", "--data", data});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("rail-vs-river.json: /to: expected the id of a place"));
    EXPECT_THAT(run.err, HasSubstr("BBFAR"));
}

TEST(WrongClaim, EndsWith2AndThePointer) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    const auto file = data / "claims/claims.json";
    write_bytes(file, with(bytes_of(file), R"("kind": "time")", R"("kind": "tiem")"));
    const Outcome run = run_landsea({"claims", "--data", data});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr("claims.json: /claims/1/check/kind: expected one of"));
}

} // namespace
} // namespace landsea::apps
