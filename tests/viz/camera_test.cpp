#include "viz/camera.hpp"
#include "viz/view.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace landsea::viz {
namespace {

// 100 by 50 pixels of 1 km round the origin.
constexpr Camera camera{{0, 0}, 1000, 100, 50};

TEST(Camera, PutsNorthUp) {
    EXPECT_EQ(camera.to_pixel({0, 0}), (Point{50, 25}));
    EXPECT_EQ(camera.to_pixel({10'000, 20'000}), (Point{60, 5}));
    EXPECT_EQ(camera.to_map({60, 5}), (geo::MapPoint{10'000, 20'000}));
}

TEST(Camera, MovesTheMapWithTheHand) {
    const Camera moved = camera.panned(10, 5);
    EXPECT_EQ(moved.to_pixel({0, 0}), (Point{60, 30}));
}

TEST(Camera, KeepsWhatIsUnderTheCursorWhenItZooms) {
    const Point cursor{80, 10};
    const geo::MapPoint under = camera.to_map(cursor);
    const Camera closer = camera.zoomed_at(cursor, 4.0);
    EXPECT_DOUBLE_EQ(closer.metres_per_pixel, 250.0);
    EXPECT_NEAR(closer.to_pixel(under).x, cursor.x, 1e-9);
    EXPECT_NEAR(closer.to_pixel(under).y, cursor.y, 1e-9);
}

TEST(Camera, FitsPointsWithinTheMargins) {
    // 160 km wide into 100 - 2 * 10 pixels: 2 km a pixel; 20 km high needs less.
    const Camera fit = Camera::fitting({{0, 0}, {160'000, 20'000}}, 100, 50, 10);
    EXPECT_DOUBLE_EQ(fit.metres_per_pixel, 2000.0);
    EXPECT_EQ(fit.to_pixel({0, 0}), (Point{10, 30}));
    EXPECT_EQ(fit.to_pixel({160'000, 20'000}), (Point{90, 20}));
}

TEST(Camera, ShowsOnePointAtAKilometreAPixel) {
    EXPECT_EQ(Camera::fitting({{5, 5}}, 100, 50, 10).metres_per_pixel, 1000.0);
    EXPECT_EQ(Camera::fitting({}, 100, 50, 10).metres_per_pixel, 1000.0);
}

TEST(Camera, NeedsRoomBetweenTheMargins) {
    EXPECT_THROW(Camera::fitting({}, 100, 50, 25), std::invalid_argument);
}

TEST(View, KeepsWhatIsUnderTheCursorWhenItZooms) {
    const View view{.magnified = 2, .moved = {10, 20}, .width = 100, .height = 50};
    // The point (35, 5) of the picture is at 2 * 35 + 10 = 80, 2 * 5 + 20 = 30.
    const View closer = view.zoomed_at({80, 30}, 3.0);
    EXPECT_DOUBLE_EQ(closer.magnified, 6.0);
    EXPECT_DOUBLE_EQ(35 * closer.magnified + closer.moved.x, 80.0);
    EXPECT_DOUBLE_EQ(5 * closer.magnified + closer.moved.y, 30.0);
}

TEST(View, FitsAPictureIntoAWindowOfAnotherShape) {
    const View view = fitted(200, 100, 100, 100); // half size, 25 pixels free above and below
    EXPECT_EQ(view, (View{.magnified = 0.5, .moved = {0, 25}, .width = 100, .height = 100}));
}

TEST(View, BetweenTwoViewsJoinsThem) {
    const View from{.magnified = 2, .moved = {10, 20}, .width = 100, .height = 50};
    const View to = from.zoomed_at({30, 40}, 1.5).dragged(7, -3);
    const View step = between(from, to);
    const Point p{11, 13};
    EXPECT_DOUBLE_EQ((p.x * 2 + 10) * step.magnified + step.moved.x,
                     p.x * to.magnified + to.moved.x);
    EXPECT_DOUBLE_EQ((p.y * 2 + 20) * step.magnified + step.moved.y,
                     p.y * to.magnified + to.moved.y);
}

TEST(View, OnAMapIsACamera) {
    const View view{.magnified = 2, .moved = {10, 20}, .width = 100, .height = 50};
    const Camera seen = seen_through(camera, view);
    const geo::MapPoint place{12'000, -7'000};
    const Point before = camera.to_pixel(place);
    EXPECT_NEAR(seen.to_pixel(place).x, before.x * 2 + 10, 1e-9);
    EXPECT_NEAR(seen.to_pixel(place).y, before.y * 2 + 20, 1e-9);
}

} // namespace
} // namespace landsea::viz
