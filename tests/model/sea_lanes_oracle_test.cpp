#include "model/sea_lanes.hpp"
#include "tests/support/random_scene.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace landsea::model {
namespace {

using Open = SeaPassage::Open;
using support::Dice;

constexpr std::uint32_t passage_count = 4;

/// Any graph: parallel edges, islands of their own, ties.
SeaLanes random_lanes(Dice& dice, std::uint32_t nodes, std::uint32_t edges) {
    std::vector<SeaPassage> passages;
    for (std::uint32_t p = 0; p < passage_count; ++p) {
        passages.push_back(
            {std::string(1, static_cast<char>('a' + p)), static_cast<Open>(dice.roll(3))});
    }
    std::vector<SeaEdge> all;
    for (std::uint32_t e = 0; e < edges; ++e) {
        SeaEdge edge{.from = dice.roll(nodes),
                     .to = dice.roll(nodes),
                     .length = Km{1.0 + dice.roll(6)},
                     .passages = {},
                     .shape = {}};
        if (edge.from == edge.to) {
            continue;
        }
        for (std::uint16_t p = 0; p < passage_count; ++p) {
            if (dice.roll(6) == 0) {
                edge.passages.push_back(p);
            }
        }
        all.push_back(edge);
    }
    return {passages, std::vector<SeaNode>(nodes), all};
}

SeaRules random_rules(Dice& dice, std::uint32_t most_required) {
    SeaRules rules;
    rules.vessel = dice.roll(2) == 0 ? Vessel::ocean : Vessel::feeder;
    for (std::uint32_t p = 0; p < passage_count; ++p) {
        const std::string id(1, static_cast<char>('a' + p));
        if (dice.roll(4) == 0) {
            rules.closed.push_back(id);
        }
        if (rules.required.size() < most_required && dice.roll(3) == 0) {
            rules.required.push_back(id);
        }
    }
    return rules;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// What the documentation says about who may go where, once more.
bool is_open(const SeaPassage& passage, const SeaRules& rules) {
    if (has(rules.closed, passage.id)) {
        return false;
    }
    return has(rules.required, passage.id) || passage.open == Open::to_all ||
           (passage.open == Open::to_feeders && rules.vessel == Vessel::feeder);
}

bool is_open(const SeaEdge& edge, const SeaLanes& lanes, const SeaRules& rules) {
    return std::ranges::all_of(
        edge.passages, [&](std::uint16_t p) { return is_open(lanes.passages()[p], rules); });
}

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                    boost::no_property, boost::property<boost::edge_weight_t, int>>;

/// Distances in km by Boost.Graph; the greatest int where there is no way.
std::vector<int> plain_distances(const SeaLanes& lanes, std::uint32_t from, const SeaRules& rules) {
    Graph graph{lanes.nodes().size()};
    for (const SeaEdge& edge : lanes.edges()) {
        if (is_open(edge, lanes, rules)) {
            boost::add_edge(edge.from, edge.to, static_cast<int>(edge.length.count()), graph);
        }
    }
    std::vector<int> distances(lanes.nodes().size());
    boost::dijkstra_shortest_paths(graph, from, boost::distance_map(distances.data()));
    return distances;
}

TEST(SeaLanes, AgreeWithPlainDijkstraOnGraphsOfAnyShape) {
    Dice dice{20260301};
    int reached = 0;
    int unreached = 0;
    for (int graph = 0; graph < 3000; ++graph) {
        SCOPED_TRACE("graph " + std::to_string(graph));
        const std::uint32_t nodes = 2 + dice.roll(20);
        const SeaLanes lanes = random_lanes(dice, nodes, dice.roll(3 * nodes));
        const SeaRules rules = random_rules(dice, 0);
        const std::uint32_t from = dice.roll(nodes);
        const auto expected = plain_distances(lanes, from, rules);
        const auto found = lanes.distances(from, rules);
        ASSERT_EQ(found.size(), nodes);
        std::vector<std::uint32_t> all(nodes);
        std::iota(all.begin(), all.end(), 0U);
        const auto at_once = lanes.courses(from, all, rules);
        for (std::uint32_t to = 0; to < nodes; ++to) {
            const auto course = lanes.course(from, to, rules);
            ASSERT_EQ(found[to].has_value(), course.has_value());
            ASSERT_EQ(at_once[to].has_value(), course.has_value());
            if (expected[to] == std::numeric_limits<int>::max()) {
                ASSERT_FALSE(course);
                ++unreached;
                continue;
            }
            ASSERT_TRUE(course);
            ASSERT_EQ(course->length, Km{static_cast<double>(expected[to])});
            ASSERT_EQ(*found[to], course->length);
            ASSERT_EQ(at_once[to]->length, course->length);
            ASSERT_EQ(at_once[to]->passages, course->passages);
            for (const std::string& passage : course->passages) {
                ASSERT_TRUE(
                    is_open(*std::ranges::find(lanes.passages(), passage, &SeaPassage::id), rules));
            }
            ++reached;
        }
    }
    EXPECT_GT(reached, 3000);
    EXPECT_GT(unreached, 3000);
}

/// The shortest walk of at most `most_edges` edges that goes through each required passage an odd
/// number of times, by trying all.
class Walks {
  public:
    Walks(const SeaLanes& lanes, const SeaRules& rules, std::size_t most_edges)
        : lanes_{lanes}, rules_{rules}, most_edges_{most_edges} {
        for (std::size_t p = 0; p < lanes.passages().size(); ++p) {
            wanted_ |= has(rules.required, lanes.passages()[p].id) ? 1U << p : 0U;
        }
    }

    double shortest(std::uint32_t from, std::uint32_t to) {
        best_ = std::numeric_limits<double>::infinity();
        to_ = to;
        walk(from, 0.0, 0, 0);
        return best_;
    }

  private:
    void walk(std::uint32_t node, double km, std::size_t edges, std::uint32_t sides) {
        if (km >= best_) {
            return;
        }
        if (node == to_ && (sides & wanted_) == wanted_) {
            best_ = km;
            return;
        }
        if (edges == most_edges_) {
            return;
        }
        for (const SeaEdge& edge : lanes_.edges()) {
            if ((edge.from != node && edge.to != node) || !is_open(edge, lanes_, rules_)) {
                continue;
            }
            std::uint32_t after = sides;
            for (const std::uint16_t p : edge.passages) {
                after ^= 1U << p;
            }
            walk(edge.from == node ? edge.to : edge.from, km + edge.length.count(), edges + 1,
                 after);
        }
    }

    const SeaLanes& lanes_;
    const SeaRules& rules_;
    std::size_t most_edges_;
    std::uint32_t wanted_{};
    std::uint32_t to_{};
    double best_{};
};

TEST(SeaLanes, GoThroughRequiredPassagesByTheShortestOfAllWalks) {
    constexpr std::size_t most_edges = 9;
    Dice dice{20260302};
    int detours = 0;
    int none = 0;
    for (int graph = 0; graph < 4000; ++graph) {
        SCOPED_TRACE("graph " + std::to_string(graph));
        const SeaLanes lanes = random_lanes(dice, 4, 3 + dice.roll(4));
        const SeaRules rules = random_rules(dice, 2);
        Walks walks{lanes, rules, most_edges};
        for (std::uint32_t to = 0; to < 4; ++to) {
            const double expected = walks.shortest(0, to);
            const auto course = lanes.course(0, to, rules);
            if (!course) {
                ASSERT_EQ(expected, std::numeric_limits<double>::infinity());
                ++none;
                continue;
            }
            // A course of more edges than were tried may only be longer.
            ASSERT_LE(course->length.count(), expected);
            if (course->line.size() - 1 <= most_edges) {
                ASSERT_EQ(course->length.count(), expected);
                detours += rules.required.empty() ? 0 : 1;
            }
            for (const std::string& passage : rules.required) {
                ASSERT_TRUE(has(course->passages, passage));
            }
        }
    }
    EXPECT_GT(detours, 500);
    EXPECT_GT(none, 500);
}

} // namespace
} // namespace landsea::model
