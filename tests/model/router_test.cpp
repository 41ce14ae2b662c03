#include "model/router.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace landsea::model {
namespace {

using support::certain;
using support::Scene;
using testing::ElementsAre;

/// Two ways from here to there, and an islet that nothing reaches.
///
///     here --rail 380 h, 6200 USD/TEU--> there
///     here --ship 800 h, 1800 USD/TEU--> there
struct TwoWays {
    Scene scene;
    PlaceId here = scene.place("here");
    PlaceId there = scene.place("there", "DE");
    PlaceId islet = scene.place("islet");
    LinkId by_rail = scene.link("rail", here, there, Mode::rail, Hours{380}, UsdPerTeu{6200});
    LinkId by_sea = scene.link("sea", here, there, Mode::sea, Hours{800}, UsdPerTeu{1800});
    ServiceId train = scene.service("train", scene.means("trains", Mode::rail), {by_rail});
    ServiceId ship = scene.service("ship", scene.means("ships", Mode::sea), {by_sea});

    TwoWays() { scene.open_gates(); }

    [[nodiscard]] Query query() const { return {.from = here, .to = there}; }
};

std::vector<LinkId> links_of(const Scene& scene, const Query& query) {
    const Network network = scene.network();
    const auto found = Router{network}.best(query);
    std::vector<LinkId> links;
    for (const Step& step : found.value_or(Itinerary{}).steps) {
        if (const auto* haul = std::get_if<Haul>(&step.what)) {
            links.push_back(haul->link);
        }
    }
    return links;
}

bool finds_a_route(const Scene& scene, const Query& query) {
    const Network network = scene.network();
    return Router{network}.best(query).has_value();
}

TEST(Router, ChoosesByTheCriterion) {
    TwoWays two;
    Query query = two.query();
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
    query.criterion = Criterion::money;
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.criterion = Criterion::carbon; // the train's way is the longer one
    two.scene.parts.links[two.by_rail].length = certain(Km{200});
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
}

TEST(Router, TakesTheRailOnceAnHourCostsMoreThanTheFareGap) {
    // Break-even: (6200 - 1800) USD / (800 - 380) h = 10.476 USD/h, for any number of boxes.
    const TwoWays two;
    Query query = two.query();
    query.criterion = Criterion::generalised;
    query.shipment.size = Teu{3};
    query.prices.time = UsdPerTeuHour{10.47};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.prices.time = UsdPerTeuHour{10.48};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
}

TEST(Router, HasNoAnswerWhereNothingLeads) {
    const TwoWays two;
    EXPECT_FALSE(finds_a_route(two.scene, {.from = two.here, .to = two.islet}));
    EXPECT_FALSE(finds_a_route(two.scene, {.from = two.there, .to = two.here}));
}

TEST(Router, KeepsAwayFromWhatIsAvoidedEvenIfNothingIsLeft) {
    const TwoWays two;
    Query query = two.query();
    query.constraints.avoid = {Mode::rail};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.constraints.avoid = {Mode::rail, two.ship};
    EXPECT_FALSE(finds_a_route(two.scene, query));
    for (const Target& end : std::vector<Target>{two.here, two.there, Country{"DE"}}) {
        query.constraints.avoid = {end};
        EXPECT_FALSE(finds_a_route(two.scene, query));
    }
}

TEST(Router, GoesByWhatIsAskedForEvenIfItIsWorse) {
    const TwoWays two;
    Query query = two.query();
    query.constraints.via = {two.ship};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.constraints.via = {two.islet};
    EXPECT_FALSE(finds_a_route(two.scene, query));
    query.constraints = {.via = {two.ship}, .avoid = {two.ship}};
    EXPECT_FALSE(finds_a_route(two.scene, query));
}

TEST(Router, MeetsAViaThatIsOneOfTheEnds) {
    const TwoWays two;
    Query query = two.query();
    query.constraints.via = {two.here, two.there, two.here, Country{"CN"}};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
}

TEST(Router, ComesBackToAPlaceOnTheWayWhenAViaAsksForIt) {
    // village --road 1 h--> centre --spur 1 h--> mine --spur 1 h--> centre --line 5 h--> port
    Scene scene;
    const auto village = scene.place("village");
    const auto centre = scene.place("centre");
    const auto mine = scene.place("mine");
    const auto port = scene.place("port");
    const auto road = scene.link("road", village, centre, Mode::road, Hours{1});
    const auto out = scene.link("out", centre, mine, Mode::road, Hours{1});
    const auto back = scene.link("back", mine, centre, Mode::road, Hours{1});
    const auto line = scene.link("line", centre, port, Mode::rail, Hours{5});
    const auto trucks = scene.means("trucks", Mode::road);
    scene.service("road", trucks, {road});
    scene.service("out", trucks, {out});
    scene.service("back", trucks, {back});
    scene.service("line", scene.means("trains", Mode::rail), {line});
    scene.open_gates();
    scene.transfer(centre, trucks, trucks);
    Query query{.from = village, .to = port};
    EXPECT_THAT(links_of(scene, query), ElementsAre(road, line));
    query.constraints.via = {mine};
    EXPECT_THAT(links_of(scene, query), ElementsAre(road, out, back, line));
}

TEST(Router, RefusesMoreThanTwelveViaTargets) {
    const TwoWays two;
    Query query = two.query();
    query.constraints.via.assign(12, two.here);
    EXPECT_TRUE(finds_a_route(two.scene, query));
    query.constraints.via.assign(13, two.here);
    EXPECT_THROW(finds_a_route(two.scene, query), std::invalid_argument);
}

TEST(Router, LeavesRefusedCargoToOthers) {
    TwoWays two;
    two.scene.parts.services[two.train].refuses = {{.kind = CargoKind::lithium}};
    Query query = two.query();
    query.shipment.kind = CargoKind::lithium;
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.shipment.kind = CargoKind::dry;
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
}

TEST(Router, ChangesVehiclesOnlyWhereThatIsPossibleForTheCargo) {
    TwoWays two;
    for (const OperationId id : two.scene.parts.operations.ids()) {
        Operation& operation = two.scene.parts.operations[id];
        const auto& handling = std::get<Handling>(operation.trigger);
        if (handling.to.front() == Selector{Mode::rail}) {
            operation.only_for = {CargoKind::dry};
        }
    }
    Query query = two.query();
    query.shipment.kind = CargoKind::reefer;
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
}

TEST(Router, UsesPlannedThingsOnlyWhenActivated) {
    for (const auto state : {Standing::State::planned, Standing::State::suspended}) {
        TwoWays two;
        const auto corridor = two.scene.parts.corridors.add({.id = "new"});
        two.scene.parts.services[two.train].corridors = {corridor};
        two.scene.parts.services[two.train].standing.state = state;
        two.scene.parts.links[two.by_rail].standing.state = state;
        Query query = two.query();
        EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
        query.activated = {two.train};
        EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
        query.activated.clear();
        query.activated_corridors = {corridor};
        EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
    }
}

TEST(Router, WeighsExpectedValuesOfTheMonth) {
    // The port of departure stands still for 1000 h in January with a probability of a half:
    // 800 against 380 h leaves the sea behind anyway, so the train gets the trouble.
    TwoWays two;
    const auto season = two.scene.season("strikes", 0.0);
    auto& states = two.scene.parts.seasons[season].states;
    states[0].probability[0] = 0.5;
    states[1].probability[0] = 0.5;
    const auto yard = two.scene.load(two.here, Mode::rail);
    Operation& loading = two.scene.parts.operations[yard];
    loading.season = season;
    loading.costs.push_back({certain(Hours{1000}), certain(UsdPerTeu{})});
    Query query = two.query();
    query.month = {1}; // 380 + 500 h > 800 h
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
    query.month = {2};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
    query.month = Month::whole_year(); // 380 + 500 / 12 h
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail));
}

