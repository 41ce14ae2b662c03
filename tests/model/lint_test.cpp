#include "model/lint.hpp"
#include "model/track_gauge.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using support::Scene;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The things that a rule finds something about.
std::vector<std::string> things(const Network& network, const std::string& rule,
                                const SeaLanes* lanes = nullptr) {
    std::vector<std::string> all;
    for (const LintFinding& finding : lint({.network = network, .lanes = lanes}, {rule})) {
        all.push_back(finding.thing);
    }
    return all;
}

std::string found_by(const Network& network, const std::string& rule) {
    const auto findings = lint({.network = network}, {rule});
    return findings.size() == 1 ? findings.front().found : "";
}

/// Two places some 1,112 km apart on a meridian (10 degrees of 6371.0088 km: 1,111.95 km), both
/// ways by a means of the mode.
struct Pair {
    explicit Pair(Mode mode, double length_km = 1200.0, double hours = 40.0) {
        scene.parts.places[b].location = LatLon::degrees(10, 0);
        there = scene.link("ab", a, b, mode, Hours{hours});
        back = scene.link("ba", b, a, mode, Hours{hours});
        for (const LinkId id : {there, back}) {
            scene.parts.links[id].length = certain(Km{length_km});
        }
        const MeansId means = scene.means("means", mode);
        scene.service("there", means, {there});
        scene.service("back", means, {back});
        scene.open_gates();
    }

    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    LinkId there{};
    LinkId back{};
};

TEST(Lint, FindsNothingButBlankNotesInASoundNetwork) {
    for (const LintFinding& finding : lint({.network = Pair{Mode::rail}.scene.network()})) {
        EXPECT_EQ(finding.rule.id, "assumed-without-note") << finding.thing;
    }
}

TEST(Lint, RefusesARuleThatIsNone) {
    EXPECT_THROW(lint({.network = Pair{Mode::rail}.scene.network()}, {"no-such"}),
                 std::invalid_argument);
}

TEST(Lint, NamesEachRuleOnceErrorsFirst) {
    std::vector<std::string_view> ids;
    for (const LintRule& rule : lint_rules()) {
        ids.push_back(rule.id);
        EXPECT_FALSE(rule.summary.empty());
    }
    EXPECT_TRUE(std::ranges::is_sorted(lint_rules(), {}, &LintRule::severity));
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
}

TEST(LintIsland, IsASetOfPlacesThatOnlyReachOneAnother) {
    Pair pair{Mode::road};
    Scene& scene = pair.scene;
    const MeansId boat = scene.means("boat", Mode::sea);
    const PlaceId c = scene.place("c");
    scene.service("core", scene.means("cart", Mode::road),
                  {scene.link("bc", pair.b, c, Mode::road, Hours{1})});
    scene.service("core_back", scene.means("cart", Mode::road),
                  {scene.link("cb", c, pair.b, Mode::road, Hours{1})});
    const PlaceId x = scene.place("x");
    const PlaceId y = scene.place("y");
    scene.service("xy", boat, {scene.link("xy", x, y, Mode::sea, Hours{1})});
    scene.service("yx", boat, {scene.link("yx", y, x, Mode::sea, Hours{1})});
    scene.parts.operations = {};
    scene.open_gates();
    const Network network = scene.network();
    EXPECT_THAT(things(network, "island"), ElementsAre("place x"));
    EXPECT_THAT(found_by(network, "island"),
                HasSubstr("2 places that only reach one another: x, y"));
    EXPECT_THAT(things(network, "one-way-trap"), IsEmpty());
}

