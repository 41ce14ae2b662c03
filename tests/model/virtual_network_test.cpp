#include "model/router.hpp"
#include "model/virtual_network.hpp"
#include "tests/support/pairwise_network.hpp"
#include "tests/support/random_scene.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>

namespace landsea::model {
namespace {

using support::Scene;
using testing::ElementsAre;

/// A line of two trains over three places, and a truck that brings boxes to its start.
///
///     farm --truck 5 h--> yard --train 10 h--> pass --train 20 h--> port
///                                                 \--sprinter 15 h--> port
///
/// The train stops at the pass; the sprinter begins there.
struct Line {
    Scene scene;
    PlaceId farm = scene.place("farm");
    PlaceId yard = scene.place("yard");
    PlaceId pass = scene.place("pass");
    PlaceId port = scene.place("port");
    LinkId by_road = scene.link("by_road", farm, yard, Mode::road, Hours{5});
    LinkId uphill = scene.link("uphill", yard, pass, Mode::rail, Hours{10});
    LinkId downhill = scene.link("downhill", pass, port, Mode::rail, Hours{20});
    LinkId downhill_fast = scene.link("downhill_fast", pass, port, Mode::rail, Hours{15});
    MeansId trucks = scene.means("trucks", Mode::road);
    MeansId trains = scene.means("trains", Mode::rail);
    ServiceId truck = scene.service("truck", trucks, {by_road});
    ServiceId train = scene.service("train", trains, {uphill, downhill}, 7);
    ServiceId sprinter = scene.service("sprinter", trains, {downhill_fast}, 7);
};

std::vector<Step> steps_between(const Scene& scene, PlaceId from, PlaceId to,
                                CargoKind cargo = CargoKind::dry) {
    const Network network = scene.network();
    Query query{.from = from, .to = to};
    query.shipment.kind = cargo;
    const auto found = Router{network}.best(query);
    return found ? found->steps : std::vector<Step>{};
}

long transfers_at(PlaceId place, const Scene& scene) {
    const Network network = scene.network();
    const VirtualNetwork graph{network};
    return std::ranges::count_if(graph.edges(), [&](const Edge& edge) {
        return edge.kind == Edge::Kind::transfer && edge.place == place;
    });
}

TEST(VirtualNetwork, ChargesTheWaitOnceOnBoardingHoweverManyLinksFollow) {
    Line line;
    const auto load = line.scene.load(line.yard, Mode::rail);
    const auto unload = line.scene.unload(line.port, Mode::rail);
    EXPECT_THAT(steps_between(line.scene, line.yard, line.port),
                ElementsAre(Step{Work{load}, line.yard}, Step{Wait{line.train}, line.yard},
                            Step{Haul{line.uphill, line.train}, line.yard},
                            Step{Haul{line.downhill, line.train}, line.pass},
                            Step{Work{unload}, line.port}));
}

TEST(VirtualNetwork, ChargesNoWaitForAServiceThatLeavesWhenCalled) {
    Line line;
    const auto load = line.scene.load(line.farm, Mode::road);
    const auto unload = line.scene.unload(line.yard, Mode::road);
    EXPECT_THAT(steps_between(line.scene, line.farm, line.yard),
                ElementsAre(Step{Work{load}, line.farm},
                            Step{Haul{line.by_road, line.truck}, line.farm},
                            Step{Work{unload}, line.yard}));
}

TEST(VirtualNetwork, OffersNoChangeWhereNoOperationAllowsIt) {
    Line line;
    line.scene.load(line.yard, Mode::rail);
    line.scene.unload(line.port, Mode::rail);
    // Dwelling is no change of vehicle.
    line.scene.operation(line.pass, OperationKind::dwell, Handling{{AnyMeans{}}, {AnyMeans{}}},
                         Hours{1});
    EXPECT_EQ(transfers_at(line.pass, line.scene), 0);
}

TEST(VirtualNetwork, OffersATransferWhereAnOperationAllowsItAndAddsTheDwell) {
    Line line;
    line.scene.load(line.yard, Mode::rail);
    line.scene.unload(line.port, line.sprinter);
    const auto transfer = line.scene.transfer(line.pass, line.train, line.sprinter);
    const auto dwell = line.scene.operation(line.pass, OperationKind::dwell,
                                            Handling{{AnyMeans{}}, {line.trains}}, Hours{1});
    EXPECT_EQ(transfers_at(line.pass, line.scene), 1);
    const auto steps = steps_between(line.scene, line.yard, line.port);
    ASSERT_EQ(steps.size(), 8U);
    EXPECT_EQ(steps[3], (Step{Work{transfer}, line.pass}));
    EXPECT_EQ(steps[4], (Step{Work{dwell}, line.pass}));
    EXPECT_EQ(steps[5], (Step{Wait{line.sprinter}, line.pass}));
}

TEST(VirtualNetwork, TakesATruckForSomeoneAtTheGate) {
    Line line;
    line.scene.load(line.farm, Mode::road);
    const auto lift = line.scene.load(line.yard, Mode::rail); // from the gate
    line.scene.unload(line.port, Mode::rail);
    const auto steps = steps_between(line.scene, line.farm, line.port);
    ASSERT_EQ(steps.size(), 7U);
    EXPECT_EQ(steps[1], (Step{Haul{line.by_road, line.truck}, line.farm}));
    EXPECT_EQ(steps[2], (Step{Work{lift}, line.yard}));
}

TEST(VirtualNetwork, DoesNotTakeATrainForSomeoneAtTheGate) {
    Line line;
    line.scene.load(line.yard, Mode::rail);
    line.scene.load(line.pass, Mode::rail); // from the gate only: no change between trains
    line.scene.unload(line.port, line.sprinter);
    EXPECT_TRUE(steps_between(line.scene, line.yard, line.port).empty());
}

TEST(VirtualNetwork, ChargesAStopOnlyToTheVehicleThatCarriesOn) {
    Line line;
    const auto load = line.scene.load(line.yard, Mode::rail);
    line.scene.load(line.pass, Mode::rail);
    line.scene.unload(line.pass, Mode::rail);
    line.scene.unload(line.port, Mode::rail);
    const auto stop =
        line.scene.operation(line.pass, OperationKind::call, Passing{{Mode::rail}}, Hours{2});
    const Step charged{Work{stop}, line.pass};
    EXPECT_THAT(steps_between(line.scene, line.yard, line.port), testing::Contains(charged));
    EXPECT_THAT(steps_between(line.scene, line.yard, line.pass),
                testing::Not(testing::Contains(charged)));
    EXPECT_THAT(steps_between(line.scene, line.pass, line.port),
                testing::Not(testing::Contains(charged)));
    EXPECT_EQ(steps_between(line.scene, line.yard, line.port).front(),
              (Step{Work{load}, line.yard}));
}

/// The pass is a border between the yard and the port: formalities on arriving from the yard, a
/// change of gauge on leaving for the port.
struct Border : Line {
    OperationId formalities =
        scene.operation(pass, OperationKind::border,
                        Crossing{Crossing::Way::arriving_from, yard, {Mode::rail}}, Hours{8});
    OperationId gauge =
        scene.operation(pass, OperationKind::gauge_change,
                        Crossing{Crossing::Way::leaving_to, port, {train}}, Hours{4});

