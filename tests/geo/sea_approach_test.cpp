#include "geo/sea_approach.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace landsea::geo {
namespace {

using model::Km;
using model::LatLon;

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

Path rectangle(double south, double west, double north, double east) {
    return {at(south, west), at(south, east), at(north, east), at(north, west)};
}

bool anywhere(LatLon /*point*/) {
    return true;
}

/// A coast on the equator, where a degree is a degree, with its shoreline.
class Coast {
  public:
    explicit Coast(std::vector<Polygon> land, Fairways fairways = {})
        : land_{std::move(land)}, fairways_{std::move(fairways)}, shore_{shoreline(land_,
                                                                                   fairways_)} {}

    [[nodiscard]] std::optional<SeaApproach>
    from(LatLon place, const std::function<bool(LatLon)>& is_open_sea = anywhere,
         Km furthest = Km{50}) const {
        return SeaApproaches{land_, shore_, fairways_}.from(place, furthest, is_open_sea);
    }

  private:
    std::vector<Polygon> land_;
    Fairways fairways_;
    Shoreline shore_;
};

TEST(SeaApproach, OfAPlaceInTheOpenSeaIsThePlace) {
    const Coast coast{{{{rectangle(0, 0, 1, 1)}}}};
    const auto found = coast.from(at(0.5, 1.5));
    EXPECT_THAT(found.value().line, testing::ElementsAre(at(0.5, 1.5)));
    EXPECT_EQ(found->snapped, Km{0});
}

TEST(SeaApproach, GoesStraightFromAnOpenCoastToTheShoreline) {
    const Coast coast{{{{rectangle(0, 0, 1, 1)}}}};
    // 0.1 degrees inland are 11.1 km; the shoreline is 0.045 degrees, 5.0 km, off the coast.
    const auto found = coast.from(at(0.5, 0.9));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->snapped.count(), 11.1, 0.5);
    // Two cells more, because the end must be free with all its neighbours.
    EXPECT_LE(length(found->line).count(), 5.0 + 3 * 0.33);
    // Simplifying takes 0.04 degrees at most.
    EXPECT_GE(found->line.back().lon(), 1.005);
}

TEST(SeaApproach, LeadsOutOfABay) {
    // A bay 0.04 degrees wide, all within the shoreline, that goes east and then north:
    //
    //         +--+ +-----+
    //         |  | |     |
    //         |  | |     |
    //         |  +-+ . . |     the place is at the dot on the left
    //         +----------+
    Polygon land{{{at(0, 0), at(0, 2), at(2, 2), at(2, 1.04), at(1, 1.04), at(1, 1.0),
                   at(0.96, 1.0), at(0.96, 1.0), at(0.5, 1.0), at(0.5, 0.6), at(0.54, 0.6),
                   at(0.54, 0.96), at(1, 0.96), at(2, 0.96), at(2, 0)}}};
    const Coast coast{{land}};
    const auto found = coast.from(at(0.52, 0.62));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->snapped, Km{0});
    // Pulled tight round the inner corner at (0.54, 0.96): 0.34 degrees of longitude of 111.3 km,
    // then 1.5 of latitude of 110.6 km to the shoreline beyond the mouth at 2.
    const double tight = 0.34 * 111.3 + 1.5 * 110.6;
    EXPECT_NEAR(length(found->line).count(), tight, 0.02 * tight + 0.5);
    EXPECT_GE(found->line.back().lat(), 2.005);
    EXPECT_GE(found->line.size(), 3U);
}

TEST(SeaApproach, PrefersTheSeaToANearerLake) {
    Polygon land{{rectangle(0, 0, 1, 1)}};
    land.rings.push_back(rectangle(0.4, 0.7, 0.6, 0.8)); // 0.02 degrees from the place
    const Coast coast{{land}};
    const auto found = coast.from(at(0.5, 0.82));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->snapped.count(), 0.18 * 111.3, 0.5); // the sea
    EXPECT_GE(found->line.front().lon(), 0.995);
}

TEST(SeaApproach, GoesOnFromAPoolThatIsNotTheOpenSea) {
    // Water 0.3 degrees square, with free water in its middle, that a strait of 0.02 degrees joins
    // to the sea in the east.
    const Polygon land{
        {{at(0, 0), at(0, 1), at(0.49, 1), at(0.49, 0.6), at(0.3, 0.6), at(0.3, 0.3), at(0.7, 0.3),
          at(0.7, 0.6), at(0.51, 0.6), at(0.51, 1), at(1, 1), at(1, 0)}}};
    const Coast coast{{land}};
    int asked = 0;
    const auto is_open_sea = [&](LatLon point) {
        ++asked;
        return point.lon() > 1.0;
    };
    const LatLon place = at(0.35, 0.35);
    EXPECT_LT(coast.from(place).value().line.back().lon(), 0.6);
    const auto found = coast.from(place, is_open_sea);
    ASSERT_TRUE(found);
    EXPECT_GT(found->line.back().lon(), 1.005);
    EXPECT_LT(asked, 10); // the pool is refused as a whole, not cell by cell
}

TEST(SeaApproach, IsNoneWithoutWaterWithinReach) {
    const Coast coast{{{{rectangle(0, 0, 3, 3)}}}};
    EXPECT_FALSE(coast.from(at(1.5, 1.5))); // 167 km
    EXPECT_FALSE(coast.from(at(1.5, 2.5))); // 55.7 km
    EXPECT_TRUE(coast.from(at(1.5, 2.6)));  // 44.5 km
    EXPECT_FALSE(coast.from(at(1.5, 2.6), anywhere, Km{44}));
}

TEST(SeaApproach, IsNoneFromALake) {
    Polygon land{{rectangle(0, 0, 3, 3)}};
    land.rings.push_back(rectangle(1.4, 1.4, 1.6, 1.6));
    EXPECT_FALSE(Coast{{land}}.from(at(1.5, 1.5)));
    EXPECT_FALSE(Coast{{land}}.from(at(1.65, 1.5)));
}

TEST(SeaApproach, FollowsAChannelThroughLand) {
    const std::vector<Polygon> land{{{rectangle(0, 0, 3, 3)}}};
    const Fairways river{.channels = {{at(1.5, 2), at(1.5, 3.2)}}, .forbidden = {}};
    const auto found = Coast{land, river}.from(at(1.52, 2.1));
    ASSERT_TRUE(found);
    // 0.02 degrees to the channel, less the cell beside its middle; the channel is open water for
    // the lanes at once, but with cells of 0.003 degrees and one to spare on every side it is not
    // necessarily wide enough, so the approach may go on to the sea.
    EXPECT_NEAR(found->snapped.count(), (0.02 - 0.003) * 110.6, 0.4);
    EXPECT_NEAR(found->line.front().lat(), 1.5, 0.006);
}

TEST(SeaApproach, IsTheSameOnThe180thMeridian) {
    const Coast here{{{{rectangle(0, 99, 1, 100)}}}};
    const Coast seam{{{{rectangle(0, 179, 1, 180)}}}};
    const auto expected = here.from(at(0.5, 99.9));
    const auto found = seam.from(at(0.5, 179.9));
    ASSERT_TRUE(expected && found);
    EXPECT_NEAR(found->snapped.count(), expected->snapped.count(), 1e-6);
    EXPECT_NEAR(length(found->line).count(), length(expected->line).count(), 1e-6);
    EXPECT_LT(found->line.back().lon(), -179.9);
}

} // namespace
} // namespace landsea::geo