TEST(LintTrap, IsReachedButNotLeftOrLeftButNotReached) {
    Pair pair{Mode::road};
    Scene& scene = pair.scene;
    const MeansId cart = scene.means("cart", Mode::road);
    const PlaceId sink = scene.place("sink");
    const PlaceId spring = scene.place("spring");
    const PlaceId alone = scene.place("alone");
    scene.service("in", cart, {scene.link("in", pair.a, sink, Mode::road, Hours{1})});
    scene.service("out", cart, {scene.link("out", spring, pair.a, Mode::road, Hours{1})});
    scene.parts.operations = {};
    scene.open_gates();
    const Network network = scene.network();
    EXPECT_THAT(things(network, "one-way-trap"), ElementsAre("place spring", "place sink"));
    EXPECT_THAT(things(network, "island"), IsEmpty());
    EXPECT_THAT(things(network, "unserved-place"), ElementsAre("place alone"));
    static_cast<void>(alone);
}

TEST(LintDuplicate, IsTheSameWayTwiceUnlessAVariantOrAPassageTellsThemApart) {
    Pair pair{Mode::sea};
    Scene& scene = pair.scene;
    const PassageId strait = scene.parts.passages.add({.id = "strait"});
    const LinkId by_strait = scene.link("strait", pair.a, pair.b, Mode::sea, Hours{40});
    scene.parts.links[by_strait].passages = {strait};
    scene.link("truck", pair.a, pair.b, Mode::road, Hours{40});
    EXPECT_THAT(things(scene.network(), "duplicate-link"), IsEmpty());
    const LinkId again = scene.link("again", pair.a, pair.b, Mode::sea, Hours{30});
    EXPECT_THAT(things(scene.network(), "duplicate-link"), ElementsAre("link again"));
    EXPECT_THAT(found_by(scene.network(), "duplicate-link"), HasSubstr("link ab"));
    scene.parts.links[again].variant = "fast";
    scene.parts.links[again].length = certain(Km{1200});
    EXPECT_THAT(things(scene.network(), "duplicate-link"), IsEmpty());
    EXPECT_THAT(things(scene.network(), "same-passages"), ElementsAre("link again"));
}

TEST(LintLength, MayBeTwentyKmShorterThanTheGreatCircleAndTwiceAsLong) {
    // The great circle is 1,111.95 km: 1,092 lies within 20 km of it, 1,091 does not; 2,223 is less
    // than twice as long, 2,225 is more.
    for (const auto& [mode, checked] : {std::pair{Mode::road, true},
                                        {Mode::rail, true},
                                        {Mode::inland_waterway, true},
                                        {Mode::sea, false},
                                        {Mode::air, false}}) {
        const std::size_t both = checked ? 2 : 0;
        const auto count = [mode = mode](double km, const char* rule) {
            return things(Pair{mode, km}.scene.network(), rule).size();
        };
        EXPECT_EQ(count(1092, "length-below-great-circle"), 0U);
        EXPECT_EQ(count(1091, "length-below-great-circle"), both) << name_of(mode);
        EXPECT_EQ(count(2223, "length-above-twice-great-circle"), 0U);
        EXPECT_EQ(count(2225, "length-above-twice-great-circle"), both) << name_of(mode);
    }
}

TEST(LintSpeed, IsThatOfTheShortestTimeAndOfTheUsualOne) {
    Pair pair{Mode::rail, 1200};
    Link& there = pair.scene.parts.links[pair.there];
    there.time = between<Hours>(7.5, 40, 60); // 160 km/h at the least
    EXPECT_THAT(things(pair.scene.network(), "impossible-speed"), IsEmpty());
    there.time = between<Hours>(7.4, 40, 60);
    EXPECT_THAT(things(pair.scene.network(), "impossible-speed"), ElementsAre("link ab"));
    there.time = between<Hours>(0, 40, 60);
    EXPECT_THAT(found_by(pair.scene.network(), "impossible-speed"), "1200 km in 0 h at the least");
    there.time = between<Hours>(8, 240, 900); // 5 km/h usually
    EXPECT_THAT(things(pair.scene.network(), "crawling-speed"), IsEmpty());
    there.time = between<Hours>(8, 241, 900);
    EXPECT_THAT(things(pair.scene.network(), "crawling-speed"), ElementsAre("link ab"));
}