    Border() { scene.open_gates(); }
};

TEST(VirtualNetwork, ChargesTheBorderToATrainThatGoesOn) {
    const Border border;
    auto steps = steps_between(border.scene, border.yard, border.port);
    std::erase_if(steps, [&](const Step& step) { return step.place != border.pass; });
    EXPECT_THAT(steps, testing::IsSupersetOf({Step{Work{border.formalities}, border.pass},
                                              Step{Work{border.gauge}, border.pass}}));
}

TEST(VirtualNetwork, ChargesTheBorderWhenTheTripEndsThere) {
    const Border border;
    const auto steps = steps_between(border.scene, border.yard, border.pass);
    EXPECT_EQ(std::ranges::count(steps, Step{Work{border.formalities}, border.pass}), 1);
    EXPECT_EQ(std::ranges::count(steps, Step{Work{border.gauge}, border.pass}), 0);
}

TEST(VirtualNetwork, ChargesTheBorderBeforeAChangeOfVehicleThere) {
    Border border;
    border.scene.parts.links[border.downhill].time = support::certain(Hours{900});
    const auto transfer = border.scene.transfer(border.pass, Mode::rail, Mode::rail);
    const auto steps = steps_between(border.scene, border.yard, border.port);
    const auto at_border = std::ranges::find(steps, Step{Work{border.formalities}, border.pass});
    ASSERT_NE(at_border, steps.end());
    EXPECT_EQ(*std::next(at_border), (Step{Work{transfer}, border.pass}));
}

TEST(VirtualNetwork, ChargesACrossingOnlyToTheVehiclesItNames) {
    const Border border; // the sprinter changes no gauge
    const auto steps = steps_between(border.scene, border.pass, border.port);
    EXPECT_THAT(steps,
                testing::Contains(Step{Haul{border.downhill_fast, border.sprinter}, border.pass}));
    EXPECT_EQ(std::ranges::count(steps, Step{Work{border.gauge}, border.pass}), 0);
}

TEST(VirtualNetwork, LeavesOutOperationsForOtherCargo) {
    Line line;
    line.scene.open_gates();
    const auto plug = line.scene.operation(line.yard, OperationKind::dwell,
                                           Handling{{Gate{}}, {Mode::rail}}, Hours{1});
    line.scene.parts.operations[plug].only_for = {CargoKind::reefer};
    const Step plugging{Work{plug}, line.yard};
    EXPECT_THAT(steps_between(line.scene, line.yard, line.port),
                testing::Not(testing::Contains(plugging)));
    EXPECT_THAT(steps_between(line.scene, line.yard, line.port, CargoKind::reefer),
                testing::Contains(plugging));
}

/// A city with two terminals; each has a train to the same town.
///
///     city = { west --slow 30 h--> town, east --fast 20 h--> town }
TEST(VirtualNetwork, JoinsACityToTheGatesOfItsTerminals) {
    Scene scene;
    const auto city = scene.place("city");
    const auto west = scene.terminal("west", city);
    const auto east = scene.terminal("east", city);
    const auto town = scene.place("town");
    const auto slow = scene.link("slow", west, town, Mode::rail, Hours{30});
    const auto fast = scene.link("fast", east, town, Mode::rail, Hours{20});
    const auto back = scene.link("back", town, west, Mode::rail, Hours{25});
    const auto trains = scene.means("trains", Mode::rail);
    scene.service("slow", trains, {slow});
    const auto express = scene.service("fast", trains, {fast});
    const auto inbound = scene.service("back", trains, {back});
    scene.open_gates();
    EXPECT_THAT(steps_between(scene, city, town),
                testing::Contains(Step{Haul{fast, express}, east}));
    EXPECT_THAT(steps_between(scene, town, city),
                testing::Contains(Step{Haul{back, inbound}, town}));
    // A terminal is no way into the other one: a box at its gate does not move by itself.
    EXPECT_TRUE(steps_between(scene, town, east).empty());
}

TEST(VirtualNetwork, KeepsParallelLegsApart) {
    const Line line;
    const Network network = line.scene.network();
    const VirtualNetwork graph{network};
    std::vector<LinkId> over_the_pass;
    for (const Edge& edge : graph.edges()) {
        if (edge.link && network[*edge.link].from == line.pass) {
            over_the_pass.push_back(*edge.link);
        }
    }
    EXPECT_THAT(over_the_pass, ElementsAre(line.downhill, line.downhill_fast));
}

/// How often a box can change from one service to another at a place, and by which operations.
using Changes = std::multimap<std::tuple<PlaceId, ServiceId, ServiceId>, std::vector<OperationId>>;

Changes changes_of(const VirtualNetwork& graph) {
    std::multimap<std::uint32_t, const Edge*> leaving;
    for (const Edge& edge : graph.edges()) {
        leaving.emplace(edge.tail, &edge);
    }
    Changes changes;
    for (const Edge& leave : graph.edges()) {
        if (leave.kind != Edge::Kind::leave) {
            continue;
        }
        for (auto [t, t_end] = leaving.equal_range(leave.head); t != t_end; ++t) {
            for (auto [k, k_end] = leaving.equal_range(t->second->head); k != k_end; ++k) {
                changes.emplace(std::tuple{leave.place, *leave.from, *k->second->to},
                                t->second->operations);
            }
        }
    }
    return changes;
}

TEST(VirtualNetwork, ChangesBetweenTheVeryPairsThatTheOperationsAllow) {
    std::size_t pairs = 0;
    std::size_t into_themselves = 0;
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        support::Dice dice{seed};
        const Network network = support::random_scene(dice).network();
        Changes changes = changes_of(VirtualNetwork{network});
        std::set<std::pair<PlaceId, ServiceId>> charging;
        const support::PairwiseNetwork plain{network};
        for (const Edge& edge : plain.edges()) {
            if (edge.kind == Edge::Kind::stop && !edge.operations.empty()) {
                charging.emplace(edge.place, *edge.from);
            }
            if (edge.from && edge.to && *edge.from != *edge.to) {
                const std::tuple pair{edge.place, *edge.from, *edge.to};
                ASSERT_TRUE(changes.contains(pair));
                for (auto [c, end] = changes.equal_range(pair); c != end; ++c) {
                    EXPECT_EQ(c->second, edge.operations);
                }
                changes.erase(pair);
                ++pairs;
            }
        }
        for (const auto& [pair, operations] : changes) {
            const auto& [place, from, to] = pair;
            EXPECT_EQ(from, to);
            EXPECT_FALSE(charging.contains({place, from}));
            ++into_themselves;
        }
    }
    EXPECT_GT(pairs, 1000U);
    EXPECT_GT(into_themselves, 0U); // harmless ones do occur
}

TEST(VirtualNetwork, DoesNotLeaveAServiceForItselfHoweverDearTheStop) {
    // A transfer and a wait (1 + 12 h) would be quicker than the stop (50 h).
    Line line;
    line.scene.open_gates();
    line.scene.parts.services[line.sprinter].standing.state = Standing::State::planned;
    const auto stop =
        line.scene.operation(line.pass, OperationKind::call, Passing{{Mode::rail}}, Hours{50});
    line.scene.transfer(line.pass, Mode::rail, Mode::rail, Hours{1});
    const auto steps = steps_between(line.scene, line.yard, line.port);
    EXPECT_THAT(steps, testing::Contains(Step{Work{stop}, line.pass}));
    EXPECT_EQ(std::ranges::count(steps, Step{Wait{line.train}, line.pass}), 0);
}

/// A hub where so many trains end, begin, and call at a price, all of them alike.
std::size_t edges_of_a_hub(int trains) {
    Scene scene;
    const auto west = scene.place("west");
    const auto hub = scene.place("hub");
    const auto east = scene.place("east");
    const auto means = scene.means("trains", Mode::rail);
    for (int i = 0; i < trains; ++i) {
        const std::string name = std::to_string(i);
        const auto in = scene.link("in" + name, west, hub, Mode::rail, Hours{1});
        const auto out = scene.link("out" + name, hub, east, Mode::rail, Hours{1});
        scene.service("in" + name, means, {in});
        scene.service("out" + name, means, {out});
        scene.service("through" + name, means, {in, out});
    }
    scene.transfer(hub, Mode::rail, Mode::rail);
    scene.operation(hub, OperationKind::call, Passing{{Mode::rail}}, Hours{1});
    const Network network = scene.network();
    return VirtualNetwork{network}.edges().size();
}

TEST(VirtualNetwork, HasEdgesThatGrowWithTheServicesOfAHubAndNotWithTheirPairs) {
    // Each trio has 4 hauls, a stop, 2 ends of transfers that stay apart and 2 for its calling
    // train, which also takes part in 4 groups for each binary digit: 2 to leave, 2 to take.
    // 100 of them would make 100 x 200 + 100 x 199 pairs.
    for (const int trains : {8, 16, 64, 128}) {
        const int digits = std::bit_width(static_cast<unsigned>(trains)) - 1;
        EXPECT_LE(edges_of_a_hub(trains),
                  static_cast<std::size_t>((9 + 2 * digits) * trains + 3 + 2 * digits));
    }
}

TEST(VirtualNetwork, SortsItsEdgesByTailAndStaysWithinItsVertices) {
    Line line;
    line.scene.open_gates();
    const Network network = line.scene.network();
    const VirtualNetwork graph{network};
    EXPECT_TRUE(std::ranges::is_sorted(graph.edges(), {}, &Edge::tail));
    // Two gates at each of 4 places, two vertices at each of 2 + 3 + 2 calls, and two between the
    // truck, which is at the gate, and the train.
    EXPECT_EQ(graph.vertex_count(), 24U);
    for (const Edge& edge : graph.edges()) {
        EXPECT_LT(std::max(edge.tail, edge.head), graph.vertex_count());
    }
}

} // namespace
} // namespace landsea::model
