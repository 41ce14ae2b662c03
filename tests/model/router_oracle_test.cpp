#include "model/costing.hpp"
#include "model/router.hpp"
#include "tests/support/path_enumeration.hpp"
#include "tests/support/random_query.hpp"
#include "tests/support/random_scene.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

namespace landsea::model {
namespace {

using support::Dice;
using support::PairwiseNetwork;
using support::Path;
using support::PathEnumeration;
using support::random_query;
using support::random_scene;

constexpr int scenes = 1000;
constexpr int queries_per_scene = 6;

Itinerary itinerary_of(const Path& path, const PairwiseNetwork& graph, CargoKind cargo) {
    Itinerary itinerary;
    for (const std::uint32_t e : path) {
        for (const Step& step : steps_of(graph.edges()[e], graph.network(), cargo)) {
            itinerary.steps.push_back(step);
        }
    }
    return itinerary;
}

/// The documented order of ties: backwards from the destination, the earliest edge.
bool comes_first(const Path& a, const Path& b) {
    return std::ranges::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

template <class Check>
void for_random_queries(Check check) {
    for (int seed = 0; seed < scenes; ++seed) {
        Dice dice{static_cast<std::uint32_t>(seed)};
        const Network network = random_scene(dice).network();
        const Router router{network};
        for (int i = 0; i < queries_per_scene; ++i) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", query " + std::to_string(i));
            check(router, random_query(dice, network));
            if (testing::Test::HasFailure()) {
                return;
            }
        }
    }
}

TEST(RouterOnRandomNetworks, FindsWhatTryingEveryPathFinds) {
    int found_some = 0;
    int tied = 0;
    int constrained = 0;
    for_random_queries([&](const Router& router, const Query& query) {
        const PairwiseNetwork graph{router.graph().network()};
        const PathEnumeration all{graph, query};
        const auto found = router.best(query);
        ASSERT_EQ(found.has_value(), !all.best().empty());
        if (!found) {
            return;
        }
        const CargoKind cargo = query.shipment.kind;
        const bool with_via = !query.constraints.via.empty() || query.constraints.order;
        ++found_some;
        tied += all.best().size() > 1 ? 1 : 0;
        constrained += with_via ? 1 : 0;
        if (with_via) {
            EXPECT_TRUE(std::ranges::any_of(all.best(), [&](const Path& path) {
                return itinerary_of(path, graph, cargo).steps == found->steps;
            }));
        } else {
            const Path first = *std::ranges::min_element(all.best(), comes_first);
            EXPECT_EQ(itinerary_of(first, graph, cargo).steps, found->steps);
        }
    });
    // The networks are neither all empty nor all connected, and ties do occur.
    EXPECT_GT(found_some, scenes);
    EXPECT_LT(found_some, scenes * queries_per_scene - scenes);
    EXPECT_GT(tied, 20);
    EXPECT_GT(constrained, 100);
}

TEST(RouterOnRandomNetworks, WeighsWhatBoostFindsOnThePublicWeights) {
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                              boost::property<boost::edge_weight_t, std::uint64_t>>;
    for_random_queries([&](const Router& router, Query query) {
        query.constraints.via.clear();
        query.constraints.order.reset();
        const auto weights = weights_of(router.graph(), query);
        Graph graph{router.graph().vertex_count()};
        for (std::size_t e = 0; e < weights.size(); ++e) {
            const Edge& edge = router.graph().edges()[e];
            if (weights[e] != unreachable) {
                boost::add_edge(edge.tail, edge.head, weights[e], graph);
            }
        }
        std::vector<std::uint64_t> distance(router.graph().vertex_count());
        boost::dijkstra_shortest_paths(graph, router.graph().origin_of(query.from),
                                       boost::distance_map(distance.data()));
        const auto expected = distance[router.graph().destination_of(query.to)];
        const auto found = router.best(query);
        ASSERT_EQ(found.has_value(), expected != std::numeric_limits<std::uint64_t>::max());
        if (found) {
            // All numbers of the scene are whole hours and dollars: nothing is rounded away.
            const Tally total =
                Costing{router.graph().network(), query.shipment, query.month}.mean(*found);
            const double weight = query.criterion == Criterion::time ? total.time.count() * 1000.0
                                                                     : total.money.count() * 100.0;
            EXPECT_EQ(weight, static_cast<double>(expected));
        }
    });
}

TEST(RouterOnRandomNetworks, GivesFromOneSearchWhatIsBestForEachDestination) {
    for_random_queries([](const Router& router, Query query) {
        const RouteTree tree = router.best_from(query);
        for (const PlaceId destination : router.graph().network().parts().places.ids()) {
            query.to = destination;
            const auto alone = router.best(query);
            const auto among_all = tree.to(destination);
            ASSERT_EQ(alone.has_value(), among_all.has_value());
            EXPECT_TRUE(!alone || alone->steps == among_all->steps);
        }
    });
}

TEST(RouterOnRandomNetworks, GivesTheSameAnswerEachTime) {
    for_random_queries([](const Router& router, const Query& query) {
        const auto once = router.best(query);
        const auto again = Router{router.graph().network()}.best(query);
        ASSERT_EQ(once.has_value(), again.has_value());
        EXPECT_TRUE(!once || once->steps == again->steps);
    });
}

} // namespace
} // namespace landsea::model
