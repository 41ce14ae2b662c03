#include "archipelago.hpp"
#include "geo/sea_survey.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::geo {
namespace {

using model::Km;
using model::LatLon;
using model::SeaPassage;
using support::Dice;

/// Twelve islands about the 180th meridian, one of them large with a lake in its middle; a gate
/// between two of them, a way through the ice, ports on coasts and in the lake.
class MadeUpSea : public testing::Test {
  protected:
    static constexpr double spacing = 0.06; // radians, 380 km

    static LatLon spot(double east, double north) {
        return beside(LatLon::degrees(10, 179.9), spacing * east, spacing * north);
    }

    static std::vector<Polygon> land() {
        Dice dice{31};
        std::vector<Polygon> islands;
        for (const Path& ring : archipelago(LatLon::degrees(10, 179.9), 3, 4, spacing, dice)) {
            islands.push_back({{ring}});
        }
        // The lake is 40 km across on an island of 480 km.
        Polygon large{{island(LatLon::degrees(10, -169), 0, 0, 0.036, 0.04, 30, dice)}};
        large.rings.push_back(island(LatLon::degrees(10, -169), 0, 0, 0.003, 0.0035, 12, dice));
        islands.push_back(large);
        return islands;
    }

    static SeaPlan plan() {
        SeaPlan made;
        made.passages = {{"middle", SeaPassage::Open::to_all},
                         {"ice", SeaPassage::Open::on_request}};
        made.gates = {{.passage = 0, .line = {spot(-0.5, 0), spot(0.5, 0)}}};
        made.marked_lanes = {
            {.line = {spot(-2.6, -1), spot(-2.6, 4), spot(2.6, 4), spot(2.6, 1)}, .passages = {1}}};
        return made;
    }

    /// A tenth of the way inland from a corner of an island of the grid.
    static LatLon ashore(std::size_t row, std::size_t column) {
        const LatLon corner = land()[row * 4 + column].rings[0][0];
        const LatLon centre =
            spot(static_cast<double>(column) - 1.5, static_cast<double>(row) - 1.0);
        return detail::place_of(
            detail::normalised(0.9 * detail::direction(corner) + 0.1 * detail::direction(centre)));
    }

    static std::vector<SurveyPort> ports() {
        return {{"inland", LatLon::degrees(10, -169)}, // in the lake
                {"north", ashore(2, 1)},
                {"south", spot(0.0, -0.5)}};
    }

