#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

// Of the fixture, from City to Far: by rail and liner 5.75 d, 380 USD and 220 kg; by river and
// liner 8.25 d, 330 USD and 200 kg. The detour by Out takes longer than the liner by Strait. See
// tests/apps/reach_test.cpp.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

/// A run of the verb on the fixture with a table of demand.
Outcome run_flow(const std::string& demand, std::vector<std::string> words) {
    const ScratchFolder folder;
    const auto file = folder.path() / "demand.csv";
    write_bytes(file, "from,to,teu_per_year\n" + demand);
    words.insert(words.begin(), {"flow", file.string()});
    return run_small(words);
}

const std::string city_to_far = "City,Far,300\n";

/// A capacity of the rail yard: 100 TEU a year in ones.
constexpr const char* yard = R"({
  "schema_version": 1, "sources": [],
  "capacities": [{"place": "AACTY-RAIL",
    "capacity_teu_per_year": {"low": 100, "typical": 100, "high": 100, "grade": "assumed"},
    "batch_teu": {"low": 1, "typical": 1, "high": 1, "grade": "assumed"}}]
})";

TEST(FlowVerb, WritesVolumesAsCsvByteForByte) {
    const Outcome run = run_flow(city_to_far, {"--by", "time", "--csv"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(run.out,
              "scenario_id,model,month,kind,id,name_en,name_zh,capacity_teu_per_year,"
              "capacity_grade,in_use_teu_per_year,teu_per_year,queue_hours\r\n"
              "base,ue,all,corridor,by_rail,By rail,铁路,,,,300.0000,\r\n"
              "base,ue,all,corridor,by_river,By river,水路,,,,300.0000,\r\n"
              "base,ue,all,leg,train|AACTY-RAIL-AAPRT,Train: City rail yard – Port,"
              "火车：城站–港,,,,300.0000,\r\n"
              "base,ue,all,leg,liner|AAPRT-BBFAR,Liner: Port – Far,班轮：港–远,,,,300.0000,\r\n");
}

TEST(FlowVerb, FillsABottleneckUntilTheOtherWayIsAsQuick) {
    const ScratchFolder folder;
    const auto capacities = folder.path() / "capacities.json";
    write_bytes(capacities, yard);
    const Outcome run = run_flow(city_to_far, {"--by", "time", "--json", "--gap", "1e-9",
                                               "--capacities", capacities.string()});
    EXPECT_EQ(run.exit, 0);
    const json answer = json::parse(run.out);
    // 2.5 d in the queue make the train as slow as the barge.
    const json& queue = answer["volumes"][0];
    EXPECT_EQ(queue["id"], "AACTY-RAIL");
    EXPECT_NEAR(queue["queue_hours"].get<double>(), 60, 1e-3);
    EXPECT_LE(answer["before"]["relative_gap"].get<double>(), 1e-9);
    EXPECT_EQ(answer["before"]["converged"], true);
    const json& routes = answer["before"]["pairs"][0]["routes"];
    ASSERT_EQ(routes.size(), 2U);
    EXPECT_NEAR(routes[0]["teu_per_year"].get<double>() + routes[1]["teu_per_year"].get<double>(),
                300, 1e-3);
    for (const json& route : routes) {
        EXPECT_NEAR(route["cost_hours_per_teu"].get<double>(), 198, 1e-3);
        EXPECT_NEAR(route["mean_days"].get<double>(), 8.25, 1e-4);
    }
}

TEST(FlowVerb, SpreadsByALogitWhoseThetaIsPerDay) {
    // The four ways share the rails or the liner; two with the detour take 9.75 and 12.25 d.
    const json answer = json::parse(
        run_flow(city_to_far, {"--model", "logit", "--by", "time", "--theta", "1", "--json"}).out);
    EXPECT_NEAR(answer["theta_per_hours"].get<double>(), 1.0 / 24, 1e-12);
    EXPECT_LE(answer["before"]["fixed_point_residual"].get<double>(), 1e-6);
    double sent = 0;
    for (const json& route : answer["before"]["pairs"][0]["routes"]) {
        sent += route["teu_per_year"].get<double>();
    }
    EXPECT_NEAR(sent, 300, 1e-3);
}

TEST(FlowVerb, SetsAClosureBesideIt) {
    const json answer = json::parse(
        run_flow(city_to_far, {"--by", "time", "--json", "--close", "service:train"}).out);
    EXPECT_EQ(answer["closures"], json::array({"service train"}));
    EXPECT_EQ(answer["before"]["mean_days"], 5.75);
    EXPECT_EQ(answer["after"]["mean_days"], 8.25);
    const json& effect = answer["effect_on_pairs_that_keep_a_way"];
    EXPECT_EQ(effect["pairs_that_pay_more"], 1);
    EXPECT_EQ(effect["change_hours_per_year"], 300 * 60.0);
    EXPECT_EQ(effect["change_helps"], false);
}

TEST(FlowVerb, SendsShipsRoundAClosedStrait) {
    const Outcome run =
        run_flow(city_to_far, {"--by", "time", "--csv", "--close", "passage:strait"});
    const auto rows = rows_of(run.out);
    bool was_seen = false;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        if (field(rows, row, "id") == "detour|AAPRT-CCOUT") {
            was_seen = true;
            EXPECT_EQ(field(rows, row, "teu_per_year"), "0.0000");
            EXPECT_EQ(field(rows, row, "after_teu_per_year"), "300.0000");
            EXPECT_EQ(field(rows, row, "change_teu_per_year"), "300.0000");
        }
    }
    EXPECT_TRUE(was_seen);
}

TEST(FlowVerb, SetsAScenarioBesideIt) {
    const ScratchFolder folder;
    const auto scenario = folder.path() / "slow_train.json";
    write_bytes(scenario, R"({
      "schema_version": 1,
      "name": {"en": "Slow train", "zh": "慢车"},
      "description": {"en": "The train takes five times as long.", "zh": "五倍时间"},
      "sources": [],
      "changes": [{"scale_time": 5, "of": "service:train", "grade": "assumed", "note": "a test"}]
    })");
    const json answer = json::parse(
        run_flow(city_to_far, {"--by", "time", "--json", "--scenario", scenario.string()}).out);
    EXPECT_EQ(answer["before"]["mean_days"], 5.75);
    EXPECT_EQ(answer["after"]["mean_days"], 8.25); // five days by train; the barge is quicker
    EXPECT_THAT(answer["scenario_id"].get<std::string>(), HasSubstr("slow_train@"));
    EXPECT_EQ(answer["closures"], json::array());
}

