#include "geo/detail/arc_tree.hpp"
#include "tests/support/random_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace landsea::geo::detail {
namespace {

using model::LatLon;
using support::Dice;

/// From -1 to 1.
double swing(Dice& dice) {
    return dice.roll(2'000'001) / 1e6 - 1.0;
}

/// A point within about `reach` radians of a middle.
UnitVector near(UnitVector middle, double reach, Dice& dice) {
    return normalised(middle + reach * UnitVector{swing(dice), swing(dice), swing(dice)});
}

const std::vector<UnitVector>& middles() {
    static const std::vector<UnitVector> all{
        direction(LatLon::degrees(20, 110)), direction(LatLon::degrees(0, 180)),
        direction(LatLon::degrees(-65, -179.9)), direction(LatLon::degrees(90, 0)),
        direction(LatLon::degrees(-89.9, 30))};
    return all;
}

/// Whether two arcs cross, from the meeting of their great circles and sums of angles; nullopt
/// when an end lies within a millionth of a radian of the other arc.
std::optional<bool> cross_by_angles(UnitVector a, UnitVector b, UnitVector v, UnitVector w) {
    constexpr double doubt = 1e-6;
    const UnitVector meeting = normalised(cross(cross(a, b), cross(v, w)));
    for (const UnitVector at : {meeting, -1.0 * meeting}) {
        const double off = std::max(angle(a, at) + angle(at, b) - angle(a, b),
                                    angle(v, at) + angle(at, w) - angle(v, w));
        if (std::min({angle(a, at), angle(b, at), angle(v, at), angle(w, at)}) < doubt) {
            return std::nullopt;
        }
        if (off < 1e-12) {
            return true;
        }
    }
    return false;
}

TEST(ArcsCross, AsSumsOfAnglesSay) {
    Dice dice{1};
    int crossing = 0;
    int clear = 0;
    for (int i = 0; i < 20'000; ++i) {
        const UnitVector middle = middles()[dice.roll(5)];
        const double reach = dice.roll(2) == 0 ? 0.02 : 1.0;
        const auto any = [&] { return near(middle, reach, dice); };
        const UnitVector a = any(), b = any(), v = any(), w = any();
        const auto expected = cross_by_angles(a, b, v, w);
        if (expected) {
            ASSERT_EQ(arcs_cross(a, b, v, w), *expected) << i;
            ASSERT_EQ(arcs_cross(v, w, a, b), *expected) << i;
            ASSERT_EQ(arcs_cross(b, a, w, v), *expected) << i;
            ++(*expected ? crossing : clear);
        }
    }
    EXPECT_GT(crossing, 2000);
    EXPECT_GT(clear, 2000);
}

TEST(ArcsCross, NotWhereOneMeetsTheOtherBehindTheEarth) {
    const auto on_equator = [](double lon) { return direction(LatLon::degrees(0, lon)); };
    const auto on_meridian = [](double lat) { return direction(LatLon::degrees(lat, 180)); };
    // The great circles meet at longitudes 0 and 180; one arc holds the first, one the second.
    EXPECT_FALSE(arcs_cross(on_equator(-10), on_equator(10), on_meridian(-10), on_meridian(10)));
    EXPECT_TRUE(arcs_cross(on_equator(170), on_equator(-170), on_meridian(-10), on_meridian(10)));
}

TEST(ArcTree, SaysWhatTryingAllArcsSays) {
    Dice dice{2};
    int crossed = 0;
    int clear = 0;
    for (int scene = 0; scene < 200; ++scene) {
        const UnitVector middle = middles()[dice.roll(5)];
        const double reach = scene % 3 == 0 ? 1.0 : 0.05;
        const double longest = scene % 2 == 0 ? 0.3 * reach : 0.02 * reach;
        std::vector<Arc> arcs;
        for (std::uint32_t i = 0; i < 1 + dice.roll(60); ++i) {
            const UnitVector a = near(middle, reach, dice);
            arcs.push_back({a, near(a, longest, dice), i, i + 1});
        }
        const ArcTree tree{arcs};
        for (int query = 0; query < 60; ++query) {
            const UnitVector v = near(middle, reach, dice);
            const UnitVector w = near(v, query % 2 == 0 ? reach : 0.1 * reach, dice);
            const std::uint32_t at_v = dice.roll(2) == 0 ? no_corner : dice.roll(60);
            const std::uint32_t at_w = dice.roll(2) == 0 ? no_corner : dice.roll(60);
            const bool expected = std::ranges::any_of(arcs, [&](const Arc& arc) {
                const auto ends_at = [&](std::uint32_t corner) {
                    return corner != no_corner && (arc.from == corner || arc.to == corner);
                };
                return !ends_at(at_v) && !ends_at(at_w) && arcs_cross(arc.a, arc.b, v, w);
            });
            ASSERT_EQ(tree.is_crossed(v, w, at_v, at_w), expected) << scene << " " << query;
            ++(expected ? crossed : clear);
        }
    }
    EXPECT_GT(crossed, 300);
    EXPECT_GT(clear, 1000);
}

TEST(ArcTree, LosesNoLineBetweenTheTwoArcsOfACorner) {
    Dice dice{3};
    for (int i = 0; i < 5000; ++i) {
        const UnitVector corner = near(middles()[dice.roll(5)], 0.3, dice);
        const UnitVector some = near(corner, 0.05, dice);
        // The line goes through the corner itself, as exactly as numbers can; the coast comes from
        // one side of the line and goes on to the other.
        const UnitVector along = 0.01 * normalised(some - dot(some, corner) * corner);
        const UnitVector across = 0.01 * normalised(cross(corner, along));
        const UnitVector v = normalised(corner + along);
        const UnitVector w = normalised(corner - along);
        const UnitVector left = normalised(corner + across + 0.9 * swing(dice) * along);
        const UnitVector right = normalised(corner - across + 0.9 * swing(dice) * along);
        const ArcTree tree{{{left, corner, 0, 1}, {corner, right, 1, 2}}};
        ASSERT_TRUE(tree.is_crossed(v, w)) << i;
        ASSERT_TRUE(tree.is_crossed(w, v)) << i;
        ASSERT_FALSE(tree.is_crossed(v, w, 1)) << i; // from that very corner nothing is in the way
    }
}

TEST(ArcTree, LosesNoLineBetweenThePiecesOfALongArc) {
    // An arc of 60 degrees is kept in 105 pieces; lines across it at every joint.
    const UnitVector a = direction(LatLon::degrees(0, -30));
    const UnitVector b = direction(LatLon::degrees(0, 30));
    const ArcTree tree{{{a, b, 0, 1}}};
    for (int i = 1; i < 105; ++i) {
        const double lon = -30.0 + 60.0 * i / 105;
        EXPECT_TRUE(tree.is_crossed(direction(LatLon::degrees(-5, lon)),
                                    direction(LatLon::degrees(5, lon))))
            << i;
    }
}

TEST(ArcTree, OfNothingIsNeverCrossed) {
    EXPECT_FALSE(ArcTree{{}}.is_crossed({1, 0, 0}, {0, 1, 0}));
}

} // namespace
} // namespace landsea::geo::detail
