#include "io/input_error.hpp"
#include "io/read_waters.hpp"
#include "small_waters.hpp"

#include <gmock/gmock.h>

#include <string>

namespace landsea::io {
namespace {

using model::LatLon;
using testing::ElementsAre;
using testing::HasSubstr;

std::string with(std::string_view old, std::string_view fresh) {
    std::string text{small_waters};
    const std::size_t at = text.find(old);
    EXPECT_NE(at, text.npos) << old;
    return text.replace(at, old.size(), fresh);
}

/// What reading complains about when something is replaced; "fine" when it does not.
std::string complaint(std::string_view old, std::string_view fresh) {
    try {
        static_cast<void>(read_waters_text("w.json", with(old, fresh)));
    } catch (const InputError& error) {
        return error.what();
    }
    return "fine";
}

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

TEST(ReadWaters, ReadsAllThatAFileSays) {
    const geo::SeaPlan plan = read_waters_text("w.json", std::string{small_waters});
    using Open = model::SeaPassage::Open;
    EXPECT_THAT(plan.passages, ElementsAre(model::SeaPassage{"strait", Open::to_feeders},
                                           model::SeaPassage{"ice", Open::on_request}));
    ASSERT_EQ(plan.gates.size(), 1U); // ice has a lane, no gate
    EXPECT_EQ(plan.gates[0].passage, 0);
    EXPECT_THAT(plan.gates[0].line, ElementsAre(at(1, 103.5), at(0.5, 103.5)));
    EXPECT_THAT(plan.fairways.channels, ElementsAre(geo::Path{at(31.25, 32.5), at(30, 32.5)}));
    EXPECT_THAT(plan.fairways.forbidden, ElementsAre(geo::Path{at(9, 79), at(9, 80), at(10, 80)}));
    ASSERT_EQ(plan.marked_lanes.size(), 1U);
    EXPECT_THAT(plan.marked_lanes[0].passages, ElementsAre(1));
    EXPECT_THAT(plan.marked_lanes[0].line, ElementsAre(at(70, 50), at(75, 100), at(65, -170)));
    EXPECT_THAT(plan.barriers, ElementsAre(geo::Path{at(70, -60), at(75, 20)}));
    EXPECT_EQ(plan.southernmost_deg, -61.0);
    EXPECT_EQ(plan.northernmost_deg, 74.5);
}

TEST(ReadWaters, SaysWhereAndWhatIsWrong) {
    EXPECT_THAT(complaint("\"to_feeders\"", "\"to_ferries\""),
                AllOf(HasSubstr("w.json: /passages/0/open: expected one of to_all, to_feeders, "
                                "on_request"),
                      HasSubstr("found \"to_ferries\"")));
    EXPECT_THAT(
        complaint("[1, 103.5]", "[91, 103.5]"),
        AllOf(HasSubstr("w.json: /passages/0/gate_lat_lon/0/0: expected"), HasSubstr("found 91")));
    EXPECT_THAT(complaint("[1, 103.5]", "[1, 180.5]"),
                AllOf(HasSubstr("w.json: /passages/0/gate_lat_lon/0/1: expected"),
                      HasSubstr("found 180.5")));
    EXPECT_THAT(complaint("[1, 103.5]", "[1]"),
                HasSubstr("w.json: /passages/0/gate_lat_lon/0: expected a latitude and a "
                          "longitude, found"));
    EXPECT_THAT(complaint("[[1, 103.5], [0.5, 103.5]]", "[[1, 103.5]]"),
                HasSubstr("w.json: /passages/0/gate_lat_lon: expected 2 points or more, found"));
    EXPECT_THAT(complaint(", [10, 80]]", "]"),
                HasSubstr("w.json: /forbidden/0/ring_lat_lon: expected 3 points or more, found"));
    EXPECT_THAT(complaint("\"grade\": \"assumed\"", "\"grade\": \"guessed\""),
                HasSubstr("w.json: /passages/0/grade: expected one of"));
    EXPECT_THAT(complaint("\"schema_version\": 1", "\"schema_version\": 2"),
                HasSubstr("w.json: /schema_version: expected"));
    EXPECT_THAT(complaint("\"northernmost_turn_deg\": 74.5", "\"northernmost_turn_deg\": 95"),
                HasSubstr("w.json: /northernmost_turn_deg: expected"));
}

TEST(ReadWaters, SaysTheNearestPassageOfAMarkedLane) {
    EXPECT_THAT(complaint("[\"ice\"]", "[\"ise\"]"),
                AllOf(HasSubstr("w.json: /marked_lanes/0/passages/0: expected the id of a passage"),
                      HasSubstr("nearest: ice"), HasSubstr("found \"ise\"")));
}

TEST(ReadWaters, TakesAnIdOnce) {
    EXPECT_THAT(complaint("\"id\": \"ice\"", "\"id\": \"strait\""),
                HasSubstr("w.json: /passages/1/id: expected an id that no other passage has, found "
                          "\"strait\""));
}

TEST(ReadWaters, KnowsItsKeysAndMissesThem) {
    EXPECT_THAT(complaint("\"why\": \"dug\"", "\"wy\": \"dug\""),
                AllOf(HasSubstr("w.json: /channels/0"), HasSubstr("why")));
    EXPECT_THAT(complaint("\"barriers\"", "\"bariers\""), HasSubstr("barriers"));
    EXPECT_THAT(complaint("\"note\": \"cold\"", "\"note\": \" \""),
                HasSubstr("w.json: /passages/1/note: expected"));
}

TEST(ReadWaters, SaysAllProblemsAtOnce) {
    std::string text = with("\"to_feeders\"", "\"x\"");
    text.replace(text.find("[31.25, 32.5]"), 13, "[31.25, true]");
    try {
        static_cast<void>(read_waters_text("w.json", text));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2U);
    }
}

TEST(ReadWaters, HoldsAtMost64Passages) {
    std::string many;
    for (int i = 0; i < 63; ++i) {
        many += R"({"id": "p)" + std::to_string(i) +
                R"(", "open": "to_all", "grade": "assumed", "note": "x"}, )";
    }
    EXPECT_THAT(complaint("{\"id\": \"ice\"", many + "{\"id\": \"ice\""),
                HasSubstr("w.json: /passages/64: expected at most 64 passages, found"));
}

} // namespace
} // namespace landsea::io
