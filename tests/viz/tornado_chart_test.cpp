#include "viz/tornado_chart.hpp"

#include <gmock/gmock.h>

namespace landsea::viz {
namespace {

using scenarios::Tornado;
using scenarios::TornadoBar;
using scenarios::Unit;

TornadoBar bar(const std::string& id, double at_low, double at_high) {
    return {.id = id,
            .names = {id, id, id},
            .unit = Unit::hours,
            .low = {.value = 1, .saving = at_low},
            .high = {.value = 9, .saving = at_high}};
}

Tornado saved(double saving, std::vector<TornadoBar> bars) {
    Tornado tornado{.against = 1, .saving = saving, .bars = std::move(bars)};
    tornado.question.names = {"A question", "一个问题", ""};
    tornado.question.alternatives = {{"a", {"Way a", "", ""}, {}, {}},
                                     {"b", {"Way b", "", ""}, {}, {}}};
    return tornado;
}

template <class S>
std::vector<const S*> all_of(const Picture& picture) {
    std::vector<const S*> all;
    for (const Shape& shape : picture.shapes) {
        if (const auto* found = std::get_if<S>(&shape)) {
            all.push_back(found);
        }
    }
    return all;
}

const Area* area(const Picture& picture, const std::string& id) {
    for (const Area* one : all_of<Area>(picture)) {
        if (one->mark.id == id) {
            return one;
        }
    }
    return nullptr;
}

std::vector<std::string> words_of(const Picture& picture) {
    std::vector<std::string> words;
    for (const Text* text : all_of<Text>(picture)) {
        words.push_back(text->words);
    }
    return words;
}

TEST(TornadoChart, DrawsEachEndFromTheSavingWithNothingMoved) {
    const Picture chart = tornado_chart(saved(2, {bar("wide", -1, 6), bar("narrow", 3, 1)}));
    const Area* low = area(chart, "low-1");
    const Area* high = area(chart, "high-1");
    const Area* second = area(chart, "high-2");
    ASSERT_TRUE(low != nullptr && high != nullptr && second != nullptr);
    const double middle = low->rings[0][0].x;
    EXPECT_EQ(high->rings[0][0].x, middle);
    EXPECT_EQ(second->rings[0][0].x, middle);
    // -1 lies three days left, 6 four days right, 1 one day left of the saving of 2.
    const double day = (high->rings[0][1].x - middle) / 4.0;
    EXPECT_GT(day, 0.0);
    EXPECT_NEAR(low->rings[0][1].x, middle - 3.0 * day, 1e-6);
    EXPECT_NEAR(second->rings[0][1].x, middle - day, 1e-6);
    EXPECT_LT(low->rings[0][0].y, second->rings[0][0].y);
    EXPECT_NE(low->fill, high->fill);
}

TEST(TornadoChart, WritesInputsTheirEndsAndTheSavings) {
    const Picture chart = tornado_chart(saved(2, {bar("wide", -1, 6)}), {.credit = "landsea 1"});
    EXPECT_THAT(words_of(chart),
                testing::IsSupersetOf({"wide", "1.0 to 9.0 h", "-1.00", "6.00", "A question",
                                       "Way a saves against Way b, mean days"}));
    EXPECT_THAT(words_of(chart), testing::Contains(testing::HasSubstr("landsea 1")));
}

TEST(TornadoChart, ShowsTheWidestBarsOnlyAndGrowsWithThem) {
    const Tornado tornado = saved(2, {bar("first", 0, 6), bar("second", 1, 5), bar("third", 1, 3)});
    const Picture two = tornado_chart(tornado, {.most_bars = 2});
    EXPECT_THAT(words_of(two), testing::Not(testing::Contains("third")));
    EXPECT_LT(two.height, tornado_chart(tornado).height);
}

TEST(TornadoChart, MarksZeroOnlyWhereTheBarsComeNearIt) {
    const auto widest_line = [](const Picture& picture) {
        double width = 0.0;
        for (const Line* line : all_of<Line>(picture)) {
            width = std::max(width, line->stroke.width);
        }
        return width;
    };
    EXPECT_GT(widest_line(tornado_chart(saved(2, {bar("near", -1, 6)}))), 2.0);
    EXPECT_LT(widest_line(tornado_chart(saved(200, {bar("far", 199, 201)}))), 2.0);
}

TEST(TornadoChart, SaysSoWhenThereIsNothingToDraw) {
    Tornado tornado = saved(0, {});
    tornado.saving.reset();
    EXPECT_THAT(words_of(tornado_chart(tornado)), testing::Contains("A question"));
}

} // namespace
} // namespace landsea::viz
