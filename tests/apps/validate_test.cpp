#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::string network() {
    return small_data() / "network";
}

/// The fixture's network with something replaced in its lines, checked.
json connectivity_with(const std::string& old, const std::string& fresh) {
    const ScratchFolder scratch;
    const auto lines = scratch.data_with_base_map() / "network/2_lines.json";
    write_bytes(lines, with(bytes_of(lines), old, fresh));
    const Outcome run = run_landsea({"validate", lines.parent_path(), "--json"});
    EXPECT_EQ(run.exit, 0) << run.out;
    return json::parse(run.out).at("connectivity");
}

TEST(Validate, SaysWhatAFolderHolds) {
    const Outcome run = run_landsea({"validate", network()});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, testing::ContainsRegex("1_things.json +network\n"));
    EXPECT_THAT(run.out, testing::ContainsRegex("\nplaces +8\n"));
    EXPECT_THAT(run.out, testing::ContainsRegex("\nlinks, one way +14\n")); // seven, both ways
    EXPECT_THAT(run.out, HasSubstr("Strongly connected: all 5 places"));
    EXPECT_THAT(run.out, HasSubstr("no open service touches (2): DDISL, EEFUT\n"));
    EXPECT_THAT(run.out, testing::EndsWith("No problems.\n"));
}

TEST(Validate, TellsKindsByTheirKeysAndReadsThemTogether) {
    const std::string data = small_data();
    const Outcome run = run_landsea(
        {"validate", data + "/claims", data + "/comparisons", data, network(), "--json"});
    EXPECT_EQ(run.exit, 0) << run.out;
    const json result = json::parse(run.out);
    std::vector<std::string> kinds;
    for (const json& file : result.at("files")) {
        kinds.push_back(file.at("kind"));
    }
    EXPECT_THAT(kinds, ElementsAre("claims", "comparison", "currencies", "network", "network"));
    EXPECT_EQ(result.at("counts").at("claims"), 4);
    EXPECT_EQ(result.at("counts").at("comparisons"), 1);
    EXPECT_EQ(result.at("problem_count"), 0);
}

TEST(Validate, ReadsComparisonsAgainstTheNetworkOfTheData) {
    const std::string file = small_data() / "comparisons/rail-vs-river.json";
    EXPECT_EQ(run_small({"validate", file}).exit, 0);
    const Outcome other = run_landsea({"validate", file}); // no AACTY in the shipped network
    EXPECT_EQ(other.exit, 2);
    EXPECT_THAT(other.err, HasSubstr("rail-vs-river.json: /from: expected the id of a place"));
}

TEST(Validate, ReadsStandardInput) {
    const Setting setting{.input = bytes_of(small_data() / "network/1_things.json")};
    const Outcome run = run_landsea({"validate", "-"}, setting);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, testing::ContainsRegex("\n- +network\n"));
    const Outcome broken = run_landsea({"validate", "-"}, {.input = "{\"schema_version\": 1"});
    EXPECT_EQ(broken.exit, 2);
    EXPECT_EQ(broken.out, "");
    EXPECT_THAT(broken.err, testing::StartsWith("-: line 1, column 21: expected "));
}

TEST(Validate, GathersProblemsOfAllFiles) {
    const ScratchFolder scratch;
    write_bytes(scratch.path() / "a.json", R"({"schema_version": 1, "plcaes": []})");
    write_bytes(scratch.path() / "b.json", R"({"schema_version": 2})");
    write_bytes(scratch.path() / "c.json", R"({"schema_version": 1, "currencies": [3]})");
    const Outcome run = run_landsea({"validate", scratch.path()});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("a.json: /plcaes: expected a known key (nearest: places), found "
                                   "the key \"plcaes\"\n"));
    EXPECT_THAT(run.err, HasSubstr("b.json: /schema_version: expected 1, found 2\n"));
    EXPECT_THAT(run.err, HasSubstr("c.json: /currencies/0: expected an object, found 3\n"));
    EXPECT_THAT(run.err, testing::EndsWith("landsea: 3 problems\n"));
    const auto rows = rows_of(run_landsea({"validate", scratch.path(), "--csv"}).out);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(field(rows, 1, "pointer"), "/plcaes");
    EXPECT_EQ(
        json::parse(run_landsea({"validate", scratch.path(), "--json"}).out).at("problems").size(),
        3U);
}

TEST(Validate, SaysHowFilesThatBuildOnOthersAreChecked) {
    const Outcome run = run_landsea({"validate", small_data() / "network/2_lines.json"});
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr("checked together, such as: landsea validate data/network"));
}

