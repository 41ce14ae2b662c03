#include "viz/label_placement.hpp"

#include <gtest/gtest.h>

namespace landsea::viz {
namespace {

Label named(const char* name, Point place, int priority = 0) {
    return {.text = {.words = name, .size = 13}, .place = place, .priority = priority};
}

const LabelRoom wide{.frame = {0, 0, 400, 300}};

TEST(PlacedLabels, StandToTheRightWhenTheyCan) {
    const auto placed = place_labels({named("Chongqing", {100, 100})}, wide, TextMeter{});
    ASSERT_TRUE(placed.at(0));
    EXPECT_EQ(placed[0]->anchor, Anchor::start);
    EXPECT_EQ(placed[0]->at.x, 107.0); // the gap is 7
}

TEST(PlacedLabels, StandToTheLeftAtTheRightBorder) {
    const auto placed = place_labels({named("Chongqing", {395, 100})}, wide, TextMeter{});
    ASSERT_TRUE(placed.at(0));
    EXPECT_EQ(placed[0]->anchor, Anchor::end);
}

TEST(PlacedLabels, NeverOverlap) {
    std::vector<Label> crowd;
    for (int i = 0; i < 40; ++i) {
        crowd.push_back(named("Qinzhou 钦州", {100.0 + 9 * (i % 8), 100.0 + 9 * (i / 8)}));
    }
    const TextMeter meter;
    const auto placed = place_labels(crowd, wide, meter);
    int shown = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        shown += placed[i] ? 1 : 0;
        for (std::size_t k = 0; k < i; ++k) {
            if (placed[i] && placed[k]) {
                // Letters, that is the line's box less 0.12 of its height above and below.
                const Box a = meter.box(*placed[i]);
                const Box b = meter.box(*placed[k]);
                const double spare = 0.12 * a.height();
                EXPECT_FALSE((Box{a.left, a.top + spare, a.right, a.bottom - spare}.overlaps(
                    {b.left, b.top + spare, b.right, b.bottom - spare})));
            }
        }
    }
    EXPECT_GT(shown, 3);
    EXPECT_LT(shown, 40);
}

TEST(PlacedLabels, GiveWayToThoseOfHigherPriority) {
    // One place: only so many names fit round it; the important one stands at the best side.
    const auto placed = place_labels({named("minor", {200, 150}, 1), named("major", {200, 150}, 2)},
                                     wide, TextMeter{});
    ASSERT_TRUE(placed.at(0) && placed.at(1));
    EXPECT_EQ(placed[1]->anchor, Anchor::start);
    EXPECT_EQ(placed[0]->anchor, Anchor::end);
}

TEST(PlacedLabels, KeepOutOfTheLegendAndOffTheRoutes) {
    LabelRoom room = wide;
    room.keep_out = {{105, 60, 400, 140}};               // all the right side
    room.avoid = boxes_along({{0, 100}, {100, 100}}, 4); // a route from the left
    const auto placed = place_labels({named("Hub", {100, 100})}, room, TextMeter{});
    ASSERT_TRUE(placed.at(0));
    EXPECT_NE(placed[0]->anchor, Anchor::start);
    EXPECT_NE(placed[0]->at.y, 100.0);
    for (const Box& bit : room.avoid) {
        EXPECT_FALSE(bit.overlaps(TextMeter{}.box(*placed[0]).grown(-2)));
    }
}

TEST(PlacedLabels, AreAbsentWhereThereIsNoRoom) {
    LabelRoom full = wide;
    full.keep_out = {full.frame};
    EXPECT_FALSE(place_labels({named("Hub", {100, 100})}, full, TextMeter{}).at(0));
}

TEST(BoxesAlongALine, StandEverySixPixels) {
    EXPECT_EQ(boxes_along({{0, 0}, {12.5, 0}}, 2).size(), 3U); // at 0, 6 and 12
    EXPECT_TRUE(boxes_along({{0, 0}}, 2).empty());
}

TEST(TextMeter, MeasuresWithinTheLimitsOfTheFont) {
    const TextMeter meter;
    const Text text{.at = {0, 0}, .words = "MMMM", .size = 20};
    const TextExtent extent = meter.measure(text);
    // A capital M is 0.8 to 1.0 of the size wide in any sans serif.
    EXPECT_GT(extent.width, 4 * 0.75 * 20);
    EXPECT_LT(extent.width, 4 * 1.05 * 20);
    EXPECT_GT(extent.ascent, 0.7 * 20);
    Text twice = text;
    twice.size = 40;
    EXPECT_NEAR(meter.measure(twice).width, 2 * extent.width, 0.1);
}

TEST(TextMeter, TurnsTheBoxWithTheText) {
    const TextMeter meter;
    Text text{.at = {50, 50}, .words = "days", .size = 12};
    const Box flat = meter.box(text);
    text.turned = -90; // reads upward
    const Box upright = meter.box(text);
    EXPECT_NEAR(upright.height(), flat.width(), 1e-9);
    EXPECT_NEAR(upright.width(), flat.height(), 1e-9);
    EXPECT_NEAR(upright.bottom, 50, 1e-9);
}

} // namespace
} // namespace landsea::viz
