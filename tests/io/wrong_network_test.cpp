#include "small_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace landsea::io {
namespace {

TEST(WrongNumber, MayNotBeNegative) {
    EXPECT_EQ(complaint_in_lines(R"("time_h": {"low": 48,)", R"("time_h": {"low": -48,)"),
              "b.json: /links/0/reverse/time_h/low: expected a number of at least 0, found -48");
    EXPECT_EQ(complaint_in_lines(R"("low": 900,)", R"("low": 0,)"),
              "b.json: /links/2/length_km/low: expected a number above 0, found 0");
}

TEST(WrongNumber, MayNotBeText) {
    EXPECT_EQ(complaint_in_lines(R"("time_h": {"low": 48,)", R"("time_h": {"low": "48",)"),
              "b.json: /links/0/reverse/time_h/low: expected a number of at least 0, found \"48\"");
}

TEST(WrongNumber, MustStandInAnEstimate) {
    EXPECT_EQ(complaint_in_lines(
                  R"({"time_h": {"low": 48, "typical": 96, "high": 192, "grade": "assumed"}})",
                  R"({"time_h": 96})"),
              "b.json: /links/0/reverse/time_h: expected an object, found 96");
}

TEST(WrongNumber, MustBeOrdered) {
    EXPECT_EQ(complaint_in_lines(R"("low": 48, "typical": 96)", R"("low": 480, "typical": 96)"),
              "b.json: /links/0/reverse/time_h: expected low <= typical <= high, found low 480, "
              "typical 96, high 192");
}

TEST(WrongNumber, MayNotBeAMeanThatNoPertCurveHas) {
    // (5 * 24 + 144) / 6 = 44; (24 + 5 * 144) / 6 = 124
    EXPECT_EQ(complaint_in_lines(R"("typical": 72)", R"("typical": 125)"),
              "b.json: /links/0/time_h/typical: expected a mean from 44.000 to 124.000, the only "
              "ones of PERT curves from 24 to 144, found 125");
    EXPECT_EQ(complaint_in_lines(R"("typical": 72)", R"("typical": 124)"), "fine");
    EXPECT_EQ(complaint_in_lines(R"("typical": 72)", R"("typical": 44)"), "fine");
    EXPECT_THAT(complaint_in_lines(R"("typical": 72)", R"("typical": 43.9)"),
                testing::HasSubstr("expected a mean from 44.000"));
}

TEST(WrongNumber, MayNotBeAMedianThatNoPertCurveHas) {
    // 24 + 120 (1 - 2^-0.2) = 39.534; 144 - 120 (1 - 2^-0.2) = 128.466
    const std::string text =
        with(small_lines, R"("typical_is": "mean")", R"("typical_is": "median")");
    EXPECT_EQ(complaint_about({{"a.json", std::string{small_places}},
                               {"b.json", with(text, R"("typical": 72)", R"("typical": 130)")}}),
              "b.json: /links/0/time_h/typical: expected a median from 39.534 to 128.466, the only "
              "ones of PERT curves from 24 to 144, found 130");
}

TEST(WrongNumber, MayNotBeSoLargeThatSumsOverflow) {
    EXPECT_EQ(complaint_in_lines(R"("high": 192)", R"("high": 1e300)"),
              "b.json: /links/0/reverse/time_h/high: expected a number of at most 1000000000, "
              "found 1e+300");
}

TEST(WrongNumber, MustHaveASourceUnlessAssumed) {
    EXPECT_EQ(complaint_in_lines(R"("high": 192, "grade": "assumed")",
                                 R"("high": 192, "grade": "derived")"),
              "b.json: /links/0/reverse/time_h: expected at least one source, as the grade is not "
              "assumed, found none");
    EXPECT_EQ(complaint_in_lines(R"("high": 192, "grade": "assumed")",
                                 R"("high": 192, "grade": "guessed")"),
              "b.json: /links/0/reverse/time_h/grade: expected one of published, derived, assumed, "
              "found \"guessed\"");
}

TEST(WrongVersion, IsRefused) {
    const std::string_view is_one = "\"schema_version\": 1";
    EXPECT_EQ(complaint_in_places(is_one, "\"schema_version\": 2"),
              "a.json: /schema_version: expected 1, found 2");
    EXPECT_EQ(complaint_in_places(is_one, "\"schema_version\": 1.5"),
              "a.json: /schema_version: expected 1, found 1.5");
    EXPECT_EQ(complaint_in_places(is_one, "\"schema_version\": \"1\""),
              "a.json: /schema_version: expected 1, found \"1\"");
    EXPECT_EQ(complaint_in_places("\"schema_version\": 1,", ""),
              "a.json: top level: expected the key \"schema_version\", found none");
}

TEST(WrongKey, IsRefusedWithTheNearestValidOne) {
    EXPECT_EQ(complaint_in_lines(R"("time_h": {"low": 48)", R"("tmie_h": {"low": 48)"),
              "b.json: /links/0/reverse/tmie_h: expected a known key (nearest: time_h), found the "
              "key \"tmie_h\"");
    EXPECT_THAT(complaint_in_places(R"("mode": "sea")", R"("mode": "sea", "colour": "red")"),
                testing::AllOf(testing::StartsWith("a.json: /means/1/colour: expected one of the "
                                                   "keys id, names, mode, vessel, "),
                               testing::EndsWith("found the key \"colour\"")));
}

TEST(WrongKey, IsMissing) {
    EXPECT_EQ(complaint_in_places(R"(, "mode": "sea")", ""),
              "a.json: /means/1: expected the key \"mode\", found none");
}

TEST(WrongPlace, LiesOutsideTheWorld) {
    EXPECT_EQ(complaint_in_places(R"("lat": 30.1,)", R"("lat": 95,)"),
              "a.json: /places/1/lat: expected a number from -90 to 90, found 95");
    EXPECT_EQ(complaint_in_places(R"("lon": 111)", R"("lon": 191)"),
              "a.json: /places/2/lon: expected a number from -180 to 180, found 191");
    EXPECT_EQ(complaint_in_lines("[30.2, 107]", "[30.2]"),
              "b.json: /links/0/shape_lat_lon/0: expected a pair [latitude, longitude], found a "
              "list of 1");
}

TEST(WrongPlace, HasNoNameOrCountry) {
    EXPECT_EQ(complaint_in_places(R"("en": "City")", R"("en": " ")"),
              "a.json: /places/1/names/en: expected a text that is not empty, found \" \"");
    EXPECT_EQ(complaint_in_places(R"("en": "Lock", "zh": "闸")", R"("en": "Lock")"),
              "a.json: /places/2/names: expected the key \"zh\", found none");
    EXPECT_EQ(complaint_in_places(R"("country": "BB")", R"("country": "bb")"),
              "a.json: /places/4/country: expected a country code of two capital letters, such as "
              "CN, found \"bb\"");
    EXPECT_EQ(complaint_in_places(R"("unlocode": "AAUPP")", R"("unlocode": "AA UPP")"),
              "a.json: /places/0/unlocode: expected a UN/LOCODE without a blank, such as CNCKG, "
              "found \"AA UPP\"");
    EXPECT_EQ(complaint_in_places(R"(["lock"])", R"([])"),
              "a.json: /places/2/kinds: expected at least one kind, found an empty list");
}

TEST(WrongId, IsTakenAndBothPlacesAreNamed) {
    EXPECT_EQ(complaint_in_lines(R"("id": "customs")", R"("id": "load-up")"),
              "b.json: /operations/2/id: expected an id that no other operation has, found "
              "\"load-up\", as in /operations/0");
    EXPECT_EQ(complaint_in_lines(R"("title": "Lines",)", R"("sources": [{"id": "book",
                                 "title": "B", "publisher": "C"}],)"),
              "b.json: /sources/0/id: expected an id that no other source has, found \"book\", as "
              "in a.json: /sources/0");
}

