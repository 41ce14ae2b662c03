#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> ids_in(const Outcome& run) {
    const auto rows = rows_of(run.out);
    std::vector<std::string> ids;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ids.push_back(field(rows, i, rows[0][0]));
    }
    return ids;
}

TEST(Places, AreListedInTheOrderOfTheirIds) {
    const Outcome run = run_small({"places", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(ids_in(run), ElementsAre("AACTY", "AACTY-QUAY", "AACTY-RAIL", "AAPRT", "BBFAR",
                                         "CCOUT", "DDISL", "EEFUT"));
}

TEST(Places, AsCsvByteForByte) {
    EXPECT_EQ(
        run_small({"places", "City", "--csv"}).out,
        "id,unlocode,name_en,name_zh,name_ru,name_local,country,lat_deg,lon_deg,kinds,part_of,"
        "aliases,position_grade\r\n"
        "AACTY,AACTY,City,城,Город,,AA,30.00000,106.00000,city,,Old Town,assumed\r\n"
        "AACTY-QUAY,,\"City \"\"Old, quay\"\"\",城港,,,AA,29.90000,106.20000,river_port,AACTY,"
        ",assumed\r\n"
        "AACTY-RAIL,,City rail yard,城站,,,AA,30.10000,106.10000,rail_terminal,AACTY,,"
        "assumed\r\n");
}

TEST(Places, AreFoundByAnyPartOfAnyName) {
    for (const char* word : {"prt", "港", "PORT"}) {
        EXPECT_THAT(ids_in(run_small({"places", word, "--csv"})), testing::Contains("AAPRT"))
            << word;
    }
    EXPECT_THAT(ids_in(run_small({"places", "old town", "--csv"})), ElementsAre("AACTY"));
    EXPECT_THAT(ids_in(run_small({"places", "Город", "--csv"})), ElementsAre("AACTY"));
}

TEST(Places, AreFilteredByKindAndCountry) {
    EXPECT_THAT(ids_in(run_small({"places", "--kind", "seaport", "--country", "aa", "--csv"})),
                ElementsAre("AAPRT"));
    const Outcome none = run_small({"places", "--kind", "border", "--csv"});
    EXPECT_EQ(none.exit, 1);
    EXPECT_THAT(none.err, HasSubstr("no place is of that kind"));
}

TEST(Places, ThatNobodyKnowsBringTheNearestNames) {
    const Outcome run = run_small({"places", "Prot"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("no place is called \"Prot\"; did you mean Port"));
    EXPECT_EQ(run_small({"places", "Prot", "--quiet"}).err, "");
}

TEST(Places, AsJsonAndGeoJsonHoldTheSame) {
    const json list = json::parse(run_small({"places", "--json"}).out);
    const json features = json::parse(run_small({"places", "--geojson"}).out);
    EXPECT_EQ(features.at("type"), "FeatureCollection");
    EXPECT_EQ(list.at("data_hash"), features.at("data_hash"));
    ASSERT_EQ(list.at("places").size(), 8U);
    for (std::size_t i = 0; i < 8; ++i) {
        const json& place = list.at("places").at(i);
        const json& feature = features.at("features").at(i);
        EXPECT_EQ(feature.at("id"), place.at("id"));
        EXPECT_EQ(
            feature.at("geometry"),
            (json{{"type", "Point"}, {"coordinates", {place.at("lon_deg"), place.at("lat_deg")}}}));
        EXPECT_EQ(feature.at("properties").at("kinds"), place.at("kinds"));
    }
}

TEST(Corridors, AreListedWithTheirServices) {
    const Outcome run = run_small({"corridors"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, HasSubstr("by_rail   By rail             2          on call       2,000  "
                                   "open\n"));
    EXPECT_THAT(run.out, HasSubstr("to_isle   To the isle         2    2.0 + on call         900  "
                                   "1 planned, 2030-06; 1 suspended\n"));
}

TEST(Corridors, ShowStopsAndReasons) {
    const Outcome run = run_small({"corridors", "to_isle"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, testing::StartsWith("To the isle (to_isle)\nNot yet.\n"));
    EXPECT_THAT(run.out, HasSubstr("isle: Far → Isle\n"));
    EXPECT_THAT(run.out, HasSubstr("shut: Far → Shut\n  suspended: the quay is being rebuilt\n"));
    EXPECT_THAT(run_small({"corridors", "去岛", "--lang", "zh"}).out, HasSubstr("isle: 远 → 岛\n"));
}

TEST(Corridors, AsCsvHaveARowForEachServiceAndDirection) {
    const auto rows = rows_of(run_small({"corridors", "--csv"}).out);
    ASSERT_EQ(rows.size(), 1U + 4U + 4U + 4U);
    EXPECT_EQ(field(rows, 1, "service"), "train");
    EXPECT_EQ(field(rows, 1, "stops"), "AACTY-RAIL|AAPRT");
    EXPECT_EQ(field(rows, 1, "length_km"), "600.0000");
    EXPECT_EQ(field(rows, 1, "departures_typical_per_week"), "");
    EXPECT_EQ(field(rows, 2, "service"), "train~return");
    EXPECT_EQ(field(rows, 9, "standing"), "planned");
    EXPECT_EQ(field(rows, 9, "opens"), "2030-06");
    EXPECT_EQ(field(rows, 9, "departures_high_per_week"), "3.0000");
    EXPECT_EQ(field(rows, 11, "why"), "the quay is being rebuilt");
}

TEST(Corridors, AsJsonNestServicesInCorridors) {
    const json result = json::parse(run_small({"corridors", "by_river", "--json"}).out);
    ASSERT_EQ(result.at("corridors").size(), 1U);
    const json& service = result.at("corridors").at(0).at("services").at(0);
    EXPECT_EQ(service.at("id"), "barge");
    EXPECT_EQ(service.at("mode"), "inland_waterway");
    EXPECT_EQ(service.at("stops"), (json{"AACTY-QUAY", "AAPRT"}));
    EXPECT_TRUE(service.at("departures_per_week").is_null());
}

TEST(Corridors, OfTheShippedNetworkAllHaveAStory) {
    const json result = json::parse(run_landsea({"corridors", "--json"}).out);
    EXPECT_GT(result.at("corridors").size(), 10U);
    for (const json& corridor : result.at("corridors")) {
        EXPECT_GT(corridor.at("story").at("en").get<std::string>().size(), 20U)
            << corridor.at("id");
    }
}

TEST(Doctor, FindsTheShippedDataInOrder) {
    const Outcome run = run_landsea({"doctor", "--json"});
    std::map<std::string, std::string> health;
    const json report = json::parse(run.out);
    for (const json& check : report.at("checks")) {
        health[check.at("check")] = check.at("health");
    }
    for (const char* what : {"program", "data folder", "network", "base map", "projections",
                             "Latin font", "Chinese font", "threads", "packages"}) {
        EXPECT_EQ(health[what], "ok") << what;
    }
    EXPECT_EQ(health["display"], "warn"); // tests run without DISPLAY
}

TEST(Doctor, EndsWith1AndAdviceWhenSomethingIsMissing) {
    const Outcome run = run_small({"doctor"}); // the fixture has no base map
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, testing::ContainsRegex("\nfail  base map +.*basemap.gpkg"));
    EXPECT_THAT(run.out, HasSubstr("\n      → "));
    EXPECT_THAT(run.out, testing::ContainsRegex("\nok    network +8 places, 12 services, "
                                                "3 corridors"));
    EXPECT_THAT(run.out,
                testing::ContainsRegex(
                    "\nok    connected +5 places reach one another, 2 have no open service"));
}

TEST(Doctor, SaysThatThereIsNoData) {
    const Outcome run = run_landsea({"doctor", "--data", "/nowhere"});
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.out, testing::ContainsRegex("\nfail  data folder +/nowhere"));
    EXPECT_THAT(run.out, HasSubstr("packages"));
}

TEST(Doctor, IsFineWithAWholeDataFolder) {
    const ScratchFolder scratch;
    const Outcome run = run_landsea({"doctor", "--data", scratch.data_with_base_map()});
    EXPECT_EQ(run.exit, 0) << run.out;
    EXPECT_THAT(run.out, testing::ContainsRegex("\nok    claims +4 to judge"));
    EXPECT_THAT(run.out, testing::ContainsRegex("\nok    comparisons +1 bundled"));
}

} // namespace
} // namespace landsea::apps
