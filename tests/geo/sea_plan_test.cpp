#include "geo/sea_plan.hpp"

#include <gmock/gmock.h>

namespace landsea::geo {
namespace {

using model::LatLon;
using testing::ElementsAre;
using testing::IsEmpty;

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

/// A gate along a meridian.
Gate gate(std::uint16_t passage, double lon, double south = -1, double north = 1) {
    return {.passage = passage, .line = {at(south, lon), at(north, lon)}};
}

TEST(PassagesAlong, AreInTravelOrderWithinOneLineToo) {
    // The share of a great circle that lies behind is not the share of its longitudes, but both
    // grow together.
    const std::vector<Gate> gates{gate(0, 50), gate(1, 10), gate(2, 30)};
    EXPECT_THAT(passages_along({at(0, 0), at(0, 60)}, gates), ElementsAre(1, 2, 0));
    EXPECT_THAT(passages_along({at(0, 60), at(0, 0)}, gates), ElementsAre(0, 2, 1));
    EXPECT_THAT(passages_along({at(0, 0), at(0.5, 20), at(0, 35), at(0, 60)}, gates),
                ElementsAre(1, 2, 0));
}

TEST(PassagesAlong, AreNoneBesideTheGate) {
    const std::vector<Gate> gates{gate(0, 10)};
    EXPECT_THAT(passages_along({at(2, 0), at(2, 20)}, gates), IsEmpty());
    EXPECT_THAT(passages_along({at(0, 0), at(0, 9.9)}, gates), IsEmpty());
    EXPECT_THAT(passages_along({at(0, 170), at(0, -170)}, gates), IsEmpty()); // behind the Earth
    EXPECT_THAT(passages_along({at(0, 0)}, gates), IsEmpty());
    EXPECT_THAT(passages_along({}, gates), IsEmpty());
}

TEST(PassagesAlong, AreEachOnce) {
    const std::vector<Gate> two{gate(0, 10), gate(1, 20), gate(0, 30)};
    EXPECT_THAT(passages_along({at(0, 0), at(0, 40)}, two), ElementsAre(0, 1));
    EXPECT_THAT(passages_along({at(0, 0), at(0.5, 25), at(0, 5)}, two), ElementsAre(0, 1));
}

TEST(PassagesAlong, CountEveryStretchOfABentGate) {
    const std::vector<Gate> bent{
        {.passage = 3, .line = {at(-1, 10), at(0, 12), at(1, 10), at(5, 10)}}};
    EXPECT_THAT(passages_along({at(-0.5, 0), at(-0.5, 20)}, bent), ElementsAre(3));
    EXPECT_THAT(passages_along({at(0, 0), at(0, 20)}, bent), ElementsAre(3)); // through its corner
    EXPECT_THAT(passages_along({at(4, 0), at(4, 20)}, bent), ElementsAre(3));
}

TEST(PassagesAlong, MeetAGateAcrossThe180thMeridian) {
    const std::vector<Gate> gates{{.passage = 0, .line = {at(60, 179), at(70, -179)}}};
    EXPECT_THAT(passages_along({at(65, 170), at(65, -170)}, gates), ElementsAre(0));
}

TEST(PassagesAlong, LoseNoGateWhereALineBendsUponIt) {
    // The line has a corner on the gate: one of its two stretches crosses, whatever rounding says.
    const std::vector<Gate> gates{gate(0, 10)};
    for (const double lat : {-0.7, -0.1, 0.0, 0.3, 0.9}) {
        EXPECT_THAT(passages_along({at(lat, 0), at(lat, 10), at(lat, 20)}, gates), ElementsAre(0));
        EXPECT_THAT(passages_along({at(lat, 20), at(lat, 10), at(lat, 0)}, gates), ElementsAre(0));
    }
}

} // namespace
} // namespace landsea::geo
