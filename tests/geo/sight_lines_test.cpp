#include "archipelago.hpp"
#include "geo/detail/arc_tree.hpp"
#include "geo/sight_lines.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>
#include <queue>

namespace landsea::geo {
namespace {

using detail::UnitVector;
using model::LatLon;
using support::Dice;

constexpr double none = std::numeric_limits<double>::infinity();

/// The shortest ways from node 0 of a graph given by its lengths, `none` where there is no edge.
std::vector<double> shortest(const std::vector<std::vector<double>>& lengths) {
    std::vector<double> best(lengths.size(), none);
    std::vector<bool> is_done(lengths.size(), false);
    best[0] = 0.0;
    for (std::size_t round = 0; round < lengths.size(); ++round) {
        std::size_t at = lengths.size();
        for (std::size_t n = 0; n < lengths.size(); ++n) {
            if (!is_done[n] && best[n] < none && (at == lengths.size() || best[n] < best[at])) {
                at = n;
            }
        }
        if (at == lengths.size()) {
            break;
        }
        is_done[at] = true;
        for (std::size_t n = 0; n < lengths.size(); ++n) {
            best[n] = std::min(best[n], best[at] + lengths[at][n]);
        }
    }
    return best;
}

/// Every corner of every ring, headland or not, and every coast, tried one by one.
class AllPairs {
  public:
    AllPairs(const Shoreline& shore, const std::vector<Path>& barriers, LatLon open_sea)
        : open_sea_{detail::direction(open_sea)} {
        for (const Path& ring : shore) {
            const std::size_t first = corners_.size();
            for (const LatLon corner : ring) {
                corners_.push_back(detail::direction(corner));
            }
            for (std::size_t i = 0; i < ring.size(); ++i) {
                coasts_.emplace_back(first + i, first + (i + 1) % ring.size());
            }
        }
        for (const Path& barrier : barriers) {
            for (std::size_t i = 1; i < barrier.size(); ++i) {
                walls_.emplace_back(detail::direction(barrier[i - 1]),
                                    detail::direction(barrier[i]));
            }
        }
    }

    /// By the number of coasts between a point and the open sea.
    [[nodiscard]] bool is_land(UnitVector point) const {
        return std::ranges::count_if(coasts_,
                                     [&](const auto& coast) {
                                         return detail::arcs_cross(corners_[coast.first],
                                                                   corners_[coast.second], point,
                                                                   open_sea_);
                                     }) %
                   2 ==
               1;
    }

    /// The shortest way between two points in the water, in radians.
    [[nodiscard]] double distance(LatLon from, LatLon to) const {
        std::vector<UnitVector> nodes{detail::direction(from), detail::direction(to)};
        nodes.insert(nodes.end(), corners_.begin(), corners_.end());
        std::vector<std::vector<double>> lengths(nodes.size(),
                                                 std::vector<double>(nodes.size(), none));
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                if (see(i, j, nodes)) {
                    lengths[i][j] = lengths[j][i] = angle(nodes[i], nodes[j]);
                }
            }
        }
        return shortest(lengths)[1];
    }

  private:
    [[nodiscard]] bool see(std::size_t i, std::size_t j,
                           const std::vector<UnitVector>& nodes) const {
        bool is_coast = false;
        for (const auto& [first, second] : coasts_) {
            const std::size_t a = first + 2;
            const std::size_t b = second + 2;
            is_coast = is_coast || (a == i && b == j) || (a == j && b == i);
            if (a != i && a != j && b != i && b != j &&
                detail::arcs_cross(nodes[a], nodes[b], nodes[i], nodes[j])) {
                return false;
            }
        }
        return std::ranges::none_of(walls_,
                                    [&](const auto& wall) {
                                        return detail::arcs_cross(wall.first, wall.second, nodes[i],
                                                                  nodes[j]);
                                    }) &&
               (is_coast || !is_land(detail::normalised(nodes[i] + nodes[j])));
    }

    UnitVector open_sea_;
    std::vector<UnitVector> corners_;
    std::vector<std::pair<std::size_t, std::size_t>> coasts_;
    std::vector<std::pair<UnitVector, UnitVector>> walls_;
};