TEST(Router, PrefersFewerEdgesThenTheEarlierEdgeInATie) {
    // here --two services in a row--> there ties with one service, and that with its twin.
    Scene scene;
    const auto here = scene.place("here");
    const auto middle = scene.place("middle");
    const auto there = scene.place("there");
    const auto a = scene.link("a", here, middle, Mode::rail, Hours{1});
    const auto b = scene.link("b", middle, there, Mode::rail, Hours{1});
    const auto direct = scene.link("direct", here, there, Mode::rail, Hours{2});
    const auto trains = scene.means("trains", Mode::rail);
    scene.service("stopping", trains, {a, b});
    const auto first = scene.service("first", trains, {direct});
    const auto twin = scene.service("twin", trains, {direct});
    scene.open_gates();
    EXPECT_THAT(links_of(scene, {.from = here, .to = there}), ElementsAre(direct));
    const Network network = scene.network();
    const auto found = Router{network}.best({.from = here, .to = there});
    ASSERT_TRUE(found);
    EXPECT_THAT(found->steps, testing::Contains(Step{Haul{direct, first}, here}));
    EXPECT_THAT(found->steps, testing::Not(testing::Contains(Step{Haul{direct, twin}, here})));
}

TEST(Router, WeighsInThousandthsOfAnHourCentsAndGrams) {
    Scene scene;
    const auto here = scene.place("here");
    const auto there = scene.place("there");
    const auto link = scene.link("l", here, there, Mode::road, Hours{1.5}, UsdPerTeu{2.25});
    scene.service("s", scene.means("m", Mode::road), {link});
    scene.open_gates();
    const Network network = scene.network();
    const VirtualNetwork graph{network};
    Query query{.from = here, .to = there};
    const auto of_haul = [&](Criterion criterion) {
        query.criterion = criterion;
        const auto at = std::ranges::find(graph.edges(), Edge::Kind::haul, &Edge::kind);
        return weights_of(graph, query)[static_cast<std::size_t>(at - graph.edges().begin())];
    };
    EXPECT_EQ(of_haul(Criterion::time), 1500U);
    EXPECT_EQ(of_haul(Criterion::money), 225U);
    EXPECT_EQ(of_haul(Criterion::carbon), 100000U); // 0.1 kg/tkm x 10 t x 100 km
}