TEST(WrongId, HasOtherCharacters) {
    const std::string rule = "expected an id of ASCII letters, digits and - _ . @ + : /, found ";
    EXPECT_EQ(complaint_in_lines(R"("id": "customs")", R"("id": "cus toms")"),
              "b.json: /operations/2/id: " + rule + "\"cus toms\"");
    EXPECT_EQ(complaint_in_lines(R"("id": "customs")", R"("id": "a~return")"),
              "b.json: /operations/2/id: " + rule + "\"a~return\"");
    EXPECT_EQ(complaint_in_lines(R"("id": "customs")", R"("id": 7)"),
              "b.json: /operations/2/id: " + rule + "7");
    EXPECT_EQ(complaint_in_lines(R"("id": "customs", )", ""),
              "b.json: /operations/2: expected the key \"id\", found none");
}

TEST(WrongReference, ComesWithTheNearestValidIds) {
    EXPECT_EQ(complaint_in_lines(R"("to": "AALCK")", R"("to": "AALKC")"),
              "b.json: /links/0/to: expected the id of a known place (nearest: AALCK), found "
              "\"AALKC\"");
    EXPECT_EQ(complaint_in_lines(R"("to": "AALCK")", R"("to": "QQQQQ")"),
              "b.json: /links/0/to: expected the id of a known place, found \"QQQQQ\"");
    EXPECT_EQ(complaint_in_lines(R"("hub": "crane")", R"("hub": 5)"),
              "b.json: /operations/0/hub: expected the id of a known emission factor, found 5");
}