TEST(LintSpeed, TakesTheTimeFactorOfAService) {
    Pair pair{Mode::rail, 1200, 10}; // 120 km/h
    EXPECT_THAT(things(pair.scene.network(), "impossible-speed"), IsEmpty());
    pair.scene.parts.services[ServiceId{0}].time_factor = certain(0.5);
    EXPECT_THAT(things(pair.scene.network(), "impossible-speed"),
                ElementsAre("service there on link ab"));
}

TEST(LintSpeed, LeavesTheFixedTimeOfAComputedVoyageAside) {
    // 60 km at 20 km/h are 3 h, with 12 h in port waters 15 h: 4 km/h in all, yet no crawling.
    Pair pair{Mode::sea, 60, 15};
    EXPECT_EQ(things(pair.scene.network(), "crawling-speed").size(), 2U);
    const MeansId ships = pair.scene.parts.services[ServiceId{0}].means;
    pair.scene.parts.means[ships].sailing = Sailing{.fixed_time = certain(Hours{12}),
                                                    .speed = certain(KmPerHour{20}),
                                                    .fixed_money = certain(UsdPerTeu{}),
                                                    .rate = certain(UsdPerTeuKm{}),
                                                    .emission_factor = pair.scene.moving};
    for (const LinkId id : {pair.there, pair.back}) {
        pair.scene.parts.links[id].computed_for = ships;
    }
    EXPECT_THAT(things(pair.scene.network(), "crawling-speed"), IsEmpty());
}

/// A train from China by two borders: CN 1435 mm, KZ 1520 mm, PL 1435 mm.
struct Express {
    Scene scene;
    PlaceId xian = scene.place("xian");
    PlaceId horgos = scene.place("horgos");
    PlaceId altynkol = scene.place("altynkol", "KZ");
    PlaceId almaty = scene.place("almaty", "KZ");
    PlaceId warsaw = scene.place("warsaw", "PL");
    PlaceId lodz = scene.place("lodz", "PL");
    MeansId train = scene.means("train", Mode::rail);
    ServiceId service =
        scene.service("express", train,
                      {rail("1", xian, horgos, {"CN"}), rail("2", horgos, altynkol, {"CN", "KZ"}),
                       rail("3", altynkol, almaty, {"KZ"}), rail("4", almaty, warsaw, {"KZ", "PL"}),
                       rail("5", warsaw, lodz, {"PL"})});

    LinkId rail(const std::string& id, PlaceId from, PlaceId to,
                std::vector<CountryCode> countries) {
        const LinkId link = scene.link(id, from, to, Mode::rail, Hours{2});
        scene.parts.links[link].countries = std::move(countries);
        return link;
    }

    void change(PlaceId place, PlaceId other) {
        scene.operation(place, OperationKind::gauge_change,
                        Crossing{Crossing::Way::arriving_from, other, {train}}, Hours{12});
    }
};

TEST(LintGauge, ChangesAtEachBreakOrIsMissed) {
    Express trip;
    EXPECT_EQ(things(trip.scene.network(), "gauge-change-missing").size(), 2U);
    trip.change(trip.altynkol, trip.horgos);
    const auto findings = lint({.network = trip.scene.network()}, {"gauge-change-missing"});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].found, "1520 mm before and 1435 mm after, and none");
    EXPECT_THAT(findings[0].expected, HasSubstr("near warsaw"));
    trip.change(trip.warsaw, trip.almaty);
    EXPECT_THAT(things(trip.scene.network(), "gauge-change-missing"), IsEmpty());
}

TEST(LintGauge, CountsOneChangeForOneBreakOnly) {
    // The change at Warsaw ends the broad gauge; it does not begin it.
    Express trip;
    trip.change(trip.warsaw, trip.almaty);
    EXPECT_EQ(things(trip.scene.network(), "gauge-change-missing").size(), 1U);
}

TEST(LintGauge, MayComeBeyondTheBorderOnTheNeighboursGauge) {
    Express trip;
    trip.change(trip.almaty, trip.altynkol);
    trip.change(trip.lodz, trip.warsaw);
    EXPECT_THAT(things(trip.scene.network(), "gauge-change-missing"), IsEmpty());
}

