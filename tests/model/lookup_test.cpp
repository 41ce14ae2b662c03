#include "../support/scene.hpp"
#include "model/lookup.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace landsea::model {
namespace {

class Lookup : public testing::Test {
  protected:
    Lookup() {
        port = scene.place("MYMKZ", "MY");
        scene.parts.places[port].names = {"Malacca", "马六甲", ""};
        scene.parts.places[port].local_name = "Melaka";
        strait = scene.parts.passages.add(
            {.id = "malacca", .names = {"Strait of Malacca", "马六甲海峡", ""}, .location = {}});
    }

    support::Scene scene;
    PlaceId port;
    PassageId strait;
};

TEST_F(Lookup, TakesABareWordForTheStraitBeforeThePort) {
    const Network network = scene.network();
    EXPECT_EQ(find_target(network, "malacca"), Target{strait});
    EXPECT_EQ(find_target(network, "Malacca"), Target{strait});
    EXPECT_EQ(find_target(network, "place:Malacca"), Target{port});
    EXPECT_EQ(find_target(network, "马六甲"), Target{port});
}

TEST_F(Lookup, FindsThePortWhereAPlaceIsWanted) {
    EXPECT_EQ(find_place(scene.network(), "malacca"), port);
}

TEST_F(Lookup, FindsAPlaceByItsLocalName) {
    const Network network = scene.network();
    EXPECT_EQ(find_place(network, "MELAKA"), port);
    const auto names = place_names(network);
    EXPECT_NE(std::find(names.begin(), names.end(), "Melaka"), names.end());
}

} // namespace
} // namespace landsea::model
