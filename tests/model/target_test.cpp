#include "model/target.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace landsea::model {
namespace {

using support::Scene;

/// city = { depot } --truck, through Laos and by the strait--> port (in Vietnam)
struct Trip {
    Scene scene;
    PlaceId city = scene.place("city");
    PlaceId depot = scene.terminal("depot", city);
    PlaceId port = scene.place("port", "VN");
    PassageId strait = scene.parts.passages.add({.id = "strait"});
    CorridorId corridor = scene.parts.corridors.add({.id = "south"});
    MeansId trucks = scene.means("trucks", Mode::road);
    LinkId link = scene.link("way", depot, port, Mode::road, Hours{1});
    ServiceId service = scene.service("relation", trucks, {link});
    Network network = [this] {
        scene.parts.links[link].countries = {"CN", "LA", "VN"};
        scene.parts.links[link].passages = {strait};
        scene.parts.services[service].corridors = {corridor};
        scene.open_gates();
        return scene.network();
    }();
    VirtualNetwork graph{network};

    [[nodiscard]] const Edge& first(Edge::Kind kind) const {
        return *std::ranges::find(graph.edges(), kind, &Edge::kind);
    }
};

TEST(Uses, AHaulUsesEverythingAlongIt) {
    const Trip trip;
    const Edge& haul = trip.first(Edge::Kind::haul);
    for (const Target& target : std::vector<Target>{
             trip.city, trip.depot, trip.port, trip.strait, trip.corridor, trip.trucks,
             trip.service, Mode::road, Country{"CN"}, Country{"LA"}, Country{"VN"}}) {
        EXPECT_TRUE(uses(haul, target, trip.network)) << describe(target, trip.network);
    }
    EXPECT_FALSE(uses(haul, Mode::rail, trip.network));
    EXPECT_FALSE(uses(haul, Country{"TH"}, trip.network));
}

TEST(Uses, AChangeUsesItsPlaceCityAndCountryButRidesNothing) {
    const Trip trip;
    const Edge& board = trip.first(Edge::Kind::board);
    for (const Target& target : std::vector<Target>{trip.city, trip.depot, Country{"CN"}}) {
        EXPECT_TRUE(uses(board, target, trip.network)) << describe(target, trip.network);
    }
    for (const Target& target :
         std::vector<Target>{trip.port, trip.strait, trip.corridor, trip.trucks, trip.service,
                             Mode::road, Country{"LA"}}) {
        EXPECT_FALSE(uses(board, target, trip.network)) << describe(target, trip.network);
    }
}

TEST(Uses, ATerminalIsWithinItsCityAndNotTheOtherWayRound) {
    const Trip trip;
    EXPECT_TRUE(is_within(trip.depot, trip.city, trip.network));
    EXPECT_TRUE(is_within(trip.city, trip.city, trip.network));
    EXPECT_FALSE(is_within(trip.city, trip.depot, trip.network));
    EXPECT_FALSE(is_within(trip.port, trip.city, trip.network));
}

TEST(DescribedTarget, HasItsKindAndItsIdentifier) {
    const Trip trip;
    EXPECT_EQ(describe(trip.depot, trip.network), "place depot");
    EXPECT_EQ(describe(trip.strait, trip.network), "passage strait");
    EXPECT_EQ(describe(trip.corridor, trip.network), "corridor south");
    EXPECT_EQ(describe(trip.service, trip.network), "service relation");
    EXPECT_EQ(describe(trip.trucks, trip.network), "means trucks");
    EXPECT_EQ(describe(Mode::inland_waterway, trip.network), "mode inland_waterway");
    EXPECT_EQ(describe(Country{"CN"}, trip.network), "country CN");
}

} // namespace
} // namespace landsea::model
