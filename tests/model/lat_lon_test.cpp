#include "model/lat_lon.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <utility>

namespace landsea::model {
namespace {

TEST(LatLon, TakesThePolesAndBothSidesOfTheDateLine) {
    for (const auto& [lat, lon] :
         {std::pair{90.0, 0.0}, {-90.0, 0.0}, {0.0, 180.0}, {0.0, -180.0}}) {
        const LatLon point = LatLon::degrees(lat, lon);
        EXPECT_EQ(point.lat(), lat);
        EXPECT_EQ(point.lon(), lon);
    }
}

TEST(LatLon, RefusesWhatIsNotOnTheEarth) {
    const double beyond_90 = std::nextafter(90.0, 91.0);
    const double beyond_180 = std::nextafter(180.0, 181.0);
    const double no_number = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [lat, lon] : {std::pair{beyond_90, 0.0},
                                   {-beyond_90, 0.0},
                                   {0.0, beyond_180},
                                   {0.0, -beyond_180},
                                   {no_number, 0.0},
                                   {0.0, no_number}}) {
        EXPECT_THROW(LatLon::degrees(lat, lon), std::out_of_range) << lat << ", " << lon;
    }
}

} // namespace
} // namespace landsea::model
