#include "model/alternative_routes.hpp"
#include "model/route_overlap.hpp"
#include "model/router.hpp"
#include "tests/support/path_enumeration.hpp"
#include "tests/support/random_query.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <tuple>

namespace landsea::model {
namespace {

using support::certain;
using support::Dice;
using support::PairwiseNetwork;
using support::Path;
using support::PathRules;
using support::Scene;
using testing::ElementsAre;

using Search = AlternativeRoutes::Search;

constexpr int scenes = 600;
constexpr int queries_per_scene = 4;

/// A loopless route as trying every path finds it, in the documented order.
struct Candidate {
    std::uint64_t weight{};
    std::size_t edges{};
    std::vector<std::uint32_t> vertices;
    Itinerary itinerary;

    friend bool operator<(const Candidate& a, const Candidate& b) {
        return std::tie(a.weight, a.edges, a.vertices) < std::tie(b.weight, b.edges, b.vertices);
    }
};

/// Whether no place is come to twice with the same targets met, nor a city from outside it.
bool is_loopless(const PathRules& rules, const Path& path, const std::vector<std::uint32_t>& met) {
    const Network& network = rules.graph().network();
    const auto city = [&](PlaceId place) { return network[place].part_of.value_or(place); };
    std::vector<std::pair<PlaceId, std::uint32_t>> been{{rules.query().from, 0}};
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Edge& edge = rules.graph().edges()[path[i]];
        const PlaceId to = edge.link ? network[*edge.link].to : edge.place;
        for (const auto& [place, then] : been) {
            const bool again =
                place == to || (city(place) == city(to) && city(to) != city(edge.place));
            if (edge.link && then == met[i] && again) {
                return false;
            }
        }
        been.emplace_back(to, met[i]);
    }
    return true;
}

std::vector<Candidate> every_loopless_route(const PathRules& rules) {
    const auto weights = rules.weights(rules.query().criterion);
    std::vector<Candidate> all;
    const auto loopless = [&](const Path& path, const std::vector<std::uint32_t>& met) {
        return is_loopless(rules, path, met);
    };
    const auto keep = [&](const Path& path) {
        Candidate& one = all.emplace_back();
        one.edges = path.size();
        for (const std::uint32_t e : path) {
            const Edge& edge = rules.graph().edges()[e];
            one.weight += weights[e];
            one.vertices.push_back(edge.head);
            for (const Step& step :
                 steps_of(edge, rules.graph().network(), rules.query().shipment.kind)) {
                one.itinerary.steps.push_back(step);
            }
        }
    };
    for_every_path(rules, keep, loopless);
    std::ranges::sort(all, std::less<>{});
    return all;
}

double metres(const Itinerary& route, const Network& network) {
    return shared_length(route, route, network).count() * 1000.0;
}

/// Greedily, in order: what shares more than the part, in whole metres, is passed over.
std::vector<Candidate> thinned(const std::vector<Candidate>& all, double part,
                               const Network& network) {
    std::vector<Candidate> kept;
    for (const Candidate& one : all) {
        const bool differs = std::ranges::all_of(kept, [&](const Candidate& other) {
            const double shorter =
                std::min(metres(one.itinerary, network), metres(other.itinerary, network));
            return shared_length(one.itinerary, other.itinerary, network).count() * 1000.0 <=
                   std::round(part * shorter);
        });
        if (differs) {
            kept.push_back(one);
        }
    }
    return kept;
}

template <class Check>
void for_random_queries(Check check) {
    for (int seed = 0; seed < scenes; ++seed) {
        Dice dice{static_cast<std::uint32_t>(seed)};
        const Network network =
            (seed % 2 == 0 ? support::random_chain(dice) : support::random_scene(dice)).network();
        const VirtualNetwork graph{network};
        const PairwiseNetwork pairs{network};
        for (int i = 0; i < queries_per_scene; ++i) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", query " + std::to_string(i));
            const auto places = static_cast<std::uint32_t>(network.parts().places.size());
            const Query from_end_to_end{.from = {1}, .to = {places - 1}}; // of a chain
            const Query query = i == 0 ? from_end_to_end : support::random_query(dice, network);
            check(graph, PathRules{pairs, query}, dice);
            if (testing::Test::HasFailure()) {
                return;
            }
        }
    }
}

