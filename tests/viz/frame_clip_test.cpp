#include "viz/detail/frame_clip.hpp"

#include <gtest/gtest.h>

namespace landsea::viz::detail {
namespace {

constexpr Box box{0, 0, 10, 10};

TEST(ClippedLine, IsInPiecesWhereItLeavesTheBox) {
    //  in, out over the top, in again
    const auto pieces = clipped_line({{2, 5}, {2, -5}, {8, -5}, {8, 5}}, box);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0], (std::vector<Point>{{2, 5}, {2, 0}}));
    EXPECT_EQ(pieces[1], (std::vector<Point>{{8, 0}, {8, 5}}));
}

TEST(ClippedLine, KeepsALineThatCrossesTheBox) {
    EXPECT_EQ(clipped_line({{-5, 5}, {15, 5}}, box),
              (std::vector<std::vector<Point>>{{{0, 5}, {10, 5}}}));
    EXPECT_TRUE(clipped_line({{-5, -5}, {15, -5}}, box).empty());
}

TEST(ClippedRing, OfASquareRoundTheBoxIsTheBox) {
    const auto ring = clipped_ring({{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}, box);
    for (const Point corner : {Point{0, 0}, {10, 0}, {10, 10}, {0, 10}}) {
        EXPECT_NE(std::ranges::find(ring, corner), ring.end());
    }
    EXPECT_TRUE(clipped_ring({{20, 20}, {30, 20}, {30, 30}}, box).empty());
}

TEST(ThinnedLine, KeepsBothEnds) {
    EXPECT_EQ(thinned({{0, 0}, {0.1, 0}, {0.2, 0}, {1, 0}, {1.1, 0}}, 0.5),
              (std::vector<Point>{{0, 0}, {1, 0}, {1.1, 0}}));
}

} // namespace
} // namespace landsea::viz::detail
