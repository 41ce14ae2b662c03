#include "../support/scene.hpp"
#include "model/costing.hpp"
#include "model/router.hpp"
#include "model/sea_services.hpp"
#include "model/simulation.hpp"
#include "model/target.hpp"

#include <gmock/gmock.h>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using testing::ElementsAre;
using testing::HasSubstr;

///       +--malacca 1000 km------------+
///     east                          west --suez 500 km-- north
///       +--sunda 700 km-- turn -600 km-+
///       +--ice 100 km (on request)-----+
SeaLanes lanes() {
    using Open = SeaPassage::Open;
    const auto at = [](double lon) { return LatLon::degrees(0, lon); };
    return SeaLanes{{{"malacca", Open::to_all},
                     {"sunda", Open::to_all},
                     {"suez", Open::to_all},
                     {"ice", Open::on_request}},
                    {{at(0), "east"}, {at(10), "west"}, {at(5), ""}, {at(15), "north"}},
                    {{0, 1, Km{1000}, {0}, {at(3), at(7)}},
                     {0, 2, Km{700}, {1}, {}},
                     {2, 1, Km{600}, {}, {}},
                     {1, 3, Km{500}, {2}, {}},
                     {0, 1, Km{100}, {3}, {}}}};
}

/// A line from east to west whose time and money are stated, and one on to the north that is
/// computed. Ships make 10 to 40 km/h, 20 usually, and want 1 USD per km and 50 USD a voyage.
class SeaServices : public testing::Test {
  protected:
    SeaServices() {
        for (const char* id : {"malacca", "sunda", "suez", "ice"}) {
            scene.parts.passages.add({.id = id, .names = {id, id, ""}, .location = {}});
        }
        scene.parts.passages[suez].toll = certain(UsdPerTeu{30});
        line = scene.means("line", Mode::sea);
        scene.parts.means[line].sailing = {.vessel = Vessel::ocean,
                                           .fixed_time = certain(Hours{6}),
                                           .speed = between<KmPerHour>(10, 20, 40),
                                           .fixed_money = certain(UsdPerTeu{50}),
                                           .rate = certain(UsdPerTeuKm{1}),
                                           .price_year = 2024,
                                           .emission_factor = scene.moving};
        stated = scene.link("east-west", east, west, Mode::sea, Hours{100}, UsdPerTeu{900});
        scene.parts.links[stated].course = CourseRules{};
        scene.parts.links[stated].length = {};
        computed = scene.link("west-north", west, north, Mode::sea, {});
        scene.parts.links[computed].course = CourseRules{};
        scene.parts.links[computed].length = {};
        scene.parts.links[computed].computed_for = line;
        first = scene.service("first", line, {stated}, 2.0);
        second = scene.service("second", line, {stated, computed});
        scene.open_gates();
    }

    Network charted(const std::vector<ClosureSet>& closures) {
        return Network{with_sea_courses(scene.parts, lanes(), closures)};
    }

    static Query avoiding(PlaceId from, PlaceId to, const ClosureSet& closed) {
        Query query{.from = from, .to = to};
        query.constraints.avoid.assign(closed.begin(), closed.end());
        return query;
    }

    static Km length_of(const Network& network, const Query& query) {
        const auto route = Router{network}.best(query);
        return route ? Costing{network, query.shipment, query.month}.typical(*route).length
                     : Km{-1};
    }

    support::Scene scene;
    PlaceId east = scene.place("east");
    PlaceId west = scene.place("west");
    PlaceId north = scene.place("north");
    PassageId malacca{0};
    PassageId sunda{1};
    PassageId suez{2};
    MeansId line;
    LinkId stated;
    LinkId computed;
    ServiceId first;
    ServiceId second;
};

TEST_F(SeaServices, GoTheShortestOpenWayAndKeepWhatIsStated) {
    const Network network = charted({});
    const Link& link = network[stated];
    EXPECT_EQ(link.length.range, Range<Km>::certain(Km{1000}));
    EXPECT_THAT(link.passages, ElementsAre(malacca));
    EXPECT_THAT(link.shape, ElementsAre(LatLon::degrees(0, 3), LatLon::degrees(0, 7)));
    EXPECT_EQ(link.time.range.typical, Hours{100});
    EXPECT_EQ(link.money.range.typical, UsdPerTeu{900});
    EXPECT_EQ(link.length_basis, LengthBasis::shortest_feasible);
    EXPECT_EQ(link.length.evidence.grade, Grade::derived);
    EXPECT_EQ(network[link.length.evidence.sources.at(0)].id, "sea-lanes");
}