/// The same over the headlands and lines of sight alone.
double distance_by(const SightLines& sight, LatLon from, LatLon to) {
    std::vector<UnitVector> nodes{detail::direction(from), detail::direction(to)};
    std::ranges::transform(sight.headlands(), std::back_inserter(nodes), detail::direction);
    std::vector<std::vector<double>> lengths(nodes.size(), std::vector<double>(nodes.size(), none));
    const auto join = [&](std::size_t i, std::size_t j) {
        lengths[i][j] = lengths[j][i] = angle(nodes[i], nodes[j]);
    };
    for (const auto& [first, second] : sight.between_headlands(1)) {
        join(first + 2, second + 2);
    }
    for (const std::uint32_t headland : sight.from(from)) {
        join(0, headland + 2);
    }
    for (const std::uint32_t headland : sight.from(to)) {
        join(1, headland + 2);
    }
    if (sight.are_in_sight(from, to)) {
        join(0, 1);
    }
    return shortest(lengths)[1];
}

const std::vector<LatLon>& middles() {
    static const std::vector<LatLon> all{LatLon::degrees(20, 110), LatLon::degrees(0, 180),
                                         LatLon::degrees(-65, -179.7), LatLon::degrees(89, 10)};
    return all;
}

constexpr double spacing = 0.04; // radians: islands of up to 120 km across

class SightLinesAmongIslands : public testing::TestWithParam<std::size_t> {};

TEST_P(SightLinesAmongIslands, LeadByTheShortestWayThatTryingAllCornersFinds) {
    const LatLon middle = middles()[GetParam()];
    Dice dice{static_cast<std::uint32_t>(GetParam())};
    int bent = 0;
    for (int scene = 0; scene < 12; ++scene) {
        SCOPED_TRACE("scene " + std::to_string(scene));
        const Shoreline shore = archipelago(middle, 3, 3, spacing, dice);
        const SightLines sight{shore, {}, -90, 90};
        const AllPairs oracle{shore, {}, beside(middle, 3.1 * spacing, 2.9 * spacing)};
        for (int pair = 0; pair < 3; ++pair) {
            const auto anywhere = [&] {
                while (true) {
                    const LatLon at = beside(middle, spacing * (dice.roll(4000) / 1000.0 - 2.0),
                                             spacing * (dice.roll(4000) / 1000.0 - 2.0));
                    if (!oracle.is_land(detail::direction(at))) {
                        return at;
                    }
                }
            };
            const LatLon from = anywhere();
            const LatLon to = anywhere();
            const double expected = oracle.distance(from, to);
            EXPECT_NEAR(distance_by(sight, from, to), expected, 1e-12);
            bent += sight.are_in_sight(from, to) ? 0 : 1;
        }
    }
    EXPECT_GT(bent, 10);
}

TEST_P(SightLinesAmongIslands, StopAtABarrierThatJoinsThem) {
    const LatLon middle = middles()[GetParam()];
    Dice dice{100 + static_cast<std::uint32_t>(GetParam())};
    const Shoreline shore = archipelago(middle, 3, 3, spacing, dice);
    // The ice goes from island to island of the middle row, and ends within the outer ones.
    const std::vector<Path> ice{
        {beside(middle, -spacing, 0), beside(middle, 0, 0), beside(middle, spacing, 0)}};
    const SightLines sight{shore, ice, -90, 90};
    const AllPairs oracle{shore, ice, beside(middle, 3.1 * spacing, 2.9 * spacing)};
    const LatLon south = beside(middle, 0.5 * spacing, -0.5 * spacing);
    const LatLon north = beside(middle, 0.5 * spacing, 0.5 * spacing);
    const double expected = oracle.distance(south, north);
    EXPECT_NEAR(distance_by(sight, south, north), expected, 1e-12);
    // Round the outer island, half a spacing off to the east and as much to the north and south.
    EXPECT_GT(expected, 1.41 * spacing);
    EXPECT_LT(distance_by(SightLines{shore, {}, -90, 90}, south, north), 1.2 * spacing);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, SightLinesAmongIslands, testing::Values(0, 1, 2, 3));

TEST(SightLines, AreTheSameForAnyNumberOfThreads) {
    Dice dice{7};
    const SightLines sight{archipelago(LatLon::degrees(0, 180), 4, 5, spacing, dice), {}, -90, 90};
    const auto one = sight.between_headlands(1);
    EXPECT_GT(one.size(), 100U);
    EXPECT_TRUE(std::ranges::is_sorted(one));
    EXPECT_EQ(sight.between_headlands(2), one);
    EXPECT_EQ(sight.between_headlands(3), one);
    EXPECT_EQ(sight.between_headlands(16), one);
}

