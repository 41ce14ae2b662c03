#include "model/costing.hpp"
#include "model/first_mile.hpp"
#include "scenarios/reach.hpp"
#include "tests/support/random_scene.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::scenarios {
namespace {

using model::CorridorId;
using model::Hours;
using model::Mode;
using model::PlaceId;
using model::ServiceId;
using support::Scene;
using testing::ElementsAre;

/// A city with a yard and a quay, a coast behind them and an island beyond:
///
///     yard --train 10 h (rail, express)--> port --ship 30 h (sea)--> isle
///     quay --barge 50 h (river)----------> port
///     quay --barge 5 h (river)--> mill          yard --truck 1 h--> quay
struct Coast {
    Scene scene;
    PlaceId city = scene.place("city");
    PlaceId yard = scene.terminal("yard", city);
    PlaceId quay = scene.terminal("quay", city);
    PlaceId port = scene.place("port");
    PlaceId isle = scene.place("isle", "ID");
    PlaceId mill = scene.place("mill");
    CorridorId rail = corridor("rail");
    CorridorId express = corridor("express");
    CorridorId river = corridor("river");
    CorridorId sea = corridor("sea");
    CorridorId hub = corridor("hub");
    model::MeansId trains = scene.means("trains", Mode::rail);
    model::MeansId barges = scene.means("barges", Mode::inland_waterway);
    model::MeansId ships = scene.means("ships", Mode::sea);
    model::MeansId trucks = scene.means("trucks", Mode::road);
    ServiceId train = ride("train", trains, yard, port, Mode::rail, 10, {rail, express});
    ServiceId slow_train = ride("slow_train", trains, yard, port, Mode::rail, 99, {rail});
    ServiceId barge = ride("barge", barges, quay, port, Mode::inland_waterway, 50, {river});
    ServiceId local = ride("local", barges, quay, mill, Mode::inland_waterway, 5, {river});
    ServiceId shuttle = ride("shuttle", trucks, yard, quay, Mode::road, 1, {hub});
    ServiceId ship = ride("ship", ships, port, isle, Mode::sea, 30, {sea});

    Coast() {
        scene.open_gates();
        scene.transfer(port, model::AnyMeans{}, Mode::sea);
        for (const PlaceId place : {port, isle}) {
            scene.parts.places[place].kinds = {model::PlaceKind::seaport};
        }
        scene.parts.places[mill].kinds = {model::PlaceKind::city};
        scene.parts.places[city].kinds = {model::PlaceKind::city};
        scene.parts.places[quay].kinds = {model::PlaceKind::seaport};
    }

    CorridorId corridor(const std::string& id) { return scene.parts.corridors.add({.id = id}); }

    ServiceId ride(const std::string& id, model::MeansId means, PlaceId from, PlaceId to, Mode mode,
                   double hours, std::vector<CorridorId> corridors) {
        const auto service =
            scene.service(id, means, {scene.link(id, from, to, mode, Hours{hours})});
        scene.parts.services[service].corridors = std::move(corridors);
        return service;
    }