TEST_F(SeaServices, ComputeTimeAndMoneyWhereNobodyStatesThem) {
    // 500 km at 20 km/h (40, 10) and 6 h: 31 h (18.5, 56). 50 + 500 x 1 + 30 of toll = 580 USD.
    const Network network = charted({});
    const Link& link = network[computed];
    EXPECT_EQ(link.time.range, (Range<Hours>{Hours{18.5}, Hours{31}, Hours{56}}));
    EXPECT_EQ(link.money.range, Range<UsdPerTeu>::certain(UsdPerTeu{580}));
    EXPECT_THAT(link.money.evidence.note, HasSubstr("500 km"));
    EXPECT_THAT(link.money.evidence.note, HasSubstr("toll of suez"));
    EXPECT_EQ(link.time.evidence.grade, Grade::assumed); // the speed is
    EXPECT_EQ(link.price_year, 2024);
}

TEST_F(SeaServices, KeepTheRulesOfTheirCourse) {
    scene.parts.links[stated].course = CourseRules{.avoid = {}, .via = {sunda}};
    EXPECT_THAT(charted({})[stated].passages, ElementsAre(sunda));
    scene.parts.links[stated].course = CourseRules{.avoid = {malacca}, .via = {}};
    EXPECT_EQ(charted({})[stated].length.range.typical, Km{1300});
}

TEST_F(SeaServices, GoAnotherWayWhenAPassageIsClosed) {
    const Network network = charted({{malacca}});
    const Query query = avoiding(east, west, {malacca});
    const auto route = Router{network}.best(query);
    ASSERT_TRUE(route);
    const Tally sum = Costing{network, query.shipment, query.month}.typical(*route);
    // 300 km more at 20 km/h and 1 USD per km: 100 + 15 h, and half a headway of 3.5 d, or none.
    EXPECT_EQ(sum.length, Km{1300});
    EXPECT_EQ(sum.time, Hours{115});
    EXPECT_EQ(sum.money, Usd{1200});
}

TEST_F(SeaServices, StayAsTheyAreInAQueryThatClosesNothingOfTheirs) {
    const Network network = charted({{malacca}, {suez}, {malacca, suez}});
    EXPECT_EQ(length_of(network, avoiding(east, west, {})), Km{1000});
    EXPECT_EQ(length_of(network, avoiding(east, west, {suez})), Km{1000});
    EXPECT_EQ(length_of(network, avoiding(east, west, {suez, malacca})), Km{1300});
}

TEST_F(SeaServices, HaveNoRouteWhenNoWayIsLeft) {
    const Network network = charted({{malacca, sunda}});
    EXPECT_EQ(length_of(network, avoiding(east, west, {malacca, sunda})), Km{-1});
}

TEST_F(SeaServices, DoNotDetourOnASetThatNobodyPrepared) {
    EXPECT_EQ(length_of(charted({}), avoiding(east, west, {malacca})), Km{-1});
    EXPECT_EQ(length_of(charted({{malacca}}), avoiding(east, west, {malacca, suez})), Km{-1});
}

TEST_F(SeaServices, AnswerToTheNameOfTheServiceTheyStandFor) {
    const Network network = charted({{malacca}});
    Query query = avoiding(east, west, {malacca});
    query.constraints.via = {Target{first}};
    const auto route = Router{network}.best(query);
    ASSERT_TRUE(route);
    const auto wait = std::ranges::find_if(
        route->steps, [](const Step& step) { return std::holds_alternative<Wait>(step.what); });
    ASSERT_NE(wait, route->steps.end());
    EXPECT_EQ(network[std::get<Wait>(wait->what).service].id, "first~without:malacca");
    query.constraints.avoid.emplace_back(first);
    query.constraints.via.clear();
    const auto other = Router{network}.best(query);
    ASSERT_TRUE(other); // the other service is left
    EXPECT_NE(other->steps, route->steps);
}

TEST_F(SeaServices, SleepWithTheServiceTheyStandFor) {
    scene.parts.services[first].standing = {Standing::State::suspended, "", "war"};
    scene.parts.services[second].standing = {Standing::State::suspended, "", "war"};
    const Network network = charted({{malacca}});
    Query query = avoiding(east, west, {malacca});
    EXPECT_FALSE(Router{network}.best(query));
    query.activated = {first};
    EXPECT_TRUE(Router{network}.best(query));
}