    static const SeaSurvey& survey() {
        static const SeaSurvey made = survey_sea(land(), plan(), ports(), 1);
        return made;
    }
};

bool are_equal(const SeaSurvey& a, const SeaSurvey& b) {
    return a.lanes.nodes() == b.lanes.nodes() && a.lanes.edges() == b.lanes.edges() &&
           a.lanes.passages() == b.lanes.passages() && a.shore == b.shore;
}

TEST_F(MadeUpSea, IsSurveyedAlikeAgainAndByAnyNumberOfThreads) {
    EXPECT_TRUE(are_equal(survey(), survey_sea(land(), plan(), ports(), 1)));
    EXPECT_TRUE(are_equal(survey(), survey_sea(land(), plan(), ports(), 3)));
    EXPECT_GT(survey().lanes.edges().size(), 100U);
}

TEST_F(MadeUpSea, SaysHowPortsWereJoinedInTheirOrder) {
    ASSERT_EQ(survey().ports.size(), 3U);
    EXPECT_EQ(survey().ports[0].place, "inland");
    EXPECT_FALSE(survey().ports[0].is_joined);
    EXPECT_FALSE(survey().lanes.node_of("inland"));
    EXPECT_EQ(survey().ports[2].place, "south");
    EXPECT_TRUE(survey().ports[2].is_joined);
    EXPECT_EQ(survey().ports[2].snapped, Km{0}); // it lies in the water
    EXPECT_TRUE(survey().ports[1].is_joined);
    EXPECT_GT(survey().ports[1].snapped, Km{0});
    for (const char* port : {"north", "south"}) {
        EXPECT_TRUE(survey().lanes.node_of(port)) << port;
    }
}

TEST_F(MadeUpSea, HasACourseThroughTheGateAndOneRoundIt) {
    const auto from = survey().lanes.node_of("south").value();
    const auto to = survey().lanes.node_of("north").value();
    const auto through = survey().lanes.course(from, to, {.closed = {}, .required = {"middle"}});
    const auto round = survey().lanes.course(from, to, {.closed = {"middle"}, .required = {}});
    ASSERT_TRUE(through && round);
    EXPECT_THAT(passages_along(through->line, plan().gates), testing::ElementsAre(0));
    EXPECT_THAT(passages_along(round->line, plan().gates), testing::IsEmpty());
    const auto icy = survey().lanes.course(from, to, {.closed = {}, .required = {"ice"}});
    EXPECT_THAT(icy.value().passages, testing::Contains("ice"));
    // Up and down again: the lane lies at least four spacings north of its western end.
    EXPECT_GT(icy->length.count(), 10 * spacing * 6371.0);
}

TEST_F(MadeUpSea, HasEdgesAsLongAsTheirLines) {
    for (const model::SeaEdge& edge : survey().lanes.edges()) {
        Path line{survey().lanes.nodes()[edge.from].location};
        line.insert(line.end(), edge.shape.begin(), edge.shape.end());
        line.push_back(survey().lanes.nodes()[edge.to].location);
        EXPECT_NEAR(edge.length.count(), std::max(0.001, length(line).count()), 1e-9);
    }
}

TEST_F(MadeUpSea, IsJoinedToPlacesAtSeaOnACoastAndNowhere) {
    const LatLon at_sea = spot(0.0, 0.5);
    const LatLon on_coast = ashore(2, 0);
    const auto joined = joined_to(survey().lanes, survey().shore, plan(), land(),
                                  {{"sea?", at_sea},
                                   {"coast?", on_coast},
                                   {"lake?", LatLon::degrees(10, -169)},
                                   {"sea again?", spot(0.02, 0.5)}});
    ASSERT_EQ(joined.places.size(), 4U);
    ASSERT_TRUE(joined.places[0] && joined.places[1] && joined.places[3]);
    EXPECT_FALSE(joined.places[2]);
    EXPECT_EQ(joined.places[0]->snapped, Km{0});
    EXPECT_EQ(joined.lanes.nodes()[joined.places[0]->node].location, at_sea);
    EXPECT_EQ(joined.lanes.node_of("sea?"), joined.places[0]->node);
    EXPECT_GT(joined.places[1]->snapped, Km{0});
    // Two places in sight of each other are joined by the straight line.
    const auto near =
        joined.lanes.course(joined.places[0]->node, joined.places[3]->node, {}).value();
    EXPECT_NEAR(near.length.count(), distance(at_sea, spot(0.02, 0.5)).count(), 1e-3);
    // The old nodes keep their numbers.
    for (std::size_t n = 0; n < survey().lanes.nodes().size(); ++n) {
        ASSERT_EQ(joined.lanes.nodes()[n], survey().lanes.nodes()[n]);
    }
    const auto north = survey().lanes.node_of("north").value();
    EXPECT_TRUE(joined.lanes.course(joined.places[0]->node, north, {}));
    EXPECT_TRUE(joined.lanes.course(joined.places[1]->node, north, {}));
}

TEST_F(MadeUpSea, SeesAPortFromAPlaceBesideItsMouth) {
    // "south" lies in open water, where it is its own mouth; a place 4 km off sees it.
    const LatLon beside_it = spot(0.01, -0.5);
    const auto joined =
        joined_to(survey().lanes, survey().shore, plan(), land(), {{"near?", beside_it}});
    const auto south = survey().lanes.node_of("south").value();
    const auto course = joined.lanes.course(joined.places.at(0).value().node, south, {});
    EXPECT_NEAR(course.value().length.count(), distance(beside_it, spot(0.0, -0.5)).count(), 1e-3);
}

TEST_F(MadeUpSea, TellsHowItGoesOn) {
    std::vector<std::string> lines;
    static_cast<void>(survey_sea(land(), plan(), ports(), 1,
                                 [&](const std::string& line) { lines.push_back(line); }));
    EXPECT_THAT(lines, testing::Contains(testing::EndsWith(" headlands")));
    EXPECT_THAT(lines, testing::Contains(testing::EndsWith(" edges kept")));
}

} // namespace
} // namespace landsea::geo
