#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// Nothing varies in the fixture, so that typical and mean values agree:
//   to the port by rail   6 load + 24 train + 6 unload = 36 h = 1.5 d; 10 + 100 + 10 = 120 USD
//                         600 km x 20 g x 10 t = 120 kg
//            by river     6 + 96 + 6 = 108 h = 4.5 d; 10 + 50 + 10 = 70 USD; 1000 x 10 g x 10: 100
//            kg
//   to Far   by rail      6 + 24 + 24 transfer + 72 liner + 12 = 138 h = 5.75 d; 380 USD; 220 kg
//            by river     6 + 96 + 12 + 72 + 12 = 198 h = 8.25 d; 330 USD; 200 kg
//   to Out   the same days and carbon; its ship is 50 USD cheaper: 330 and 280 USD
// The ships to Isle and Shut do not sail.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(ReachVerb, AsCsvByteForByte) {
    const Outcome run = run_small({"reach", "City", "--within", "5d", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(run.out,
              "scenario_id,from,month,id,name_en,name_zh,country,kinds,corridor,sets_out_by,"
              "typical_days,mean_days,typical_usd_per_teu,mean_usd_per_teu,typical_kg_co2e_per_teu,"
              "mean_kg_co2e_per_teu,length_km,runner_up_corridor,runner_up_sets_out_by,"
              "runner_up_typical_days,runner_up_mean_days,runner_up_typical_usd_per_teu,"
              "runner_up_mean_usd_per_teu,runner_up_typical_kg_co2e_per_teu,"
              "runner_up_mean_kg_co2e_per_teu,runner_up_length_km,saves_mean_days,"
              "saves_mean_usd_per_teu,saves_mean_kg_co2e_per_teu\r\n"
              "base,AACTY,all,AAPRT,Port,港,AA,seaport|rail_terminal|river_port,by_rail,train,"
              "1.5000,1.5000,120.0000,120.0000,120.0000,120.0000,600.0000,by_river,barge,4.5000,"
              "4.5000,70.0000,70.0000,100.0000,100.0000,1000.0000,3.0000,-50.0000,-20.0000\r\n");
}

TEST(ReachVerb, CountsByDaysAndByCorridorInJson) {
    const json answer = json::parse(run_small({"reach", "City", "--json"}).out);
    EXPECT_EQ(answer["from"], "AACTY");
    EXPECT_EQ(answer["reached"]["ports"], 3);
    EXPECT_EQ(answer["reached"]["countries"], 3);
    EXPECT_EQ(answer["by_mean_days"][0]["within_days"], 5);
    EXPECT_EQ(answer["by_mean_days"][0]["places"], 1);
    EXPECT_EQ(answer["by_mean_days"][1]["places"], 3);
    ASSERT_EQ(answer["by_corridor"].size(), 2U);
    EXPECT_EQ(answer["by_corridor"][0]["corridor"], "by_rail");
    EXPECT_EQ(answer["by_corridor"][0]["wins_ports"], 3);
    EXPECT_EQ(answer["by_corridor"][1]["corridor"], "by_river");
    EXPECT_EQ(answer["by_corridor"][1]["wins_ports"], 0);
    EXPECT_EQ(answer["by_corridor"][1]["reaches_ports"], 3);
    EXPECT_EQ(answer["places"][1]["id"], "BBFAR");
    EXPECT_EQ(answer["places"][1]["mean_days"], 5.75);
    EXPECT_EQ(answer["places"][1]["saves_mean_days"], 2.5);
    EXPECT_THAT(answer["out_of_reach"].get<std::vector<std::string>>(),
                ElementsAre("DDISL", "EEFUT"));
}

TEST(ReachVerb, ChoosesByCostUnderBothNames) {
    const Outcome cost = run_small({"reach", "City", "--by", "cost", "--csv"});
    const auto rows = rows_of(cost.out);
    EXPECT_EQ(field(rows, 1, "corridor"), "by_river");
    EXPECT_EQ(field(rows, 1, "saves_mean_usd_per_teu"), "50.0000");
    EXPECT_EQ(field(rows, 2, "id"), "CCOUT"); // 280 USD, Far 330
    EXPECT_EQ(run_small({"reach", "City", "--by", "money", "--csv"}).out, cost.out);
    const auto near =
        rows_of(run_small({"reach", "City", "--by", "cost", "--within", "300usd", "--csv"}).out);
    EXPECT_EQ(near.size(), 3U); // the titles, the port and Out
}

TEST(ReachVerb, WritesPointsForMapPrograms) {
    const json points = json::parse(run_small({"reach", "City", "--geojson"}).out);
    EXPECT_EQ(points["type"], "FeatureCollection");
    ASSERT_EQ(points["features"].size(), 3U);
    const json& far = points["features"][1];
    EXPECT_EQ(far["geometry"]["coordinates"], json::array({104, 1}));
    EXPECT_EQ(far["properties"]["corridor"], "by_rail");
    EXPECT_EQ(far["properties"]["mean_days"], 5.75);
}

TEST(ReachVerb, ShowsTheCorridorsInTheTable) {
    const Outcome run = run_small({"reach", "City"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_THAT(run.out, HasSubstr("Out of reach: 2\n"));
    EXPECT_THAT(run.out, HasSubstr("Far    BB             5.8     5.8      380          220  "
                                   "By rail  By river       2.5\n"));
}

TEST(ReachVerb, TriesTheCorridorThatIsNamedAlone) {
    const auto rows = rows_of(run_small({"reach", "City", "--corridor", "by_river", "--csv"}).out);
    EXPECT_EQ(field(rows, 1, "mean_days"), "4.5000");
    EXPECT_EQ(field(rows, 1, "runner_up_corridor"), "");
    const Outcome inland = run_small({"reach", "City", "--corridor", "to_isle"});
    EXPECT_EQ(inland.exit, 64);
    EXPECT_THAT(inland.err, HasSubstr("to_isle does not lead out of City"));
    EXPECT_THAT(inland.err, HasSubstr("by_rail or by_river"));
}

TEST(ReachVerb, SaysThatNothingIsReached) {
    const Outcome run = run_small({"reach", "Isle"}); // its ship does not sail yet
    EXPECT_EQ(run.exit, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("nothing is reached from Isle"));
    EXPECT_EQ(run_small({"reach", "Isle", "--activate", "isle~return"}).exit, 0);
    EXPECT_EQ(run_small({"reach", "City", "--within", "1d", "--quiet"}).err, "");
}

TEST(ReachVerb, RefusesALimitThatDoesNotGoWithTheCriterion) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--within", "15"},
                                               {"--within", "15usd"},
                                               {"--within", "-1d"},
                                               {"--within", "d"},
                                               {"--within", "nand"},
                                               {"--within", "15d", "--by", "cost"},
                                               {"--within", "15d", "--by", "generalised"}}) {
        std::vector<std::string> all{"reach", "City"};
        all.insert(all.end(), words.begin(), words.end());
        const Outcome run = run_small(all);
        EXPECT_EQ(run.exit, 64) << words[1];
        EXPECT_THAT(run.err, HasSubstr("--within: expected ")) << words[1];
        EXPECT_EQ(run.out, "");
    }
}

