#include "geo/detail/tiny_wkb.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace landsea::geo::detail {
namespace {

using model::LatLon;
using testing::ElementsAre;

/// What SpatiaLite 5.0.1 makes of POLYGON((0 0,1 0,1 1,0 0)) by AsTWKB(…, 5).
const std::vector<std::uint8_t> triangle{0xA3, 0x00, 0x01, 0x04, 0x00, 0x00, 0xC0,
                                         0x9A, 0x0C, 0x00, 0x00, 0xC0, 0x9A, 0x0C,
                                         0xBF, 0x9A, 0x0C, 0xBF, 0x9A, 0x0C};

std::string complaint(const std::vector<std::uint8_t>& bytes) {
    try {
        polygon_of_tiny_wkb(bytes);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

TEST(TinyWkb, ReadsWhatSpatiaLiteWrites) {
    EXPECT_THAT(polygon_of_tiny_wkb(triangle),
                ElementsAre(ElementsAre(LatLon::degrees(0, 0), LatLon::degrees(0, 1),
                                        LatLon::degrees(1, 1))));
}

TEST(TinyWkb, StepsGoOnFromOneRingToTheNext) {
    // Precision 0 (the upper half of the first byte). The second ring begins one step east and one
    // north of the first one's last point, which is its first: 1, 1 after 0, 0.
    const std::vector<std::uint8_t> bytes{0x03, 0x00, 2,                       //
                                          4,    0,    0, 20, 0, 0, 20, 19, 19, //
                                          4,    2,    2, 4,  0, 0, 4,  3,  3};
    EXPECT_THAT(
        polygon_of_tiny_wkb(bytes),
        ElementsAre(
            ElementsAre(LatLon::degrees(0, 0), LatLon::degrees(0, 10), LatLon::degrees(10, 10)),
            ElementsAre(LatLon::degrees(1, 1), LatLon::degrees(1, 3), LatLon::degrees(3, 3))));
}

TEST(TinyWkb, ARingNeedNotRepeatItsFirstPoint) {
    const std::vector<std::uint8_t> bytes{0x03, 0x00, 1, 3, 0, 0, 20, 0, 0, 20};
    ASSERT_EQ(polygon_of_tiny_wkb(bytes).size(), 1U);
    EXPECT_EQ(polygon_of_tiny_wkb(bytes).front().size(), 3U);
}

TEST(TinyWkb, SaysWhatIsWrong) {
    EXPECT_EQ(complaint({}), "expected more bytes, found the end after 0");
    EXPECT_EQ(complaint({0xA2, 0x00, 0x00}),
              "expected a polygon without extras, found type 2, flags 0");
    EXPECT_EQ(complaint({0x03, 0x00, 1, 3, 0, 0, 2, 0, 1, 0}),
              "expected a ring of at least 3 points, found 2");
    EXPECT_EQ(complaint({0x03, 0x00, 9, 0}), "expected 9 parts, found fewer bytes than they take");
    auto longer = triangle;
    longer.push_back(0);
    EXPECT_EQ(complaint(longer), "expected the end, found 1 more bytes");
    // 0xC0 0x02 is 320, which is 160 north.
    EXPECT_THAT(complaint({0x03, 0x00, 1, 3, 0, 0xC0, 0x02, 0, 0, 0}),
                testing::EndsWith("found 160.000000, 0.000000"));
}

TEST(TinyWkb, EveryShorterPieceIsRefused) {
    for (std::size_t size = 0; size < triangle.size(); ++size) {
        EXPECT_NE(complaint({triangle.begin(), triangle.begin() + static_cast<long>(size)}), "none")
            << size;
    }
}

TEST(TinyWkb, NumbersBeyondAnyMeasureAreRefusedToo) {
    std::vector<std::uint8_t> bytes{0x03, 0x00, 1, 3};
    for (int i = 0; i < 6; ++i) {
        bytes.insert(bytes.end(), 9, 0xFF);
        bytes.push_back(0x01);
    }
    EXPECT_NE(complaint(bytes), "none");
    EXPECT_EQ(complaint({0x03, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),
              "expected a number of at most 64 bits, found a longer one");
}

} // namespace
} // namespace landsea::geo::detail