TEST(Validate, NamesEveryFileThatCannotBeRead) {
    const Outcome run = run_landsea({"validate", "/nowhere/a.json", network(), "/nowhere/b.json"});
    EXPECT_EQ(run.exit, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("/nowhere/a.json: cannot be read"));
    EXPECT_THAT(run.err, HasSubstr("/nowhere/b.json: cannot be read"));
    const ScratchFolder empty;
    EXPECT_EQ(run_landsea({"validate", empty.path()}).exit, 3);
}

TEST(Validate, FindsTheShippedFilesInOrder) {
    const std::string root = LANDSEA_SOURCE_DIR;
    const Outcome run = run_landsea({"validate", root + "/data", root + "/data/network",
                                     root + "/data/claims", root + "/scenarios/comparisons"});
    EXPECT_EQ(run.exit, 0) << run.err;
}

TEST(Connectivity, IsLostWhereAServiceGoesOneWayOnly) {
    // Without the barge's way back nothing leads to the quay any more.
    const json found = connectivity_with(
        R"("route": ["AACTY-QUAY", "AAPRT"], "corridors": ["by_river"], "return": "same")",
        R"("route": ["AACTY-QUAY", "AAPRT"], "corridors": ["by_river"], "return": "none")");
    EXPECT_EQ(found.at("strong"), false);
    EXPECT_EQ(found.at("unreachable"), (json{"AACTY-QUAY"}));
    EXPECT_EQ(found.at("no_way_out"), json::array());
    EXPECT_EQ(found.at("core_places"), 4);
}

TEST(Connectivity, IsLostWhereNoOperationLetsABoxChange) {
    // Trains no longer hand over to ships nor to barges, and nothing is unloaded at the port: what
    // leaves the rail yard can only come back. Ships still hand over to trains.
    const ScratchFolder scratch;
    const auto lines = scratch.data_with_base_map() / "network/2_lines.json";
    std::string text = bytes_of(lines);
    for (const char* id : {"port-rail-sea", "port-rail-river"}) {
        text = with(text,
                    std::string{R"("id": ")"} + id +
                        R"(", "place": "AAPRT", "kind": "transfer", "from": ["mode:rail"])",
                    std::string{R"("id": ")"} + id +
                        R"(", "place": "AAPRT", "kind": "transfer", "from": ["service:shut"])");
    }
    text = with(text, R"("id": "port-unload", "place": "AAPRT", "kind": "unload", "from": ["any"])",
                R"("id": "port-unload", "place": "AAPRT", "kind": "unload", "from": ["mode:sea"])");
    write_bytes(lines, text);
    const Outcome run = run_landsea({"validate", lines.parent_path(), "--json"});
    ASSERT_EQ(run.exit, 0) << run.out;
    const json found = json::parse(run.out).at("connectivity");
    EXPECT_EQ(found.at("no_way_out"), (json{"AACTY-RAIL"}));
    EXPECT_EQ(found.at("unreachable"), json::array());
}

TEST(Connectivity, CountsAPlannedServiceOnceItIsOpen) {
    const json found = connectivity_with(R"("standing": {"planned": "2030-06"}, )", "");
    EXPECT_EQ(found.at("strong"), true);
    EXPECT_EQ(found.at("core_places"), 6);
    EXPECT_EQ(found.at("unserved"), (json{"EEFUT"}));
}

TEST(Connectivity, OfTwoIslandsCountsTheLarger) {
    // Without any land service the two terminals of the city are not served at all; the port, Far
    // and Out still reach one another.
    const ScratchFolder scratch;
    const auto lines = scratch.data_with_base_map() / "network/2_lines.json";
    std::string text = bytes_of(lines);
    text = with(text, R"("corridors": ["by_river"], "return")",
                R"("corridors": ["by_river"], "standing": {"suspended": "ice"}, "return")");
    text = with(text, R"("corridors": ["by_rail"], "return")",
                R"("corridors": ["by_rail"], "standing": {"suspended": "snow"}, "return")");
    write_bytes(lines, text);
    const json found = json::parse(run_landsea({"validate", lines.parent_path(), "--json"}).out)
                           .at("connectivity");
    EXPECT_EQ(found.at("core_places"), 3);
    EXPECT_EQ(found.at("unserved").size(), 4U);
}

TEST(Connectivity, HoldsForTheShippedNetwork) {
    const Outcome run =
        run_landsea({"validate", std::string{LANDSEA_SOURCE_DIR} + "/data/network", "--json"});
    EXPECT_EQ(json::parse(run.out).at("connectivity").at("strong"), true) << run.out;
}

} // namespace
} // namespace landsea::apps
