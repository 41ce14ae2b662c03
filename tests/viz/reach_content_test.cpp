#include "tests/support/scene.hpp"
#include "viz/reach_content.hpp"

#include <gmock/gmock.h>

namespace landsea::viz {
namespace {

using model::Language;

/// From a: b in 4 days by the first corridor, c in 12 by the second, d in 40 by the first.
TEST(ReachContent, ColoursByDaysAndShapesByCorridor) {
    support::Scene scene;
    std::vector<model::PlaceId> places;
    for (const char* id : {"a", "b", "c", "d"}) {
        places.push_back(scene.place(id));
    }
    const auto first = scene.parts.corridors.add({"first", {"First", "一", ""}, {}});
    const auto second = scene.parts.corridors.add({"second", {"Second", "二", ""}, {}});
    const model::Network network = scene.network();
    scenarios::Reach reach;
    reach.question.query.from = places[0];
    const auto reached = [&](std::size_t i, double days, model::CorridorId corridor) {
        scenarios::Way way{.sets_out_by = scenarios::WayOut{{}, corridor}};
        way.mean.time = model::from_days(days);
        reach.places.push_back({.place = places[i], .best = way});
    };
    reached(1, 4.0, first);
    reached(2, 12.0, second);
    reached(3, 40.0, first);
    for (const double days : {5.0, 10.0, 15.0, 20.0, 30.0}) {
        reach.bands.push_back({model::from_days(days), {}});
    }
    reach.corridors = {{.corridor = first, .wins = {.places = 2}, .reaches = {}},
                       {.corridor = second, .wins = {.places = 1}, .reaches = {}}};
    const MapContent content = reach_content(reach, network, {Language::en});
    ASSERT_EQ(content.spots.size(), 3U);
    // The nearest comes last, above the others: d, c, b.
    EXPECT_EQ(content.spots[2].id, "b");
    EXPECT_EQ(content.spots[0].symbol, content.spots[2].symbol);
    EXPECT_NE(content.spots[1].symbol, content.spots[2].symbol);
    EXPECT_NE(content.spots[0].fill, content.spots[2].fill);
    std::vector<std::string> words;
    for (const MapKey& key : content.keys) {
        words.push_back(key.words);
    }
    EXPECT_THAT(
        words, testing::ElementsAre("≤ 5 d: 1", "≤ 15 d: 1", "> 30 d: 1", "First: 2", "Second: 1"));
}

} // namespace
} // namespace landsea::viz
