#include "model/arc_search.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <random>
#include <stdexcept>

namespace landsea::model {
namespace {

using testing::ElementsAre;

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(ArcSearch, FindsTheCheapestPathWhateverTheOrderOfTheArcs) {
    const ArcGraph graph{4, {{2, 3}, {0, 2}, {1, 3}, {0, 1}}};
    const ArcTree tree = graph.cheapest_from(0, {1.0, 1.5, 1.0, 1.0});
    EXPECT_EQ(tree.distance[3], 2.0);
    EXPECT_THAT(*graph.path(tree, 3), ElementsAre(3, 2));
    EXPECT_THAT(*graph.path(tree, 0), ElementsAre());
}

TEST(ArcSearch, KeepsParallelArcsApart) {
    const ArcGraph graph{2, {{0, 1}, {0, 1}}};
    EXPECT_THAT(*graph.path(graph.cheapest_from(0, {2.0, 1.0}), 1), ElementsAre(1));
    EXPECT_THAT(*graph.path(graph.cheapest_from(0, {1.0, 2.0}), 1), ElementsAre(0));
}

TEST(ArcSearch, NeverUsesAnArcOfInfiniteCost) {
    const ArcGraph graph{2, {{0, 1}}};
    const ArcTree tree = graph.cheapest_from(0, {infinite});
    EXPECT_EQ(tree.distance[1], infinite);
    EXPECT_EQ(graph.path(tree, 1), std::nullopt);
}

TEST(ArcSearch, RefusesAnArcOutOfTheVertices) {
    EXPECT_THROW((ArcGraph{1, {{0, 1}}}), std::invalid_argument);
}

/// Bellman-Ford, which knows neither heaps nor Boost.
std::vector<double> relaxed(std::uint32_t vertices, const std::vector<ArcGraph::Ends>& arcs,
                            const std::vector<double>& costs) {
    std::vector<double> distance(vertices, infinite);
    distance[0] = 0;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        for (std::size_t a = 0; a < arcs.size(); ++a) {
            distance[arcs[a].second] =
                std::min(distance[arcs[a].second], distance[arcs[a].first] + costs[a]);
        }
    }
    return distance;
}

TEST(ArcSearch, AgreesWithRelaxingAllArcsOnRandomGraphs) {
    std::mt19937 random{7}; // whole numbers only: std distributions differ between libraries
    const auto below = [&](unsigned long n) { return static_cast<std::uint32_t>(random() % n); };
    for (int round = 0; round < 200; ++round) {
        const std::uint32_t vertices = 2 + below(12);
        std::vector<ArcGraph::Ends> arcs;
        std::vector<double> costs;
        for (std::uint32_t i = below(40); i > 0; --i) {
            const std::uint32_t tail = below(vertices);
            arcs.emplace_back(tail, below(vertices));
            costs.push_back(below(4) == 0 ? infinite : below(5));
        }
        const ArcGraph graph{vertices, arcs};
        const ArcTree tree = graph.cheapest_from(0, costs);
        EXPECT_EQ(tree.distance, relaxed(vertices, arcs, costs));
        for (std::uint32_t v = 0; v < vertices; ++v) {
            const auto path = graph.path(tree, v);
            ASSERT_EQ(path.has_value(), tree.distance[v] < infinite);
            double sum = 0;
            for (const std::uint32_t arc : path.value_or(std::vector<std::uint32_t>{})) {
                sum += costs[arc];
            }
            EXPECT_EQ(path ? sum : infinite, tree.distance[v]);
        }
    }
}

} // namespace
} // namespace landsea::model
