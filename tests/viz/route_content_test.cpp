#include "model/router.hpp"
#include "tests/support/scene.hpp"
#include "viz/route_content.hpp"

#include <gmock/gmock.h>

namespace landsea::viz {
namespace {

using model::Hours;
using model::Language;
using model::Mode;
using support::Scene;

/// One train to the port, then a fast or a slow ship; the ships share their first stretch.
///
///     a --train 24 h--> b --48 h--> c --24 h--> d      fast: b c d
///                                   c --48 h--> e --48 h--> d   slow: b c e d
struct TwoShips {
    TwoShips() {
        for (const char* id : {"a", "b", "c", "d", "e"}) {
            places.push_back(scene.place(id));
        }
        const auto train = scene.means("train", Mode::rail);
        fast = scene.means("fast", Mode::sea);
        slow = scene.means("slow", Mode::sea);
        const model::UsdPerTeu price{100};
        ab = scene.link("ab", places[0], places[1], Mode::rail, Hours{24}, price);
        bc = scene.link("bc", places[1], places[2], Mode::sea, Hours{48}, price);
        cd = scene.link("cd", places[2], places[3], Mode::sea, Hours{24}, price);
        ce = scene.link("ce", places[2], places[4], Mode::sea, Hours{48}, price);
        ed = scene.link("ed", places[4], places[3], Mode::sea, Hours{48}, price);
        scene.service("train", train, {ab});
        scene.service("fast", fast, {bc, cd});
        scene.service("slow", slow, {bc, ce, ed});
        scene.open_gates();
        scene.transfer(places[1], train, fast, Hours{6});
        scene.transfer(places[1], train, slow, Hours{6});
        question.query = {.from = places[0], .to = places[3]};
        question.names = {"Two ships", "两艘船", "Два судна"};
        question.alternatives = {
            {"fast", {"Fast", "快", "Быстро"}, {.via = {fast}, .avoid = {}}, {}},
            {"slow way", {"Slow", "慢", "Медленно"}, {.via = {slow}, .avoid = {}}, {}}};
    }

    [[nodiscard]] scenarios::Comparison compared(const model::Network& network) const {
        return scenarios::compare(model::Router{network}, question, {1, 200});
    }

    Scene scene;
    std::vector<model::PlaceId> places;
    model::MeansId fast, slow;
    model::LinkId ab, bc, cd, ce, ed;
    scenarios::Question question;
};

TEST(ComparisonContent, HasALegForEachModeAndSaysWhatEachWayTakes) {
    const TwoShips ships;
    const model::Network network = ships.scene.network();
    const MapContent content = comparison_content(ships.compared(network), network, {Language::en});
    ASSERT_EQ(content.tracks.size(), 2U);
    ASSERT_EQ(content.tracks[0].legs.size(), 2U);
    EXPECT_EQ(content.tracks[0].legs[0].mode, Mode::rail);
    EXPECT_EQ(content.tracks[0].legs[1].mode, Mode::sea);
    // 24 + 6 + 48 + 24 = 102 h are 4.25 days; three links at 100 USD.
    EXPECT_EQ(content.tracks[0].legend, "Fast: 4.2 d, 300 USD");
    EXPECT_EQ(content.tracks[1].id, "slow-way"); // fit to be part of an id
}

TEST(ComparisonContent, SpeaksThreeLanguages) {
    const TwoShips ships;
    const model::Network network = ships.scene.network();
    const auto comparison = ships.compared(network);
    EXPECT_EQ(comparison_content(comparison, network, {Language::ru}).tracks[0].legend,
              "Быстро: 4.2 сут., 300 USD");
    EXPECT_EQ(comparison_content(comparison, network, {Language::zh}).title, "两艘船");
}

TEST(DifferenceContent, GreysWhatBothUseAndSaysWhatIsSaved) {
    const TwoShips ships;
    const model::Network network = ships.scene.network();
    const auto comparison = ships.compared(network);
    const MapContent content = difference_content(comparison, network, {Language::en});
    ASSERT_EQ(content.tracks.size(), 3U);
    const auto ends = [&](const MapTrack& track, std::size_t leg) {
        return std::pair{track.legs[leg].path.front(), track.legs[leg].path.back()};
    };
    const auto at = [&](std::size_t i) { return network[ships.places[i]].location; };
    // The fast ship alone goes c-d, the slow one c-e-d; a-b by rail and b-c by sea are shared.
    ASSERT_EQ(content.tracks[0].legs.size(), 1U);
    EXPECT_EQ(ends(content.tracks[0], 0), (std::pair{at(2), at(3)}));
    ASSERT_EQ(content.tracks[1].legs.size(), 1U);
    EXPECT_EQ(ends(content.tracks[1], 0), (std::pair{at(2), at(3)}));
    ASSERT_EQ(content.tracks[2].legs.size(), 2U);
    EXPECT_EQ(ends(content.tracks[2], 1), (std::pair{at(1), at(2)}));
    EXPECT_TRUE(content.tracks[2].colour.has_value());
    // 96 - 24 = 72 h are saved in every draw: the links have no range.
    EXPECT_THAT(content.remarks, testing::ElementsAre("Fast saves 3.0 d (P5 3.0 d, P95 3.0 d)"));
}

TEST(DifferenceContent, NeedsTwo) {
    TwoShips ships;
    ships.question.alternatives.resize(1);
    const model::Network network = ships.scene.network();
    EXPECT_THROW(difference_content(ships.compared(network), network, {Language::en}),
                 std::invalid_argument);
}

TEST(ComparisonPanels, ShowOneWayEachOnTheOthers) {
    const TwoShips ships;
    const model::Network network = ships.scene.network();
    const auto panels = comparison_panels(ships.compared(network), network, {Language::en});
    ASSERT_EQ(panels.size(), 2U);
    EXPECT_EQ(panels[1].title, "Slow");
    EXPECT_EQ(panels[1].tracks[0].look, 1U); // its colour on the map of all
    EXPECT_EQ(panels[1].tracks[0].emphasis, Emphasis::full);
    EXPECT_EQ(panels[1].tracks[1].emphasis, Emphasis::backdrop);
    EXPECT_TRUE(panels[1].tracks[1].legend.empty());
}

TEST(CorridorContent, DrawsEachStretchOnceAndLeavesOutCorridorsWithoutServices) {
    TwoShips ships;
    const auto corridor = ships.scene.parts.corridors.add({"sea", {"By sea", "海", ""}, {}});
    ships.scene.parts.corridors.add({"none", {"Nothing", "无", ""}, {}});
    auto& services = ships.scene.parts.services;
    for (const model::ServiceId id : services.ids()) {
        if (services[id].id != "train") {
            services[id].corridors = {corridor};
        }
    }
    const model::Network network = ships.scene.network();
    const MapContent content =
        corridor_content(network.parts().corridors.ids(), network, {Language::en});
    ASSERT_EQ(content.tracks.size(), 1U);
    std::size_t points = 0;
    for (const MapLeg& leg : content.tracks[0].legs) {
        points += leg.path.size();
    }
    // b-c-d of the fast ship in one leg, each link with both its ends; c-e-d of the slow one.
    EXPECT_EQ(content.tracks[0].legs.size(), 2U);
    EXPECT_EQ(points, 8U);
}

} // namespace
} // namespace landsea::viz