void expect_same(const AlternativeRoutes& found, const std::vector<Candidate>& expected,
                 std::size_t asked) {
    ASSERT_EQ(found.routes.size(), std::min(asked, expected.size()));
    EXPECT_EQ(found.search, expected.size() < asked ? Search::no_more : Search::found_all);
    for (std::size_t i = 0; i < found.routes.size(); ++i) {
        EXPECT_EQ(found.routes[i].weight, expected[i].weight);
        EXPECT_EQ(found.routes[i].itinerary.steps, expected[i].itinerary.steps);
    }
}

TEST(AlternativeRoutesOnRandomNetworks, AreTheShortestOfAllLooplessOnes) {
    int tied = 0;
    int many = 0;
    int none = 0;
    int constrained = 0;
    for_random_queries([&](const VirtualNetwork& graph, const PathRules& rules, Dice& dice) {
        const auto expected = every_loopless_route(rules);
        const std::size_t count = 1 + dice.roll(12);
        expect_same(alternative_routes(graph, rules.query(), {.count = count}), expected, count);
        tied += expected.size() > 1 && expected[0].weight == expected[1].weight &&
                        expected[0].edges == expected[1].edges
                    ? 1
                    : 0;
        many += expected.size() >= count ? 1 : 0;
        none += expected.empty() ? 1 : 0;
        constrained += !rules.query().constraints.via.empty() && expected.size() > 1 ? 1 : 0;
    });
    EXPECT_GT(tied, 20);
    EXPECT_GT(many, 100);
    EXPECT_GT(none, 100);
    EXPECT_GT(constrained, 20);
}

TEST(AlternativeRoutesOnRandomNetworks, AreAllLooplessOnesWhenThatManyAreAskedFor) {
    for_random_queries([](const VirtualNetwork& graph, const PathRules& rules, Dice& /*dice*/) {
        const auto expected = every_loopless_route(rules);
        if (expected.size() < 300) {
            const std::size_t count = expected.size() + 1;
            expect_same(alternative_routes(graph, rules.query(), {.count = count}), expected,
                        count);
        }
    });
}

TEST(AlternativeRoutesOnRandomNetworks, ShareNoMoreThanTheyMay) {
    int thinner = 0;
    for_random_queries([&](const VirtualNetwork& graph, const PathRules& rules, Dice& dice) {
        const Network& network = graph.network();
        const double part = 0.1 * dice.roll(10);
        const auto all = every_loopless_route(rules);
        const auto expected = thinned(all, part, network);
        const std::size_t count = 1 + dice.roll(6);
        expect_same(alternative_routes(graph, rules.query(), {.count = count, .most_shared = part}),
                    expected, count);
        thinner += expected.size() < std::min(all.size(), count) ? 1 : 0;
    });
    EXPECT_GT(thinner, 50);
}

/// Two tracks and a road side by side, then a ship; the road costs nothing but time.
///
///     a --train 1 h--> b --ship 10 h--> c
///     a --slow train 2 h--> b
///     a --truck 3 h--> b                     a --long ship 30 h--> c
struct Parallel {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c");
    LinkId rail = scene.link("rail", a, b, Mode::rail, Hours{1});
    LinkId slow = scene.link("slow", a, b, Mode::rail, Hours{2});
    LinkId road = scene.link("road", a, b, Mode::road, Hours{3});
    LinkId sea = scene.link("sea", b, c, Mode::sea, Hours{10});
    LinkId round = scene.link("round", a, c, Mode::sea, Hours{30});

    Parallel() {
        const auto trains = scene.means("trains", Mode::rail);
        const auto ships = scene.means("ships", Mode::sea);
        scene.service("train", trains, {rail});
        scene.service("slow train", trains, {slow});
        scene.service("truck", scene.means("trucks", Mode::road), {road});
        scene.service("ship", ships, {sea});
        scene.service("long ship", ships, {round});
        scene.open_gates();
        scene.transfer(b, AnyMeans{}, ships);
    }

    [[nodiscard]] Query query() const { return {.from = a, .to = c}; }
};

std::vector<LinkId> first_links(const AlternativeRoutes& found) {
    std::vector<LinkId> links;
    for (const AlternativeRoute& route : found.routes) {
        for (const Step& step : route.itinerary.steps) {
            if (const auto* haul = std::get_if<Haul>(&step.what)) {
                links.push_back(haul->link);
                break;
            }
        }
    }
    return links;
}

