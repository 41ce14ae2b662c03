#include "scenarios/network_components.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::LinkId;
using model::Mode;
using model::PlaceId;
using model::Target;
using support::Scene;
using testing::ElementsAre;

/// A city with a yard, and a town over the border: rails there and back, a road, and a ferry that
/// goes round a cape, once as usual and once as a twin that avoids it.
struct Shore {
    Scene scene;
    PlaceId city = scene.place("city");
    PlaceId yard = scene.terminal("yard", city);
    PlaceId town = scene.place("town", "LA");
    LinkId there = scene.link("there", yard, town, Mode::rail, Hours{1});
    LinkId back = scene.link("back", town, yard, Mode::rail, Hours{1});
    LinkId road = scene.link("road", yard, town, Mode::road, Hours{2});
    LinkId ferry = scene.link("ferry", yard, town, Mode::sea, Hours{3});
    LinkId twin = scene.link("ferry~without:cape:ship", yard, town, Mode::sea, Hours{4});
    model::MeansId trains = scene.means("trains", Mode::rail);
    model::MeansId ships = scene.means("ships", Mode::sea);
    model::ServiceId train = scene.service("train", trains, {there});
    model::ServiceId ship = scene.service("ship", ships, {ferry});
    model::ServiceId round = scene.service("ship~without:cape", ships, {twin});
    model::PassageId cape = scene.parts.passages.add({.id = "cape", .names = {}, .location = {}});
    model::CorridorId corridor = scene.parts.corridors.add({.id = "corridor"});

    Shore() {
        scene.parts.links[ferry].passages = {cape};
        scene.parts.services[round].detour = model::Detour{.of = ship, .around = {cape}};
        scene.parts.services[train].corridors = {corridor};
    }

    /// What is closed together, component by component.
    [[nodiscard]] std::vector<std::vector<Target>> all(ComponentKind kind) const {
        const model::Network network = scene.network();
        const NetworkComponents components{network, {kind}};
        std::vector<std::vector<Target>> targets;
        for (const Component& component : components.all()) {
            EXPECT_EQ(component.kind, kind);
            targets.push_back(component.targets);
        }
        return targets;
    }

    [[nodiscard]] std::vector<std::size_t> used(ComponentKind kind, model::Haul haul) const {
        const model::Network network = scene.network();
        return NetworkComponents{network, {kind}}.used_by(
            {{{.what = haul, .place = network[haul.link].from}}});
    }
};

TEST(NetworkComponents, PutTogetherTheLinksOfALeg) {
    const Shore shore;
    // There and back are one leg, another mode is another one, a twin belongs to its link.
    EXPECT_THAT(shore.all(ComponentKind::leg),
                ElementsAre(ElementsAre(Target{shore.there}, Target{shore.back}),
                            ElementsAre(Target{shore.road}), ElementsAre(Target{shore.ferry})));
    EXPECT_THAT(shore.used(ComponentKind::leg, {shore.back, shore.train}), ElementsAre(0));
    EXPECT_THAT(shore.used(ComponentKind::leg, {shore.twin, shore.round}), ElementsAre(2));
}

TEST(NetworkComponents, FindBordersWhereALegOnLandCrossesOne) {
    const Shore shore;
    EXPECT_THAT(shore.all(ComponentKind::border),
                ElementsAre(ElementsAre(Target{model::Border{shore.yard, shore.town}})));
    EXPECT_THAT(shore.used(ComponentKind::border, {shore.ferry, shore.ship}), ElementsAre(0))
        << "closed to the ferry beside the rails, too";
    Scene by_sea;
    const auto a = by_sea.place("a");
    const auto b = by_sea.place("b", "LA");
    by_sea.link("line", a, b, Mode::sea, Hours{1});
    const model::Network network = by_sea.network();
    EXPECT_TRUE((NetworkComponents{network, {ComponentKind::border}}.all().empty()));
}

TEST(NetworkComponents, CountATerminalAndItsCity) {
    const Shore shore;
    EXPECT_EQ(shore.all(ComponentKind::place).size(), 3U);
    EXPECT_THAT(shore.used(ComponentKind::place, {shore.there, shore.train}),
                ElementsAre(shore.city.index, shore.yard.index, shore.town.index));
}

TEST(NetworkComponents, LeaveShipsThatStandInToTheirService) {
    const Shore shore;
    EXPECT_THAT(shore.all(ComponentKind::service),
                ElementsAre(ElementsAre(Target{shore.train}), ElementsAre(Target{shore.ship})));
    EXPECT_THAT(shore.used(ComponentKind::service, {shore.twin, shore.round}), ElementsAre(1));
    EXPECT_THAT(shore.used(ComponentKind::passage, {shore.ferry, shore.ship}), ElementsAre(0));
    EXPECT_THAT(shore.used(ComponentKind::passage, {shore.twin, shore.round}), ElementsAre());
    EXPECT_THAT(shore.used(ComponentKind::corridor, {shore.there, shore.train}), ElementsAre(0));
}

} // namespace
} // namespace landsea::scenarios