TEST(SightLines, SeeNobodyThroughTheCornersOfAClosedBarrier) {
    Dice dice{8};
    const LatLon middle = LatLon::degrees(50, -179.95);
    const Shoreline shore{island(middle, 3 * spacing, 0, 0.2 * spacing, 0.4 * spacing, 7, dice)};
    Path ice = island(middle, 0, 0, 0.7 * spacing, spacing, 23, dice);
    ice.push_back(ice.front());
    const SightLines sight{shore, {ice}, -90, 90};
    EXPECT_TRUE(sight.from(middle).empty());
    const UnitVector centre = detail::direction(middle);
    for (const LatLon corner : ice) {
        const UnitVector beyond = detail::normalised(2.0 * detail::direction(corner) - centre);
        EXPECT_FALSE(sight.are_in_sight(middle, detail::place_of(beyond)));
        EXPECT_FALSE(sight.are_in_sight(detail::place_of(beyond), middle));
    }
}

TEST(SightLines, TurnOnlyWhereTheLandBulgesIntoTheWater) {
    // An L of land: six corners, of which the inner one at (1, 1) is no headland.
    const auto at = [](double lat, double lon) { return LatLon::degrees(lat, lon); };
    const Path land{at(0, 0), at(0, 2), at(1, 2), at(1, 1), at(2, 1), at(2, 0)};
    const SightLines sight{{land}, {}, -90, 90};
    EXPECT_THAT(sight.headlands(),
                testing::ElementsAre(at(0, 0), at(0, 2), at(1, 2), at(2, 1), at(2, 0)));
    // Along the shore, and (1, 2) - (2, 1) across the bay; all else is behind the land.
    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    EXPECT_THAT(sight.between_headlands(1),
                testing::ElementsAre(Pair{0, 1}, Pair{0, 4}, Pair{1, 2}, Pair{2, 3}, Pair{3, 4}));
}

TEST(SightLines, TurnAtTheCornersOfALakeFromWithin) {
    // Water within a ring of land that runs clockwise: only the corner that points inwards counts.
    const auto at = [](double lat, double lon) { return LatLon::degrees(lat, lon); };
    const Path lake{at(0, 0), at(4, 0), at(4, 4), at(2, 1), at(0, 4)};
    EXPECT_THAT((SightLines{{lake}, {}, -90, 90}.headlands()), testing::ElementsAre(at(2, 1)));
}

TEST(SightLines, DoNotTurnBeyondTheLatitudesButAreStoppedThere) {
    const auto at = [](double lat, double lon) { return LatLon::degrees(lat, lon); };
    const Path land{at(70, 0), at(70, 2), at(76, 2), at(76, 0)};
    const SightLines sight{{land}, {}, -61, 74};
    EXPECT_THAT(sight.headlands(), testing::ElementsAre(at(70, 0), at(70, 2)));
    EXPECT_FALSE(sight.are_in_sight(at(75, -1), at(75, 3)));
    EXPECT_TRUE(sight.are_in_sight(at(69, -1), at(69, 3)));
}

TEST(SightLines, PassAnIslandOnThe180thMeridian) {
    const auto at = [](double lat, double lon) { return LatLon::degrees(lat, lon); };
    const Path land{at(-1, 179), at(-1, -179), at(1, -179), at(1, 179)};
    const SightLines sight{{land}, {}, -90, 90};
    EXPECT_EQ(sight.headlands().size(), 4U);
    EXPECT_FALSE(sight.are_in_sight(at(0, 178), at(0, -178)));
    EXPECT_TRUE(sight.are_in_sight(at(3, 178), at(3, -178)));
    EXPECT_TRUE(sight.are_in_sight(at(0, -178), at(0, -10))); // and nothing is in the way elsewhere
    // Each point sees the two corners on its side tangentially, and no other.
    EXPECT_THAT(sight.from(at(0, 178)), testing::ElementsAre(0U, 3U));
    EXPECT_THAT(sight.from(at(0, -178)), testing::ElementsAre(1U, 2U));
}

} // namespace
} // namespace landsea::geo