TEST(LintGauge, IsChangedByNoOperationForOtherTrains) {
    Express trip;
    const MeansId other = trip.scene.means("other", Mode::rail);
    for (const PlaceId place : {trip.altynkol, trip.warsaw}) {
        trip.scene.operation(place, OperationKind::gauge_change, Passing{{other}}, Hours{12});
    }
    EXPECT_EQ(things(trip.scene.network(), "gauge-change-missing").size(), 2U);
}

TEST(TrackGauge, IsKnownForOneGaugeOnly) {
    const auto of = [](Mode mode, std::vector<CountryCode> countries) {
        return track_gauge_mm({.mode = mode, .countries = std::move(countries)});
    };
    EXPECT_EQ(of(Mode::rail, {"CN"}), 1435);
    EXPECT_EQ(of(Mode::rail, {"KZ", "RU"}), 1520);
    EXPECT_EQ(of(Mode::rail, {"TH", "MY"}), 1000);
    EXPECT_EQ(of(Mode::rail, {"CN", "KZ"}), std::nullopt);
    EXPECT_EQ(of(Mode::rail, {"VN"}), std::nullopt);
    EXPECT_EQ(of(Mode::rail, {}), std::nullopt);
    EXPECT_EQ(of(Mode::road, {"CN"}), std::nullopt);
}

TEST(LintSnap, IsFartherThanTenKm) {
    // 0.1 degrees of latitude are 11.1 km, 0.08 are 8.9 km.
    Pair pair{Mode::sea};
    const Network network = pair.scene.network();
    const auto lanes = [](double lat) {
        return SeaLanes{{},
                        {{.location = LatLon::degrees(lat, 0), .place = "a"},
                         {.location = LatLon::degrees(10, 0), .place = "b"}},
                        {{.from = 0, .to = 1, .length = Km{1100}, .passages = {}, .shape = {}}}};
    };
    const SeaLanes near = lanes(0.08);
    const SeaLanes far = lanes(0.1);
    EXPECT_THAT(things(network, "snap-distance", &near), IsEmpty());
    EXPECT_THAT(things(network, "snap-distance", &far), ElementsAre("place a"));
    EXPECT_THAT(things(network, "snap-distance"), IsEmpty());
}

TEST(LintEvidence, MissesASourceOfWhatIsNotAssumed) {
    Pair pair{Mode::rail};
    Link& link = pair.scene.parts.links[pair.there];
    link.time.evidence.grade = Grade::published;
    link.money.evidence.grade = Grade::derived;
    link.length.evidence = {.grade = Grade::published, .sources = {SourceId{0}}};
    pair.scene.parts.sources.add({.id = "book"});
    EXPECT_THAT(things(pair.scene.network(), "missing-source"), ElementsAre("link ab"));
    EXPECT_EQ(found_by(pair.scene.network(), "missing-source"), "none for time, money");
}

TEST(LintEvidence, AsksWhyAnAssumptionIsMadeButNotOfAFactorOfOne) {
    Scene scene;
    const PlaceId a = scene.place("a");
    scene.parts.factors = {};
    scene.parts.places[a].evidence.note = "read off a map";
    const FactorId moving = scene.parts.factors.add(
        {.id = "moving",
         .intensity = Estimate<KgCo2ePerTonneKm>{.range = {}, .evidence = {.note = "a guess"}}});
    static_cast<void>(moving);
    EXPECT_THAT(things(scene.network(), "assumed-without-note"), IsEmpty());
    scene.parts.places[a].evidence.note = " ";
    EXPECT_THAT(things(scene.network(), "assumed-without-note"), ElementsAre("place a"));
    Pair pair{Mode::rail};
    EXPECT_THAT(things(pair.scene.network(), "assumed-without-note"),
                testing::Not(testing::Contains("service there")));
    pair.scene.parts.services[ServiceId{0}].time_factor = certain(2.0);
    EXPECT_THAT(things(pair.scene.network(), "assumed-without-note"),
                testing::Contains("service there"));
}

} // namespace
} // namespace landsea::model