TEST(Router, SaturatesWhatIsTooMuchForAWeightAndStillGoesThere) {
    TwoWays two;
    two.scene.parts.links[two.by_sea].time = certain(Hours{1e12});
    Query query = two.query();
    query.constraints.avoid = {Mode::rail};
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_sea));
}

TEST(Router, LeavesABoxWhereItIsWhenThatIsWhereItShouldBe) {
    // there --ferry 1 h--> here would make a round trip possible.
    TwoWays two;
    const auto home = two.scene.link("home", two.there, two.here, Mode::sea, Hours{1});
    two.scene.service("ferry", MeansId{1}, {home});
    two.scene.transfer(two.there, Mode::rail, Mode::sea);
    const Network network = two.scene.network();
    const Router router{network};
    Query query{.from = two.here, .to = two.here};
    const auto stays = router.best(query);
    ASSERT_TRUE(stays);
    EXPECT_TRUE(stays->steps.empty());
    query.constraints.via = {two.here, Country{"CN"}};
    EXPECT_TRUE(router.best(query)->steps.empty());
    query.constraints.via = {two.there}; // a round trip is asked for
    EXPECT_THAT(links_of(two.scene, query), ElementsAre(two.by_rail, home));
    query.constraints = {.via = {}, .avoid = {two.here}};
    EXPECT_FALSE(router.best(query));
    EXPECT_TRUE(router.best({.from = two.islet, .to = two.islet}));
}

TEST(Router, LeavesABoxAtATerminalThatIsPartOfTheCity) {
    Scene scene;
    const auto city = scene.place("city");
    const auto depot = scene.terminal("depot", city);
    const Network network = scene.network();
    const Router router{network};
    for (const Query& query :
         {Query{.from = city, .to = depot}, Query{.from = depot, .to = city}}) {
        const auto stays = router.best(query);
        ASSERT_TRUE(stays);
        EXPECT_TRUE(stays->steps.empty());
    }
}

} // namespace
} // namespace landsea::model