TEST_F(SeaServices, AreDrawnWithTheNumbersOfTheServiceTheyStandFor) {
    scene.parts.links[stated].time = between<Hours>(80, 100, 160);
    scene.parts.means[line].sailing->speed = certain(KmPerHour{20});
    const Network network = charted({{malacca}});
    Simulation simulation{network, {}, Month::whole_year(), {.seed = 7, .draws = 200}};
    const auto sample = [&](const Query& query) {
        return simulation.sample(*Router{network}.best(query)).hours;
    };
    Query open = avoiding(east, west, {});
    Query closed = avoiding(east, west, {malacca});
    open.constraints.via = closed.constraints.via = {Target{first}};
    const auto usual = sample(open);
    const auto detour = sample(closed);
    for (std::size_t k = 0; k < usual.size(); ++k) {
        ASSERT_NEAR(detour[k] - usual[k], 15.0, 1e-9) << k; // 300 km at 20 km/h in every draw
    }
}

TEST_F(SeaServices, PayTheTollsOfTheWayTheyTake) {
    scene.parts.passages[malacca].toll = certain(UsdPerTeu{20});
    scene.parts.passages[sunda].toll = certain(UsdPerTeu{5});
    const Network network = charted({{malacca}});
    const LinkId other = network[ServiceId{2}].route[0];
    EXPECT_EQ(network[other].money.range, Range<UsdPerTeu>::certain(UsdPerTeu{1185}));
    EXPECT_THAT(network[other].money.evidence.note, HasSubstr("toll of sunda in place of malacca"));
}

TEST_F(SeaServices, KeepIdsWhenTwinsAreAddedLater) {
    const NetworkParts early = with_sea_courses(scene.parts, lanes(), {});
    const NetworkParts late = with_sea_courses(early, lanes(), {{malacca}});
    const NetworkParts at_once = with_sea_courses(scene.parts, lanes(), {{malacca}});
    ASSERT_EQ(late.services.size(), at_once.services.size());
    for (const ServiceId id : late.services.ids()) {
        EXPECT_EQ(late.services[id].id, at_once.services[id].id);
    }
    EXPECT_EQ(with_sea_courses(late, lanes(), {{malacca}}).services.size(), late.services.size());
}

TEST_F(SeaServices, SayWhichPortIsNotOnTheLanes) {
    const PlaceId inland = scene.place("inland");
    const LinkId link = scene.link("to-inland", east, inland, Mode::sea, Hours{1});
    scene.parts.links[link].course = CourseRules{};
    scene.parts.links[link].length = {};
    try {
        static_cast<void>(charted({}));
        FAIL() << "nobody complained";
    } catch (const UnchartedSea& error) {
        ASSERT_EQ(error.problems().size(), 1U);
        EXPECT_EQ(error.problems()[0].thing, "place inland");
        EXPECT_THAT(error.what(), HasSubstr("expected a port that stands on the sea lanes"));
    }
}

TEST_F(SeaServices, SayWhereThereIsNoWayAtAll) {
    scene.parts.links[computed].course = CourseRules{.avoid = {suez}, .via = {}};
    EXPECT_THROW(static_cast<void>(charted({})), UnchartedSea);
}

TEST_F(SeaServices, LetFeedersAloneThroughTheirPassages) {
    const auto at = [](double lon) { return LatLon::degrees(0, lon); };
    const SeaLanes two{
        {{"malacca", SeaPassage::Open::to_feeders}},
        {{at(0), "east"}, {at(10), "west"}, {at(15), "north"}},
        {{0, 1, Km{1000}, {0}, {}}, {0, 1, Km{1300}, {}, {}}, {1, 2, Km{5}, {}, {}}}};
    const auto length = [&] {
        return with_sea_courses(scene.parts, two, {}).links[stated].length.range.typical;
    };
    EXPECT_EQ(length(), Km{1300});
    scene.parts.means[line].sailing->vessel = Vessel::feeder;
    EXPECT_EQ(length(), Km{1000});
    const MeansId ocean = scene.means("ocean", Mode::sea);
    scene.parts.means[ocean].sailing = scene.parts.means[line].sailing;
    scene.parts.means[ocean].sailing->vessel = Vessel::ocean;
    scene.service("third", ocean, {stated});
    EXPECT_EQ(length(), Km{1300}); // an ocean ship goes along it too
}

TEST(UnchartedLink, IsGoneAlongByNobody) {
    support::Scene scene;
    const PlaceId a = scene.place("a");
    const PlaceId b = scene.place("b");
    const MeansId ship = scene.means("ship", Mode::sea);
    scene.parts.means[ship].sailing = {.speed = certain(KmPerHour{20}),
                                       .emission_factor = scene.moving};
    const LinkId link = scene.link("ab", a, b, Mode::sea, Hours{1});
    scene.parts.links[link].course = CourseRules{};
    scene.parts.links[link].length = {};
    scene.service("ab", ship, {link});
    scene.open_gates();
    const Network network = scene.network();
    EXPECT_FALSE(Router{network}.best({.from = a, .to = b}));
}

} // namespace
} // namespace landsea::model
