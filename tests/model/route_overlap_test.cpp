#include "model/route_overlap.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

namespace landsea::model {
namespace {

using support::certain;
using support::Scene;

///     a --rail 300 km--> b --sea 100 km--> c        and parallel links beside each
struct TwoLegs {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c");
    LinkId rail = scene.link("rail", a, b, Mode::rail, Hours{1});
    LinkId other_rail = scene.link("other rail", a, b, Mode::rail, Hours{1});
    LinkId road = scene.link("road", a, b, Mode::road, Hours{1});
    LinkId sea = scene.link("sea", b, c, Mode::sea, Hours{1});
    LinkId round = scene.link("round", b, c, Mode::sea, Hours{1});
    LinkId back = scene.link("back", b, a, Mode::rail, Hours{1});

    TwoLegs() {
        for (const LinkId link : {rail, other_rail, road}) {
            scene.parts.links[link].length = certain(Km{300});
        }
        scene.parts.links[other_rail].length = certain(Km{310});
        scene.parts.links[back].length = certain(Km{300});
        scene.parts.passages.add({.id = "cape"});
        scene.parts.links[round].passages.push_back({0});
    }

    static Itinerary along(std::initializer_list<LinkId> links) {
        Itinerary route;
        for (const LinkId link : links) {
            route.steps.push_back({Haul{link, ServiceId{0}}, PlaceId{0}});
        }
        return route;
    }
};

TEST(RouteOverlap, CountsTheSameLinkAndParallelLinksOfOneMode) {
    const TwoLegs two;
    const Network network = two.scene.network();
    const Itinerary route = TwoLegs::along({two.rail, two.sea}); // 400 km
    EXPECT_EQ(shared_length(route, route, network), Km{400});
    EXPECT_EQ(shared_part(route, route, network), 1.0);
    // Another service or another link on the same track shares it, as far as the shorter one goes.
    const Itinerary beside = TwoLegs::along({two.other_rail, two.round}); // 410 km
    EXPECT_EQ(shared_length(route, beside, network), Km{300});
    EXPECT_EQ(shared_length(beside, route, network), Km{300});
    EXPECT_EQ(shared_part(beside, route, network), 300.0 / 400.0);
    const Itinerary by_road = TwoLegs::along({two.road, two.sea});
    EXPECT_EQ(shared_part(route, by_road, network), 100.0 / 400.0);
}

TEST(RouteOverlap, IsThatOfTheTrackWhicheverWayItIsGone) {
    const TwoLegs two;
    const Network network = two.scene.network();
    EXPECT_EQ(shared_length(TwoLegs::along({two.back}), TwoLegs::along({two.rail}), network),
              Km{300});
}

TEST(RouteOverlap, PartsWaysBySeaByTheirPassages) {
    const TwoLegs two;
    const Network network = two.scene.network();
    EXPECT_EQ(shared_length(TwoLegs::along({two.sea}), TwoLegs::along({two.round}), network), Km{});
}

TEST(RouteOverlap, IsNothingOfNothing) {
    const TwoLegs two;
    const Network network = two.scene.network();
    EXPECT_EQ(shared_part({}, TwoLegs::along({two.rail}), network), 0.0);
    EXPECT_EQ(shared_part({}, {}, network), 0.0);
}

} // namespace
} // namespace landsea::model