TEST(WrongSelector, IsRefused) {
    EXPECT_EQ(complaint_in_lines("means:barge", "means:bargee"),
              "b.json: /operations/0/to/0: expected the id of a known means (nearest: barge), "
              "found \"means:bargee\"");
    EXPECT_EQ(complaint_in_lines("means:barge", "mode:train"),
              "b.json: /operations/0/to/0: expected mode:road, mode:rail, mode:sea, "
              "mode:inland_waterway or mode:air, found \"mode:train\"");
    EXPECT_EQ(complaint_in_lines("means:barge", "everything"),
              "b.json: /operations/0/to/0: expected a selector: any, gate, mode:MODE, means:ID or "
              "service:ID, found \"everything\"");
    EXPECT_EQ(complaint_in_lines(R"(["gate"])", "[]"),
              "b.json: /operations/0/from: expected at least one selector, found an empty list");
}

TEST(WrongOperation, HasNoTriggerOrTwo) {
    const std::string expected =
        "expected one trigger: from and to, or on, or on with leaving_to or arriving_from, found ";
    EXPECT_EQ(complaint_in_lines(R"("on": ["mode:inland_waterway"],)", ""),
              "b.json: /operations/1: " + expected + "none");
    EXPECT_EQ(complaint_in_lines(R"("from": ["gate"],)", R"("from": ["gate"], "on": ["any"],)"),
              "b.json: /operations/0: " + expected + "parts of several");
    EXPECT_EQ(complaint_in_lines(R"("from": ["gate"],)", ""),
              "b.json: /operations/0: expected the key \"from\", found none");
    EXPECT_EQ(complaint_in_lines(R"("kind": "load")", R"("kind": "lock")"),
              "b.json: /operations/0/kind: expected a kind that goes with from and to: one of "
              "load, unload, transfer, dwell, port_dwell, found \"lock\"");
}

TEST(WrongOperation, HasCostsThatDoNotFitItsSeason) {
    EXPECT_EQ(complaint_in_lines(R"("flood": {)", R"("floods": {)"),
              "b.json: /operations/1/by_state: expected the key \"flood\", found none\n"
              "b.json: /operations/1/by_state/floods: expected a state of season river (nearest: "
              "flood), found the key \"floods\"");
    EXPECT_EQ(complaint_in_lines(R"("season": "river", )", ""),
              "b.json: /operations/1/by_state: expected the key \"season\" beside it, found none");
    EXPECT_EQ(complaint_in_lines(R"("hub": "crane",)", R"("season": "river",)"),
              "b.json: /operations/0/time_h: expected estimates in by_state, as there is a season, "
              "found the key \"time_h\" beside it\n"
              "b.json: /operations/0/money_usd_per_teu: expected estimates in by_state, as there "
              "is a season, found the key \"money_usd_per_teu\" beside it\n"
              "b.json: /operations/0: expected the key \"by_state\", found none");
}

TEST(WrongSeason, HasProbabilitiesThatDoNotAddUp) {
    EXPECT_EQ(complaint_in_places("[1, 1, 1, 1, 1, 0.5,", "[1, 1, 1, 1, 1, 0.4,"),
              "a.json: /seasons/0/states: expected probabilities that add up to 1 in every month, "
              "found 0.900000 in month 6");
    EXPECT_EQ(complaint_in_places("[1, 1, 1, 1, 1, 0.5,", "[1, 1, 1, 1, 0.5,"),
              "a.json: /seasons/0/states/0/probability_by_month: expected twelve numbers, January "
              "first, found a list of 11");
    EXPECT_EQ(complaint_in_places("[1, 1, 1, 1, 1, 0.5,", "[1, 1, 1, 1, 1, 1.5,"),
              "a.json: /seasons/0/states/0/probability_by_month/5: expected a number from 0 to 1, "
              "found 1.5");
    EXPECT_EQ(complaint_in_places(R"("correlation": 0.5)", R"("correlation": 2)"),
              "a.json: /causes/0/correlation: expected a number from 0 to 1, found 2");
}