TEST(FlowVerb, SaysWhoIsCutOff) {
    const Outcome run = run_flow(city_to_far, {"--close", "Far"});
    EXPECT_EQ(run.exit, 0); // open, everything arrives
    EXPECT_THAT(run.out, HasSubstr("cut off"));
    EXPECT_THAT(run.err, HasSubstr("1 pair is cut off"));
    const Outcome none = run_flow(city_to_far, {"--avoid", "Far", "--quiet"});
    EXPECT_EQ(none.exit, 1);
    EXPECT_EQ(none.err, "");
}

TEST(FlowVerb, WritesItsFilesIntoTheFolder) {
    const ScratchFolder folder;
    const auto out = folder.path() / "out";
    const Outcome run = run_flow(city_to_far, {"--csv", "--out", out.string()});
    EXPECT_THAT(folder.files(),
                ElementsAre("out/flow-routes.csv", "out/flow-volumes.csv", "out/flow.json"));
    EXPECT_EQ(bytes_of(out / "flow-volumes.csv"), run.out);
    const auto routes = rows_of(bytes_of(out / "flow-routes.csv"));
    ASSERT_EQ(routes.size(), 2U);
    // Money at 13.70 USD a day: 380 + 5.75 x 13.70 = 458.77 by rail, 330 + 8.25 x 13.70 = 443.01.
    EXPECT_EQ(field(routes, 1, "services"), "barge|liner");
    EXPECT_EQ(field(routes, 1, "generalised_usd_per_teu"), "443.0137");
    EXPECT_EQ(field(routes, 1, "share"), "1.0000");
    const json answer = json::parse(bytes_of(out / "flow.json"));
    for (const char* key : {"program", "data_hash", "demand_hash", "criterion", "accuracy"}) {
        EXPECT_TRUE(answer.contains(key)) << key;
    }
}

TEST(FlowVerb, SaysWhatIsWrongWithTheDemand) {
    const Outcome run = run_flow("City,Farr,300\n", {});
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("demand.csv: line 2, to: expected the name of a place"));
    EXPECT_THAT(run.err, HasSubstr("Far"));
    EXPECT_EQ(run_small({"flow", "/no/such/demand.csv"}).exit, 3);
}

TEST(FlowVerb, RefusesWhatDoesNotFit) {
    EXPECT_EQ(run_flow(city_to_far, {"--model", "magic"}).exit, 64);
    EXPECT_THAT(run_flow(city_to_far, {"--theta", "1"}).err, HasSubstr("--model logit"));
    EXPECT_THAT(run_flow(city_to_far, {"--routes", "3"}).err, HasSubstr("--model logit"));
    EXPECT_EQ(run_flow(city_to_far, {"--close", "nowhere"}).exit, 64);
    EXPECT_EQ(run_flow(city_to_far, {"--gap", "0"}).exit, 64);
    EXPECT_EQ(run_flow(city_to_far, {"--via", "Port"}).exit, 64);
}

TEST(FlowVerb, SaysThatMoneyKnowsNoQueues) {
    EXPECT_THAT(run_flow(city_to_far, {"--by", "money"}).err, HasSubstr("queues take time"));
}

TEST(FlowVerb, SaysWhenItIsNotCloseEnough) {
    const ScratchFolder folder;
    const auto capacities = folder.path() / "capacities.json";
    write_bytes(capacities, yard);
    const Outcome run = run_flow(
        city_to_far, {"--by", "time", "--iterations", "1", "--capacities", capacities.string()});
    EXPECT_EQ(run.exit, 1);
    EXPECT_THAT(run.out, HasSubstr("not as close as asked for"));
}

} // namespace
} // namespace landsea::apps