TEST(AlternativeRoutes, TellParallelLegsApart) {
    const Parallel parallel;
    const Network network = parallel.scene.network();
    const VirtualNetwork graph{network};
    const auto found = alternative_routes(graph, parallel.query(), {.count = 9});
    EXPECT_THAT(first_links(found),
                ElementsAre(parallel.rail, parallel.slow, parallel.road, parallel.round));
    EXPECT_EQ(found.search, Search::no_more);
    EXPECT_EQ(found.routes[1].weight, 12000U); // 2 + 10 h
}

TEST(AlternativeRoutes, PassOverWhatSharesTooMuch) {
    // All links are 100 km long. The slow train shares all 200 km of the train's way, the truck
    // half of them, the long ship none.
    const Parallel parallel;
    const Network network = parallel.scene.network();
    const VirtualNetwork graph{network};
    const auto links = [&](double part) {
        return first_links(
            alternative_routes(graph, parallel.query(), {.count = 9, .most_shared = part}));
    };
    EXPECT_THAT(links(0.7), ElementsAre(parallel.rail, parallel.road, parallel.round));
    EXPECT_THAT(links(0.5), ElementsAre(parallel.rail, parallel.road, parallel.round));
    EXPECT_THAT(links(0.49), ElementsAre(parallel.rail, parallel.round));
    EXPECT_THAT(links(0.0), ElementsAre(parallel.rail, parallel.round));
}

TEST(AlternativeRoutes, MeasureWhatIsSharedByTheShorterOfTwo) {
    // The train's way is 100 + 900 km. By truck it is 100 + 900, sharing 900 of 1000. A way of 150
    // km that shares 140 of them with a longer one before it does not differ, though 140 of 1000 is
    // little: the ship in the middle is that.
    Scene scene;
    const auto a = scene.place("a");
    const auto b = scene.place("b");
    const auto c = scene.place("c");
    const auto trains = scene.means("trains", Mode::rail);
    const auto trucks = scene.means("trucks", Mode::road);
    const auto ab = scene.link("ab", a, b, Mode::rail, Hours{1});
    const auto fast = scene.link("fast", b, c, Mode::road, Hours{1});
    const auto near = scene.link("near", b, c, Mode::rail, Hours{5});
    scene.parts.links[ab].length = certain(Km{140});
    scene.parts.links[fast].length = certain(Km{860});
    scene.parts.links[near].length = certain(Km{10});
    scene.service("ab", trains, {ab});
    scene.service("fast", trucks, {fast});
    scene.service("near", trains, {near});
    scene.open_gates();
    scene.transfer(b, AnyMeans{}, AnyMeans{});
    const Network network = scene.network();
    const VirtualNetwork graph{network};
    const Query query{.from = a, .to = c};
    EXPECT_EQ(alternative_routes(graph, query, {.count = 2, .most_shared = 0.7}).routes.size(), 1U);
    EXPECT_EQ(alternative_routes(graph, query, {.count = 2, .most_shared = 0.94}).routes.size(),
              2U); // 140 of 150 km are 93 %
}

TEST(AlternativeRoutes, AreOneWithoutStepsWhereTheBoxIsThereAlready) {
    const Parallel parallel;
    const Network network = parallel.scene.network();
    const VirtualNetwork graph{network};
    const auto found =
        alternative_routes(graph, {.from = parallel.a, .to = parallel.a}, {.count = 3});
    ASSERT_EQ(found.routes.size(), 1U);
    EXPECT_TRUE(found.routes.front().itinerary.steps.empty());
    EXPECT_EQ(found.search, Search::no_more);
}

TEST(AlternativeRoutes, SayWhenTheyGiveUp) {
    const Parallel parallel;
    const Network network = parallel.scene.network();
    const VirtualNetwork graph{network};
    const auto found = alternative_routes(graph, parallel.query(),
                                          {.count = 9, .most_shared = 1.0, .most_labels = 12});
    EXPECT_EQ(found.search, Search::gave_up);
    EXPECT_LT(found.routes.size(), 4U);
}

TEST(AlternativeRoutes, RefuseAPartThatIsNone) {
    const Parallel parallel;
    const Network network = parallel.scene.network();
    const VirtualNetwork graph{network};
    for (const double part : {-0.1, 1.1, std::nan("")}) {
        EXPECT_THROW(alternative_routes(graph, parallel.query(), {.count = 2, .most_shared = part}),
                     std::invalid_argument);
    }
}

} // namespace
} // namespace landsea::model