    [[nodiscard]] Reach reached(ReachQuestion question) const {
        const model::Network network = scene.network();
        return reach(model::Router{network}, question);
    }
};

std::vector<PlaceId> places_of(const Reach& reach) {
    std::vector<PlaceId> places;
    for (const ReachedPlace& reached : reach.places) {
        places.push_back(reached.place);
    }
    return places;
}

const ReachedPlace& at(const Reach& reach, PlaceId place) {
    return *std::ranges::find(reach.places, place, &ReachedPlace::place);
}

TEST(CorridorsOut, AreThoseOfTheRidesThatLeaveTheCity) {
    const Coast coast;
    const model::Network network = coast.scene.network();
    const model::VirtualNetwork graph{network};
    // The ship follows, the shuttle stays within the city, the express is part of the railway.
    EXPECT_THAT(corridors_out_of(coast.city, graph), ElementsAre(coast.rail, coast.river));
    EXPECT_THAT(corridors_out_of(coast.port, graph), ElementsAre(coast.sea));
    EXPECT_THAT(corridors_out_of(coast.isle, graph), ElementsAre());
}

TEST(CorridorsOut, BeginBehindTheTruckThatBringsTheBox) {
    // A farm near the yard: trucks to and from it belong to no corridor.
    // The truck goes to the yard; from there the shuttle leads to the quay, within the city.
    Coast coast;
    coast.scene.parts.places[coast.yard].location = model::LatLon::degrees(30, 106);
    coast.scene.parts.places[coast.quay].location = model::LatLon::degrees(30, 107);
    for (const PlaceId far : {coast.port, coast.isle, coast.mill}) {
        coast.scene.parts.places[far].location = model::LatLon::degrees(0, 0);
    }
    const auto parts = model::with_first_mile(
        model::with_point(coast.scene.parts, "farm", model::LatLon::degrees(30.5, 106)));
    const model::Network network{parts};
    const PlaceId farm{static_cast<std::uint32_t>(network.parts().places.size() - 1)};
    const auto out = corridors_out_of(farm, model::VirtualNetwork{network});
    EXPECT_THAT(out, ElementsAre(coast.rail, coast.river));
}

TEST(CompetingCorridor, IsTheLargestThatHoldsAllServices) {
    const Coast coast;
    const model::Network network = coast.scene.network();
    const auto competing = competing_corridors(network);
    EXPECT_EQ(competing[coast.express], coast.rail);
    EXPECT_EQ(competing[coast.rail], coast.rail);
    EXPECT_EQ(competing[coast.sea], coast.sea);
}

TEST(Reach, NamesTheCorridorThatWinsTheRunnerUpAndWhatIsSaved) {
    const Coast coast;
    const Reach reach = coast.reached({.query = {.from = coast.city}});
    // The city's own quay is no place to reach.
    EXPECT_THAT(places_of(reach), ElementsAre(coast.mill, coast.port, coast.isle));
    const ReachedPlace& isle = at(reach, coast.isle);
    EXPECT_EQ(isle.best.sets_out_by->corridor, coast.rail);
    EXPECT_EQ(isle.best.sets_out_by->service, coast.train);
    EXPECT_EQ(isle.best.mean.time, Hours{40}); // 10 + 30
    EXPECT_EQ(isle.runner_up->sets_out_by->corridor, coast.river);
    EXPECT_EQ(isle.runner_up->mean.time, Hours{80}); // 50 + 30
    EXPECT_FALSE(at(reach, coast.mill).runner_up);
}

TEST(Reach, TakesNoRideWithinTheCityForSettingOut) {
    // A train of the railway that comes in by the quay carries boxes from there to the yard.
    Coast coast;
    const auto inwards = coast.scene.link("inwards", coast.yard, coast.quay, Mode::rail, Hours{1});
    const auto from_port =
        coast.scene.link("from_port", coast.port, coast.yard, Mode::rail, Hours{10});
    const auto back = coast.scene.service("back", coast.trains, {from_port, inwards});
    coast.scene.parts.services[back].corridors = {coast.rail};
    coast.scene.transfer(coast.quay, Mode::rail, Mode::inland_waterway);
    coast.scene.parts.services[coast.train].standing.state = model::Standing::State::planned;
    coast.scene.parts.services[coast.slow_train].standing.state = model::Standing::State::planned;
    const Reach reach = coast.reached({.query = {.from = coast.city}});
    ASSERT_EQ(reach.corridors.size(), 1U);
    EXPECT_EQ(reach.corridors[0].corridor, coast.river);
    EXPECT_FALSE(at(reach, coast.port).runner_up);
}

TEST(Reach, CountsPortsAndCountriesByCorridorAndByDays) {
    const Coast coast;
    const Reach reach = coast.reached({.query = {.from = coast.city}});
    ASSERT_EQ(reach.corridors.size(), 2U);
    const CorridorReach& rail = reach.corridors[0];
    EXPECT_EQ(rail.corridor, coast.rail);
    EXPECT_EQ(rail.wins.ports, 2);
    EXPECT_EQ(rail.wins.countries_of_ports, 2);
    EXPECT_EQ(rail.reaches.places, 2); // the mill lies on the river only
    const CorridorReach& river = reach.corridors[1];
    EXPECT_EQ(river.wins.places, 1);
    EXPECT_EQ(river.wins.ports, 0);
    EXPECT_EQ(river.reaches.places, 3);
    EXPECT_EQ(reach.all.places, 3);
    EXPECT_EQ(reach.all.ports, 2);
    EXPECT_EQ(reach.all.countries, 2);
    EXPECT_EQ(reach.bands[0].count.places, 3); // 40 h are within 5 days
}

TEST(Reach, EndsAtItsLimit) {
    const Coast coast;
    ReachQuestion question{.query = {.from = coast.city}, .within = Hours{39}};
    Reach reach = coast.reached(question);
    EXPECT_THAT(places_of(reach), ElementsAre(coast.mill, coast.port));
    EXPECT_THAT(reach.out_of_reach, ElementsAre(coast.isle));
    EXPECT_EQ(at(reach, coast.port).runner_up->mean.time, Hours{50}); // though beyond the limit
    EXPECT_EQ(reach.corridors[1].reaches.places, 1);
    question.within = Hours{40};
    EXPECT_EQ(coast.reached(question).places.size(), 3U);
    question = {.query = {.from = coast.city, .criterion = model::Criterion::carbon},
                .within = model::KgCo2ePerTeu{100}}; // 0.1 kg x 10 t x 100 km for each ride
    EXPECT_THAT(places_of(coast.reached(question)), ElementsAre(coast.port, coast.mill));
}

TEST(Reach, TriesOneCorridorOnlyWhenAsked) {
    const Coast coast;
    const Reach river = coast.reached({.query = {.from = coast.city}, .only = coast.river});
    EXPECT_EQ(at(river, coast.isle).best.mean.time, Hours{80});
    EXPECT_FALSE(at(river, coast.isle).runner_up);
    // The express is part of the railway: its slow train does not count.
    Coast late;
    late.scene.parts.services[late.train].standing.state = model::Standing::State::planned;
    EXPECT_EQ(at(late.reached({.query = {.from = late.city}, .only = late.rail}), late.port)
                  .best.mean.time,
              Hours{99});
    EXPECT_TRUE(late.reached({.query = {.from = late.city}, .only = late.express}).places.empty());
    EXPECT_TRUE(coast.reached({.query = {.from = coast.city}, .only = coast.sea}).places.empty());
}

TEST(Reach, KeepsTheConstraintsOfTheQuestion) {
    const Coast coast;
    ReachQuestion question{.query = {.from = coast.city}};
    question.query.constraints.avoid = {coast.train};
    EXPECT_EQ(at(coast.reached(question), coast.port).best.sets_out_by->corridor, coast.river);
    question.query.constraints.avoid = {model::Country{"CN"}};
    EXPECT_TRUE(coast.reached(question).places.empty());
}

TEST(Reach, ListsThePlacesOfTheKindsAskedFor) {
    const Coast coast;
    const Reach reach =
        coast.reached({.query = {.from = coast.city}, .kinds = {model::PlaceKind::city}});
    EXPECT_THAT(places_of(reach), ElementsAre(coast.mill));
}

bool comes_back(const model::Itinerary& route, PlaceId origin, const model::Network& network) {
    return std::ranges::any_of(route.steps, [&](const model::Step& step) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        const auto in_origin = [&](PlaceId place) {
            return place == origin || network[place].part_of == origin;
        };
        return haul != nullptr && in_origin(network[haul->link].to) &&
               !in_origin(network[haul->link].from);
    });
}