TEST(ReachVerb, WritesAllFilesOrNone) {
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "out";
    EXPECT_EQ(run_small({"reach", "City", "--out", folder.string()}).exit, 0);
    EXPECT_EQ(bytes_of(folder / "AACTY-reach.csv"), run_small({"reach", "City", "--csv"}).out);
    EXPECT_EQ(bytes_of(folder / "AACTY-reach.json"), run_small({"reach", "City", "--json"}).out);
    // The book stands behind a transfer, derived, and the train's time, published; the way back of
    // the train takes that over and is assumed.
    EXPECT_THAT(bytes_of(folder / "sources.csv"),
                HasSubstr("book,\"A book, with a comma\",A house,2020,,1,1,1\r\n"));
    EXPECT_EQ(bytes_of(folder / "AACTY-reach.geojson"),
              run_small({"reach", "City", "--geojson"}).out);
    const Outcome listed = run_any(
        {"ogrinfo", "-al", "-geom=SUMMARY", (folder / "AACTY-reach.gpkg").string(), "reach"});
    EXPECT_THAT(listed.out, HasSubstr("Feature Count: 3"));
    EXPECT_THAT(listed.out, HasSubstr("corridor (String) = by_rail"));
    EXPECT_THAT(listed.out, HasSubstr("mean_days (Real) = 5.75"));
    const Outcome shut = run_small({"reach", "City", "--out", "/dev/null/out"});
    EXPECT_EQ(shut.exit, 3);
    EXPECT_EQ(shut.out, "");
}

TEST(StatedReach, StandsBesideWhatTheNetworkHolds) {
    const ScratchFolder scratch;
    const auto data = scratch.data_with_base_map();
    write_bytes(data / "claims/claims.json", R"({
        "schema_version": 1,
        "sources": [{"id": "talk", "title": "Talk", "publisher": "Somebody"}],
        "claims": [{"id": "many-ports", "statement": {"en": "Many.", "zh": "多。"}, "quote": "",
                    "source": "talk",
                    "check": {"kind": "none", "why": {"en": "A selection.", "zh": "选取。"},
                              "stated_reach": {"from": "AACTY", "corridor": "by_river",
                                               "ports": 503, "countries": 121}}}]})");
    const auto ask = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--data", data.string()});
        return run_landsea(words).out;
    };
    const json claim = json::parse(ask({"claims", "--json"}))["claims"][0];
    EXPECT_EQ(claim["verdict"], "not testable");
    EXPECT_EQ(claim["stated_reach"]["ports"], 503);
    EXPECT_EQ(claim["counted_reach"][1]["corridor"], "by_river");
    EXPECT_EQ(claim["counted_reach"][1]["ports"], 3);
    EXPECT_EQ(claim["counted_reach"][1]["countries"], 3);
    EXPECT_EQ(claim["counted_reach"][1]["quickest_to_ports"], 0);
    EXPECT_EQ(claim["counted_reach"][0]["quickest_to_ports"], 3);
    EXPECT_THAT(ask({"claims"}), HasSubstr("503 ports in 121 countries  3 ports in 3 countries"));
    EXPECT_THAT(ask({"claims", "many-ports"}), HasSubstr("Stated: 503 ports in 121 countries."));
    const auto rows = rows_of(ask({"claims", "--csv"}));
    ASSERT_EQ(rows.size(), 5U); // two lines for each corridor
    EXPECT_EQ(field(rows, 3, "unit"), "ports");
    EXPECT_EQ(field(rows, 3, "against"), "by_river");
    EXPECT_EQ(field(rows, 3, "claimed_low"), "503");
    EXPECT_EQ(field(rows, 3, "model_p50"), "3");
}

} // namespace
} // namespace landsea::apps
