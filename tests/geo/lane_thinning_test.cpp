#include "geo/detail/unit_vector.hpp"
#include "geo/lane_thinning.hpp"
#include "tests/support/random_scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

namespace landsea::geo {
namespace {

using model::LatLon;
using model::SeaEdge;
using support::Dice;

constexpr std::uint16_t passage_count = 3;
constexpr std::uint32_t sides = 1U << passage_count; ///< of the passages that a way has ended on

struct Sea {
    std::vector<LatLon> nodes;
    std::vector<SeaEdge> edges;
};

/// Edges of all lengths, some with a bend, some side by side, some through passages.
Sea random_sea(Dice& dice) {
    Sea sea;
    const std::uint32_t count = 5 + dice.roll(10);
    const auto anywhere = [&] {
        return LatLon::degrees(dice.roll(1000) / 100.0, 175.0 + dice.roll(500) / 100.0);
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        sea.nodes.push_back(anywhere());
    }
    for (std::uint32_t e = 0; e < count * 5; ++e) {
        SeaEdge edge{.from = dice.roll(count),
                     .to = dice.roll(count),
                     .length = model::Km{1},
                     .passages = {},
                     .shape = {}};
        if (edge.from == edge.to) {
            continue;
        }
        for (std::uint16_t p = 0; p < passage_count; ++p) {
            if (dice.roll(5) == 0) {
                edge.passages.push_back(p);
            }
        }
        if (dice.roll(8) == 0) {
            edge.shape.push_back(anywhere());
        }
        sea.edges.push_back(edge);
    }
    return sea;
}

/// In radians on the sphere, which is what thinning compares.
double length_of(const SeaEdge& edge, const std::vector<LatLon>& nodes) {
    std::vector<LatLon> line{nodes[edge.from]};
    line.insert(line.end(), edge.shape.begin(), edge.shape.end());
    line.push_back(nodes[edge.to]);
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += angle(detail::direction(line[i - 1]), detail::direction(line[i]));
    }
    return sum;
}

std::uint32_t mask_of(const SeaEdge& edge) {
    std::uint32_t mask = 0;
    for (const std::uint16_t p : edge.passages) {
        mask |= 1U << p;
    }
    return mask;
}

/// The shortest ways from a node to each node on each side of the passages, with some closed, by
/// trying every edge until nothing gets shorter (Bellman and Ford).
std::vector<double> ways(const Sea& sea, std::uint32_t from, std::uint32_t closed) {
    std::vector<double> best(sea.nodes.size() * sides, std::numeric_limits<double>::infinity());
    best[from * sides] = 0.0;
    for (bool is_better = true; is_better;) {
        is_better = false;
        for (const SeaEdge& edge : sea.edges) {
            if ((mask_of(edge) & closed) != 0) {
                continue;
            }
            const double length = length_of(edge, sea.nodes);
            for (std::uint32_t side = 0; side < sides; ++side) {
                for (const auto& [a, b] : {std::pair{edge.from, edge.to}, {edge.to, edge.from}}) {
                    double& known = best[b * sides + (side ^ mask_of(edge))];
                    const double found = best[a * sides + side] + length;
                    if (found < known) {
                        known = found;
                        is_better = true;
                    }
                }
            }
        }
    }
    return best;
}

TEST(LaneThinning, MakesNoWayLongerThanTheStretchWhateverIsClosedOrRequired) {
    Dice dice{21};
    std::size_t before = 0;
    std::size_t after = 0;
    for (int scene = 0; scene < 40; ++scene) {
        const Sea sea = random_sea(dice);
        const double stretch = std::vector{1.002, 1.1, 1.5}[scene % 3];
        const Sea thin{sea.nodes, thinned(sea.nodes, sea.edges, stretch)};
        before += sea.edges.size();
        after += thin.edges.size();
        for (std::uint32_t closed = 0; closed < sides; ++closed) {
            for (std::uint32_t from = 0; from < sea.nodes.size(); ++from) {
                const auto whole = ways(sea, from, closed);
                const auto left = ways(thin, from, closed);
                for (std::size_t state = 0; state < whole.size(); ++state) {
                    ASSERT_LE(left[state], whole[state] * stretch + 1e-9)
                        << "scene " << scene << ", closed " << closed << ", from " << from
                        << ", state " << state;
                }
            }
        }
    }
    EXPECT_LT(after, before * 3 / 4);
}

TEST(LaneThinning, KeepsTheEdgesItKeepsAsTheyAreAndInTheirOrder) {
    Dice dice{22};
    for (int scene = 0; scene < 20; ++scene) {
        const Sea sea = random_sea(dice);
        const auto thin = thinned(sea.nodes, sea.edges, 1.3);
        auto from = sea.edges.begin();
        for (const SeaEdge& edge : thin) {
            from = std::find(from, sea.edges.end(), edge);
            ASSERT_NE(from, sea.edges.end());
            ++from;
        }
        EXPECT_EQ(thinned(sea.nodes, sea.edges, 1.3), thin);
    }
}

TEST(LaneThinning, LeavesOutALineThatOthersReplace) {
    const auto at = [](double lat, double lon) { return LatLon::degrees(lat, lon); };
    const auto edge = [](std::uint32_t from, std::uint32_t to,
                         std::vector<std::uint16_t> passages = {}) {
        return SeaEdge{.from = from,
                       .to = to,
                       .length = model::Km{1},
                       .passages = std::move(passages),
                       .shape = {}};
    };
    // On the equator 0 - 1 - 2 is just as long as 0 - 2.
    const std::vector<LatLon> nodes{at(0, 0), at(0, 1), at(0, 2)};
    const std::vector<SeaEdge> plain{edge(0, 2), edge(0, 1), edge(1, 2)};
    EXPECT_THAT(thinned(nodes, plain, 1.001), testing::ElementsAre(plain[1], plain[2]));
    // Through other passages it is another way.
    const std::vector<SeaEdge> gated{edge(0, 2, {0}), edge(0, 1), edge(1, 2)};
    EXPECT_EQ(thinned(nodes, gated, 1.001).size(), 3U);
    const std::vector<SeaEdge> same{edge(0, 2, {0}), edge(0, 1), edge(1, 2, {0})};
    EXPECT_THAT(thinned(nodes, same, 1.001), testing::ElementsAre(same[1], same[2]));
    // In by a gate and out again is not through it.
    const std::vector<SeaEdge> twice{edge(0, 2, {0}), edge(0, 1, {0}), edge(1, 2, {0})};
    EXPECT_EQ(thinned(nodes, twice, 1.001).size(), 3U);
}

} // namespace
} // namespace landsea::geo
