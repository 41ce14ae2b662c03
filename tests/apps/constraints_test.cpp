#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The places, links and services of each alternative that has a route.
std::vector<std::set<std::string>> used_by(const Outcome& run) {
    std::vector<std::set<std::string>> all;
    const json result = json::parse(run.out);
    for (const json& alternative : result.at("alternatives")) {
        if (alternative.at("status") == "no_route") {
            continue;
        }
        std::set<std::string> used;
        for (const json& step : alternative.at("steps")) {
            for (const char* key : {"place", "to", "link", "service"}) {
                used.insert(step.value(key, ""));
            }
        }
        all.push_back(used);
    }
    return all;
}

TEST(Constraint, ViaHoldsInEveryAlternative) {
    for (const char* verb : {"compare", "route"}) {
        const auto all = used_by(run_small({verb, "AACTY", "BBFAR", "--via", "CCOUT", "--json"}));
        ASSERT_EQ(all.size(), 4U) << verb;
        for (const auto& used : all) {
            EXPECT_TRUE(used.contains("CCOUT")) << verb;
        }
    }
    const auto bundled =
        used_by(run_small({"compare", "rail-vs-river", "--via", "CCOUT", "--json"}));
    ASSERT_EQ(bundled.size(), 2U);
    EXPECT_TRUE(bundled[0].contains("CCOUT") && bundled[0].contains("train"));
    EXPECT_TRUE(bundled[1].contains("CCOUT") && bundled[1].contains("barge"));
}

TEST(Constraint, AvoidHoldsInEveryAlternative) {
    for (const char* target : {"train", "mode:rail", "means:train", "AACTY-RAIL", "城站"}) {
        const auto all =
            used_by(run_small({"route", "AACTY", "BBFAR", "--avoid", target, "--json"}));
        ASSERT_EQ(all.size(), 4U) << target;
        for (const auto& used : all) {
            EXPECT_TRUE(used.contains("barge") && !used.contains("train")) << target;
        }
    }
    for (const char* target : {"strait", "passage:strait", "海峡", "service:liner"}) {
        for (const auto& used :
             used_by(run_small({"compare", "AACTY", "BBFAR", "--avoid", target, "--json"}))) {
            EXPECT_TRUE(used.contains("detour")) << target;
        }
    }
}

TEST(Constraint, OfBothKindsHoldTogether) {
    const auto all = used_by(run_small(
        {"route", "AACTY", "BBFAR", "--via", "mode:rail", "--avoid", "strait", "--json"}));
    ASSERT_EQ(all.size(), 4U);
    for (const auto& used : all) {
        EXPECT_TRUE(used.contains("train") && used.contains("detour"));
    }
}

TEST(Constraint, OfAnAlternativeHoldsBesideThoseOfTheQuestion) {
    const auto all =
        used_by(run_small({"compare", "AACTY", "BBFAR", "--alternative", "wet=mode:inland_waterway",
                           "--alternative", "dry=!barge", "--avoid", "strait", "--json"}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].contains("barge") && all[0].contains("detour"));
    EXPECT_TRUE(all[1].contains("train") && all[1].contains("detour"));
}

TEST(Constraint, ThatNothingMeetsEndsWith1AndAMessage) {
    const std::vector<std::vector<std::string>> impossible{
        {"route", "AACTY", "BBFAR", "--avoid", "mode:sea"},
        {"route", "AACTY", "BBFAR", "--avoid", "AAPRT"},
        {"route", "AACTY", "BBFAR", "--avoid", "country:BB"},
        {"route", "AACTY", "BBFAR", "--avoid", "AACTY"},
        {"route", "AACTY", "BBFAR", "--via", "DDISL"},
        {"route", "AACTY", "DDISL"},
        {"compare", "rail-vs-river", "--avoid", "mode:sea"},
        {"explain", "rail-vs-river", "--avoid", "mode:sea"}};
    for (std::vector<std::string> words : impossible) {
        const Outcome run = run_small(words);
        EXPECT_EQ(run.exit, 1) << words.back();
        EXPECT_THAT(run.err, HasSubstr("no route")) << words.back();
        words.emplace_back("--quiet");
        EXPECT_EQ(run_small(words).err, "");
    }
}

TEST(Constraint, ThatOneAlternativeCannotMeetLeavesTheOthers) {
    const Outcome run = run_small({"compare", "rail-vs-river", "--avoid", "mode:rail", "--csv"});
    EXPECT_EQ(run.exit, 0);
    const auto rows = rows_of(run.out);
    EXPECT_EQ(field(rows, 1, "status"), "no_route");
    EXPECT_EQ(field(rows, 2, "status"), "ok");
    EXPECT_EQ(field(rows, 2, "saved_by"), "");
}

TEST(Constraint, MayBeTheOriginItself) {
    const auto through =
        used_by(run_small({"route", "AACTY", "BBFAR", "--via", "AACTY", "--json"}));
    EXPECT_EQ(through.size(), 4U);
}

TEST(Planned, ServicesTakePartOnlyWhenActivated) {
    EXPECT_EQ(run_small({"route", "AACTY", "DDISL"}).exit, 1);
    for (const char* id : {"isle", "to_isle"}) {
        const Outcome run = run_small({"route", "AACTY", "DDISL", "--activate", id, "--json"});
        EXPECT_EQ(run.exit, 0);
        for (const auto& used : used_by(run)) {
            EXPECT_TRUE(used.contains("isle"));
        }
    }
    EXPECT_EQ(run_small({"route", "AACTY", "EEFUT", "--activate", "isle"}).exit, 1);
    EXPECT_EQ(run_small({"route", "AACTY", "EEFUT", "--activate", "to_isle"}).exit, 0);
}

TEST(Import, RunsTheOtherWay) {
    // 12 load + 72 liner + 24 transfer + 24 train + 6 unload = 138 h
    const auto rows = rows_of(run_small({"route", "BBFAR", "AACTY", "--by", "time", "--csv"}).out);
    EXPECT_EQ(field(rows, 1, "time_p50_days"), "5.7500");
}

} // namespace
} // namespace landsea::apps
