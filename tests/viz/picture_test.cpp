#include "viz/picture.hpp"

#include <gtest/gtest.h>

namespace landsea::viz {
namespace {

TEST(MovedPicture, LeavesWhatIsPinnedToThePage) {
    Picture picture{.width = 10, .height = 10};
    picture.shapes.emplace_back(Marker{.at = {2, 3}, .size = 8});
    picture.shapes.emplace_back(
        Text{.mark = {.pinned = Pinned::page}, .at = {2, 3}, .words = "note"});
    const Picture there = moved(picture, 2.0, {10, 20});
    const auto& marker = std::get<Marker>(there.shapes[0]);
    EXPECT_EQ(marker.at, (Point{14, 26})); // 2 * 2 + 10, 2 * 3 + 20
    EXPECT_EQ(marker.size, 8);
    EXPECT_EQ(std::get<Text>(there.shapes[1]).at, (Point{2, 3}));
}

TEST(ScaledPicture, MagnifiesPlacesWidthsAndText) {
    Picture picture{.width = 100, .height = 50};
    picture.shapes.emplace_back(Line{.mark = {.id = {}, .title = {}, .pinned = Pinned::page},
                                     .pieces = {{{1, 2}, {3, 4}}},
                                     .stroke = {.width = 2, .dash = {4, 3}},
                                     .halo = Halo{{}, 1.5}});
    picture.shapes.emplace_back(Text{.at = {10, 20}, .words = "a", .size = 12});
    const Picture large = scaled(picture, 3.0);
    EXPECT_EQ(large.width, 300);
    const auto& line = std::get<Line>(large.shapes[0]);
    EXPECT_EQ(line.pieces[0][1], (Point{9, 12}));
    EXPECT_EQ(line.stroke.width, 6);
    EXPECT_EQ(line.stroke.dash, (std::vector<double>{12, 9}));
    EXPECT_EQ(line.halo->width, 4.5);
    EXPECT_EQ(std::get<Text>(large.shapes[1]).size, 36);
    EXPECT_EQ(std::get<Text>(large.shapes[1]).at, (Point{30, 60}));
}

TEST(PlacedPicture, PaintsItsBackgroundFirst) {
    Picture page{.width = 100, .height = 100};
    Picture chart{.width = 30, .height = 20, .background = rgb(0xABCDEF)};
    chart.shapes.emplace_back(Line{.pieces = {{{0, 0}, {30, 20}}}});
    place(page, chart, {50, 60});
    ASSERT_EQ(page.shapes.size(), 2U);
    const auto& ground = std::get<Area>(page.shapes[0]);
    EXPECT_EQ(ground.fill, rgb(0xABCDEF));
    EXPECT_EQ(ground.rings[0], (std::vector<Point>{{50, 60}, {80, 60}, {80, 80}, {50, 80}}));
    EXPECT_EQ(std::get<Line>(page.shapes[1]).pieces[0].back(), (Point{80, 80}));
}

} // namespace
} // namespace landsea::viz
