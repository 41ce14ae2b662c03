#include "program_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// Nothing varies in the fixture. City to Far takes 138 h, 380 USD and 220 kg by rail, 198 h, 330
// USD and 200 kg by river (reach_test.cpp). The river takes 96 h and the rails 24; the transfer at
// Port 12 and 24. The ship is the same. A day is worth 50 USD / 2.5 days = 20 USD where both cost
// the same.

namespace landsea::apps {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const char* const three_lines =
    "By rail, not By river: 2.5 d sooner (5.8 d against 8.2 d), 50 USD/TEU dearer, 20 kg CO2e/TEU "
    "more; better in 100 % of the draws.\n"
    "It gains 4.0 d by inland waterway (Barge); it loses 1.0 d by rail (Train), 0.5 d at Port "
    "(transfer).\n"
    "To draw level: 1.5 d instead of 4.0 d by inland waterway for By river, or 3.5 d instead of "
    "1.0 d "
    "at Port for By rail. Where a day is worth less than 20.0 USD/TEU, By river has the lower "
    "generalised cost.\n";

TEST(WhyVerb, AnswersInThreeLines) {
    const Outcome run = run_small({"why", "rail-vs-river"});
    EXPECT_EQ(run.exit, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_THAT(run.out, HasSubstr(three_lines));
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"why", "rail-vs-river", "rail", "river"},
             {"why", "rail-vs-river", "river"},
             {"why", "rail-vs-river", "rail", "--rather-than", "river"},
             {"why", "rail-vs-river", "--rather-than", "river"}}) {
        EXPECT_THAT(run_small(words).out, HasSubstr(three_lines));
    }
}

TEST(WhyVerb, HoldsTheBestWayAgainstTheBestOtherWayOut) {
    const Outcome run = run_small({"why", "City", "Far"});
    EXPECT_THAT(run.out, HasSubstr("By rail, not the best other way out: 2.5 d sooner"));
    const Outcome named =
        run_small({"why", "City", "Far", "--rather-than", "mode:inland_waterway"});
    EXPECT_THAT(named.out, HasSubstr("By rail, not mode:inland_waterway: 2.5 d sooner"));
    EXPECT_THAT(run_small({"why", "City", "Far", "--rather-than", "mode:rail"}).out,
                HasSubstr("are the same route"));
}

TEST(WhyVerb, SaysItInChinese) {
    const Outcome run = run_small({"why", "rail-vs-river", "--lang", "zh"});
    EXPECT_THAT(run.out, HasSubstr("铁路优于水路：快2.5 天（5.8 天，对方8.2 天），多花50 USD/TEU，"
                                   "多排20 kg CO2e/TEU；在100 %的抽样中更优。\n"
                                   "胜在：4.0 天 内河（驳船）；输在：1.0 天 铁路（火车），0.5 天 "
                                   "港（转运）。\n"));
}

TEST(WhyVerb, GivesNumbersAsJson) {
    const json answer =
        json::parse(run_small({"why", "rail-vs-river", "--by", "cost", "--json"}).out);
    EXPECT_EQ(answer["winner"]["id"], "river");
    EXPECT_EQ(answer["winner"]["mean_usd_per_teu"], 330);
    EXPECT_EQ(answer["loser"]["mean_days"], 5.75);
    EXPECT_EQ(answer["lead_usd_per_teu"], 50);
    EXPECT_EQ(answer["probability_winner_better"], 1);
    EXPECT_EQ(answer["break_even"]["value_of_time"]["usd_per_teu_day"], 20);
    EXPECT_EQ(answer["break_even"]["value_of_time"]["better_above"], "loser");
    double sum = 0.0;
    for (const json& contrast : answer["contrasts"]) {
        sum += contrast["excess_of_loser_usd_per_teu"].get<double>();
    }
    EXPECT_NEAR(sum, 50.0, 1e-6);
}

TEST(WhyVerb, SaysWhenThereIsNoWay) {
    EXPECT_EQ(run_small({"why", "City", "Isle"}).exit, 1);
    EXPECT_THAT(run_small({"why", "City", "Isle"}).err, HasSubstr("no route"));
    const Outcome one = run_small({"why", "rail-vs-river", "--avoid", "mode:rail"});
    EXPECT_EQ(one.exit, 0);
    EXPECT_THAT(one.out, HasSubstr("By river, as By rail has no route."));
    const Outcome none = run_small({"why", "rail-vs-river", "--avoid", "Port"});
    EXPECT_EQ(none.exit, 1);
    EXPECT_THAT(none.out, HasSubstr("Neither way has a route."));
}

TEST(WhyVerb, RefusesWhatIsNoAlternative) {
    const Outcome run = run_small({"why", "rail-vs-river", "rial"});
    EXPECT_EQ(run.exit, 64);
    EXPECT_THAT(run.err, HasSubstr("did you mean rail"));
    EXPECT_EQ(run_small({"why", "rail-vs-river", "rail", "rail"}).exit, 64);
    EXPECT_EQ(run_small({"why", "City"}).exit, 64);
    EXPECT_EQ(run_small({"why", "City", "Far", "Out"}).exit, 64);
    EXPECT_EQ(run_small({"why", "City", "Far", "--rather-than", "no-such"}).exit, 64);
}

} // namespace
} // namespace landsea::apps
