#include "small_network.hpp"

#include <gmock/gmock.h>

namespace landsea::io {
namespace {

TEST(WrongCourse, StandsBesideNoStatedWay) {
    EXPECT_EQ(complaint_in_lines(R"("course": {"avoid": ["strait"]},)",
                                 R"("course": {"avoid": ["strait"]}, "passages": ["strait"],)"),
              "b.json: /links/4/passages: expected no such key beside \"course\", which computes "
              "it, found the key \"passages\"");
}

TEST(WrongCourse, IsOnlyForTheSea) {
    EXPECT_THAT(
        complaint_in_lines(R"("to": "CCISL", "mode": "sea",)", R"("to": "CCISL", "mode": "road",)"),
        testing::HasSubstr("/links/4/course: expected a course only of a link of mode sea"));
    EXPECT_EQ(complaint_in_lines(R"("means": "barge",)", R"("means": "barge", "course": {},)"),
              "b.json: /services/0/course: expected a course only with means that say how they "
              "sail, found means barge without speed_km_per_h");
}

TEST(WrongCourse, NamesKnownPassages) {
    EXPECT_THAT(complaint_in_lines(R"({"via": ["strait"]})", R"({"via": ["straight"]})"),
                testing::HasSubstr("/services/3/course/via/0: expected the id of a known passage "
                                   "(nearest: strait)"));
    EXPECT_THAT(complaint_in_lines(R"({"via": ["strait"]})", R"({"around": ["strait"]})"),
                testing::HasSubstr("/services/3/course/around: expected"));
}

TEST(WrongCourse, IsReadWithoutAnyPassage) {
    EXPECT_THAT(complaint_in_places(R"("passages": [)", R"("passagez": [)"),
                testing::HasSubstr("b.json: /services/3/course/via/0: expected the id of a known "
                                   "passage"));
}

TEST(WrongCourse, NeedsMeansThatSayHowTheySail) {
    EXPECT_THAT(
        complaint_in_lines(
            R"("means": "coaster", "route": ["AASEA", "CCISL", "BBFAR"])",
            R"("names": {"en": "x", "zh": "x"}, "means": "liner", "route": ["AASEA", "CCISL"])"),
        testing::HasSubstr("expected means that say how they sail, as link SEA-ISL has a "
                           "course, found means liner without speed_km_per_h"));
    EXPECT_THAT(
        complaint_in_lines(
            R"("means": "coaster", "route": ["AASEA", "CCISL", "BBFAR"])",
            R"("names": {"en": "x", "zh": "x"}, "means": "liner", "route": ["CCISL", "BBFAR"])"),
        testing::HasSubstr("expected a sea link from CCISL to BBFAR, found none"));
}

TEST(WrongMeans, SailAtSeaOrSayNothingOfIt) {
    EXPECT_THAT(complaint_in_places(R"("mode": "inland_waterway")",
                                    R"("mode": "inland_waterway", "vessel": "feeder")"),
                testing::HasSubstr("/means/0/mode: expected sea, as the means say how they sail"));
    EXPECT_THAT(complaint_in_places(R"("low": 18, "typical": 22)", R"("low": 0, "typical": 22)"),
                testing::HasSubstr("/means/2/speed_km_per_h/low: expected a number above 0"));
    EXPECT_THAT(complaint_in_places(R"("price_year": 2023, )", ""),
                testing::HasSubstr("/means/2: expected the key \"price_year\""));
}

TEST(WrongService, HasANameUnlessItSails) {
    EXPECT_EQ(complaint_in_lines(R"("names": {"en": "Slow barge", "zh": "慢"}, )", ""),
              "b.json: /services/0: expected the key \"names\", as only sea services are named "
              "after their ends, found none");
}

TEST(WrongHandling, NamesAKnownClass) {
    EXPECT_EQ(complaint_in_places(R"("handled_as": "quay")", R"("handled_as": "quai")"),
              "a.json: /places/5/handled_as: expected the id of a known handling class (nearest: "
              "quay), found \"quai\"");
}

TEST(WrongHandling, DoesNotDoubleAStatedOperation) {
    EXPECT_EQ(complaint_in_lines(R"("id": "customs")", R"("id": "CCISL-load-sea")"),
              "a.json: /places/5/handled_as: expected an id that no other operation has, found "
              "\"CCISL-load-sea\", as in b.json: /operations/2");
}

TEST(WrongHandling, HasNoPlaceAndNoPassing) {
    EXPECT_THAT(
        complaint_in_places(R"({"id": "load-sea", )", R"({"id": "load-sea", "place": "CCISL", )"),
        testing::HasSubstr("/handling_classes/0/operations/0/place: expected"));
    EXPECT_THAT(complaint_in_places(R"("id": "unload-sea")", R"("id": "load-sea")"),
                testing::HasSubstr("/handling_classes/0/operations/1/id: expected an id that no "
                                   "other operation of the class has"));
}

} // namespace
} // namespace landsea::io
