#include "geo/geodesic.hpp"
#include "viz/map_furniture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::viz {
namespace {

Picture page() {
    return {.width = 800, .height = 500, .background = rgb(0xFFFFFF)};
}

TEST(ScaleBar, IsRightAtTheCentreOfTheMap) {
    const auto projection = geo::Projection::named("webmercator");
    // Over 60 N, where Web Mercator shows everything about twice too large.
    const geo::MapPoint centre = projection.forward(model::LatLon::degrees(60, 30)).value();
    const Camera camera{centre, 2000, 800, 500};
    Picture picture = page();
    ASSERT_TRUE(add_scale_bar(picture, projection, camera, {20, 480}, TextMeter{}));
    const auto& bar = std::get<Line>(picture.shapes.at(0)).pieces.at(0);
    const auto& words = std::get<Text>(picture.shapes.at(1)).words;
    // 170 pixels of 2 km / 2 are at most 170 km: the round length is 100 km.
    EXPECT_EQ(words, "100 km at the centre of the map");
    const double length = bar.back().x - bar.front().x;
    const auto west = projection.inverse(camera.to_map({400 - length / 2, 250}));
    const auto east = projection.inverse(camera.to_map({400 + length / 2, 250}));
    EXPECT_NEAR(geo::distance(*west, *east).count(), 100.0, 1.0);
}

TEST(ScaleBar, IsAbsentWhereTheCentreIsNotOnEarth) {
    const auto projection = geo::Projection::named("orthographic");
    Picture picture = page();
    EXPECT_FALSE(
        add_scale_bar(picture, projection, {{2e7, 0}, 1000, 800, 500}, {20, 480}, TextMeter{}));
    EXPECT_TRUE(picture.shapes.empty());
}

TEST(Legend, StandsInItsCornerAndStaysThere) {
    Picture picture = page();
    const Legend legend{
        .title = "Routes",
        .entries = {{.words = "Rail", .line = Stroke{.colour = rgb(0xD55E00), .width = 4}},
                    {.words = "Port", .marker = Marker{.size = 8}}}};
    const Box box = add_legend(picture, legend, Corner::bottom_right, TextMeter{});
    EXPECT_EQ(box.right, 784); // 16 from the border
    EXPECT_EQ(box.bottom, 484);
    for (const Shape& shape : picture.shapes) {
        EXPECT_EQ(mark_of(shape).pinned, Pinned::page);
        if (const auto* text = std::get_if<Text>(&shape)) {
            EXPECT_TRUE(box.contains(TextMeter{}.box(*text))) << text->words;
        }
    }
}

TEST(Legend, IsNothingWithoutEntries) {
    Picture picture = page();
    EXPECT_EQ(
        add_legend(picture, {.title = "Routes", .entries = {}}, Corner::top_left, TextMeter{}),
        Box{});
    EXPECT_TRUE(picture.shapes.empty());
}

TEST(MapNote, SpeaksChineseWhenAskedTo) {
    const auto lines = note_lines({.projection = "Robinson", .language = Language::zh_hans});
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0], "投影：Robinson");
    EXPECT_EQ(lines[1], "界线为示意，不作为划界依据");
}

TEST(MapNote, SaysWhatEveryMapMustSay) {
    const auto lines =
        note_lines({.projection = "Robinson", .data_date = "2024-06", .credits = {"A"}});
    EXPECT_THAT(lines,
                testing::ElementsAre("Projection: Robinson · Data: 2024-06",
                                     "Boundaries are schematic, not an authority on boundaries",
                                     "Base map: Natural Earth, public domain · A"));
}

TEST(MapNote, StandsWithinThePage) {
    Picture picture = page();
    const Box box = add_map_note(picture, {.projection = "Robinson"}, TextMeter{});
    EXPECT_TRUE((Box{0, 0, 800, 500}.contains(box)));
}

TEST(Title, BecomesThePicturesTitle) {
    Picture picture = page();
    add_title(picture, "Chongqing to Duisburg", "by rail and by sea", TextMeter{});
    EXPECT_EQ(picture.title, "Chongqing to Duisburg");
}

} // namespace
} // namespace landsea::viz