TEST(WrongFactor, IsForMovingAndHandlingOrNeither) {
    EXPECT_EQ(complaint_in_places(R"("kg_co2e_per_t")", R"("kg_co2e_per_tkm")"),
              "a.json: /emission_factors/1/kg_co2e_per_tkm: expected a known key (nearest: "
              "g_co2e_per_tkm, kg_co2e_per_t), found the key \"kg_co2e_per_tkm\"\n"
              "a.json: /emission_factors/1: expected one of the keys g_co2e_per_tkm, "
              "kg_co2e_per_t, found none");
    EXPECT_EQ(complaint_in_lines(R"("hub": "crane")", R"("hub": "ship")"),
              "b.json: /operations/0: expected a hub factor per tonne, found a factor per "
              "tonne-km: ship");
}

TEST(WrongLink, GoesNowhereOrByNoMode) {
    EXPECT_EQ(complaint_in_lines(R"("mode": "sea", "variant": "north")",
                                 R"("mode": "ship", "variant": "north")"),
              "b.json: /links/2/mode: expected one of road, rail, sea, inland_waterway, air, found "
              "\"ship\"");
    EXPECT_EQ(complaint_in_lines(R"("standing": {"planned": "2026-12"})",
                                 R"("standing": {"planned": "2026-13"})"),
              "b.json: /links/3/standing/planned: expected a year or month, such as \"2026\" or "
              "\"2026-12\", found \"2026-13\"");
    EXPECT_EQ(complaint_in_lines(R"("standing": {"planned": "2026-12"})", R"("standing": "shut")"),
              "b.json: /links/3/standing: expected \"open\", {\"planned\": \"2026-12\"} or "
              "{\"suspended\": \"why\"}, found \"shut\"");
    EXPECT_EQ(complaint_in_lines(R"("reverse": "mirrored")", R"("reverse": "maybe")"),
              "b.json: /links/1/reverse: expected \"mirrored\", \"none\" or an object, found "
              "\"maybe\"");
}

TEST(WrongService, HasAHopWithoutALink) {
    EXPECT_EQ(complaint_in_lines(R"(["AAUPP", "AALCK", "AASEA"])", R"(["AAUPP", "AASEA"])"),
              "b.json: /services/0/route/1: expected an inland_waterway link from AAUPP to AASEA, "
              "found none");
    EXPECT_EQ(complaint_in_lines(R"("variant": "south", "standing")", R"("standing")"),
              "b.json: /services/1/route/1: expected one sea link from AASEA to BBFAR, told apart "
              "from others by its variant, found SEA-FAR@north (sea, variant north), SEA-FAR@south "
              "(sea, variant south)");
    EXPECT_EQ(complaint_in_lines(R"("means": "liner")", R"("means": "barge")"),
              "b.json: /services/1/route/1: expected an inland_waterway link from AASEA to BBFAR, "
              "found SEA-FAR@north (sea, variant north), SEA-FAR@south (sea, variant south)");
}

TEST(WrongService, CannotComeBackWhereLinksGoOneWayOnly) {
    EXPECT_EQ(complaint_in_lines("\"return\": \"none\"", "\"return\": \"same\""),
              "b.json: /services/1/return: expected a sea link from BBFAR to AASEA, found none");
}

TEST(WrongService, VisitsAPlaceTwice) {
    EXPECT_EQ(
        complaint_in_lines(R"(["AAUPP", "AALCK", "AASEA"])", R"(["AAUPP", "AALCK", "AAUPP"])"),
        "b.json: /services/0: expected a route that visits each place once, found AAUPP "
        "twice");
}

TEST(WrongNetwork, IsToldOfAllAtOnceOverAllFiles) {
    const std::string places = with(small_places, R"("lat": 30.1,)", R"("lat": 95,)");
    const std::string lines = with(with(small_lines, R"("means": "liner")", R"("means": "linre")"),
                                   R"("low": 900,)", R"("low": -900,)");
    EXPECT_EQ(complaint_about({{"a.json", places}, {"b.json", lines}}),
              "a.json: /places/1/lat: expected a number from -90 to 90, found 95\n"
              "b.json: /links/2/length_km/low: expected a number above 0, found -900\n"
              "b.json: /services/1/means: expected the id of a known means (nearest: liner), found "
              "\"linre\"");
}

} // namespace
} // namespace landsea::io