TEST(Reach, FindsNothingBetterOrWorseThanTheBestRouteOfAll) {
    int compared = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        support::Dice dice{seed};
        Scene scene = support::random_scene(dice);
        const auto second = scene.parts.corridors.add({.id = "second"});
        for (const ServiceId id : scene.parts.services.ids()) {
            if (dice.roll(3) == 0) {
                scene.parts.services[id].corridors = {second};
            }
        }
        for (const PlaceId id : scene.parts.places.ids()) {
            scene.parts.places[id].kinds = {model::PlaceKind::city};
        }
        const model::Network network = scene.network();
        const model::Router router{network};
        model::Query query{.from = {dice.roll(2)}};
        const Reach reach = scenarios::reach(router, {.query = query});
        const model::Costing costing{network, query.shipment, query.month};
        for (const ReachedPlace& reached : reach.places) {
            query.to = reached.place;
            const auto best = router.best(query);
            ASSERT_TRUE(best);
            if (comes_back(*best, query.from, network)) {
                continue; // no way of setting out
            }
            EXPECT_EQ(reached.best.mean.time, costing.mean(*best).time);
            EXPECT_TRUE(!reached.runner_up ||
                        reached.runner_up->mean.time >= reached.best.mean.time);
            ++compared;
        }
        for (const PlaceId place : reach.out_of_reach) {
            query.to = place;
            const auto best = router.best(query);
            EXPECT_TRUE(!best || comes_back(*best, query.from, network));
        }
    }
    EXPECT_GT(compared, 300);
}

} // namespace
} // namespace landsea::scenarios
