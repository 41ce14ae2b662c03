#include "model/router.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

namespace landsea::model {
namespace {

using support::Scene;

/// A direct train from a to c, and a town d that only a spur from a, or one from c, leads to:
///
///     d <--spur, 5 h--> a --train, 10 h--> c <--spur, 5 h--> e
struct Spurs {
    Spurs() {
        a = scene.place("a");
        c = scene.place("c");
        d = scene.place("d");
        e = scene.place("e");
        const auto train = scene.means("train", Mode::rail);
        const auto add = [&](const char* id, PlaceId from, PlaceId to, double hours) {
            scene.service(id, train, {scene.link(id, from, to, Mode::rail, Hours{hours})});
        };
        add("ac", a, c, 10);
        add("ad", a, d, 5);
        add("da", d, a, 5);
        add("ce", c, e, 5);
        add("ec", e, c, 5);
        scene.open_gates();
        for (const PlaceId place : {a, c, d, e}) {
            scene.transfer(place, train, train);
        }
    }

    Scene scene;
    PlaceId a, c, d, e;
};

TEST(Router, DoesNotMeetAViaByComingBackToTheOrigin) {
    const Spurs spurs;
    const Network network = spurs.scene.network();
    Query query{.from = spurs.a, .to = spurs.c};
    EXPECT_TRUE(Router{network}.best(query));
    query.constraints.via = {spurs.d};
    EXPECT_FALSE(Router{network}.best(query));
}

TEST(Router, DoesNotMeetAViaByGoingOnFromTheDestination) {
    const Spurs spurs;
    const Network network = spurs.scene.network();
    EXPECT_FALSE(Router{network}.best(
        {.from = spurs.a, .to = spurs.c, .constraints = {.via = {spurs.e}, .avoid = {}}}));
}

TEST(Router, FindsAWayThroughAViaOnTheWay) {
    const Spurs spurs;
    const Network network = spurs.scene.network();
    EXPECT_TRUE(Router{network}.best(
        {.from = spurs.d, .to = spurs.e, .constraints = {.via = {spurs.a, spurs.c}, .avoid = {}}}));
}

TEST(Router, ChoosesTheSameForAnySizeOfShipment) {
    // By road 100 USD and 200 USD; a million TEU must not drive both into the same ceiling.
    Scene scene;
    const auto from = scene.place("from");
    const auto to = scene.place("to");
    const auto truck = scene.means("truck", Mode::road);
    const auto dear = scene.link("dear", from, to, Mode::road, Hours{1}, UsdPerTeu{200});
    const auto cheap = scene.link("cheap", from, to, Mode::road, Hours{9}, UsdPerTeu{100});
    scene.service("dear", truck, {dear});
    const auto cheap_service = scene.service("cheap", truck, {cheap});
    scene.open_gates();
    const Network network = scene.network();
    Query query{.from = from, .to = to, .criterion = Criterion::money};
    for (const double size : {1.0, 1e6}) {
        query.shipment.size = Teu{size};
        const auto route = Router{network}.best(query);
        ASSERT_TRUE(route);
        for (const Step& step : route->steps) {
            if (const auto* haul = std::get_if<Haul>(&step.what)) {
                EXPECT_EQ(haul->service, cheap_service);
            }
        }
    }
}

} // namespace
} // namespace landsea::model
