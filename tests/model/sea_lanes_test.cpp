#include "model/sea_lanes.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <stdexcept>

namespace landsea::model {
namespace {

using Open = SeaPassage::Open;
using testing::ElementsAre;
using testing::Optional;

LatLon at(double lat, double lon) {
    return LatLon::degrees(lat, lon);
}

SeaEdge edge(std::uint32_t from, std::uint32_t to, double km,
             std::vector<std::uint16_t> passages = {}, std::vector<LatLon> shape = {}) {
    return {.from = from,
            .to = to,
            .length = Km{km},
            .passages = std::move(passages),
            .shape = std::move(shape)};
}

/// So many nodes on the equator, a degree apart.
std::vector<SeaNode> row_of(std::size_t count) {
    std::vector<SeaNode> nodes;
    for (std::size_t i = 0; i < count; ++i) {
        nodes.push_back({.location = at(0, static_cast<double>(i)), .place = ""});
    }
    return nodes;
}

/// Two oceans with a canal, a strait for feeders and a cold way between them; the cape is longest.
///
///             1 --canal, 10---- 2
///             | --strait, 5---- |
///     0 --10- 1 --ice, 1------- 2 -10-- 3
///             | ----cape, 100-- |
class TwoOceans : public testing::Test {
  protected:
    [[nodiscard]] std::optional<SeaCourse> course(const SeaRules& rules) const {
        return lanes.course(0, 3, rules);
    }

    static constexpr std::uint16_t canal = 0, strait = 1, ice = 2, cape = 3;
    const SeaLanes lanes{{{"canal", Open::to_all},
                          {"strait", Open::to_feeders},
                          {"ice", Open::on_request},
                          {"cape", Open::to_all}},
                         row_of(4),
                         {edge(0, 1, 10), edge(1, 2, 10, {canal}), edge(1, 2, 5, {strait}),
                          edge(1, 2, 1, {ice}), edge(1, 2, 100, {cape}), edge(2, 3, 10)}};
};

TEST_F(TwoOceans, AnOceanShipTakesWhatIsOpenToAll) {
    const auto found = course({});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->length, Km{30}); // 10 + 10 + 10
    EXPECT_THAT(found->passages, ElementsAre("canal"));
    EXPECT_THAT(found->line, ElementsAre(at(0, 0), at(0, 1), at(0, 2), at(0, 3)));
}

TEST_F(TwoOceans, AFeederTakesTheStraitToo) {
    const auto found = course({.closed = {}, .required = {}, .vessel = Vessel::feeder});
    EXPECT_EQ(found.value().length, Km{25}); // 10 + 5 + 10
    EXPECT_THAT(found->passages, ElementsAre("strait"));
}

TEST_F(TwoOceans, AClosedPassageSendsShipsRound) {
    EXPECT_EQ(course({.closed = {"canal"}, .required = {}}).value().length, Km{120});
    EXPECT_EQ(
        course({.closed = {"strait"}, .required = {}, .vessel = Vessel::feeder}).value().length,
        Km{30});
}

TEST_F(TwoOceans, HaveNoCourseWhenAllIsClosed) {
    EXPECT_FALSE(course({.closed = {"canal", "cape"}, .required = {}}));
}

TEST_F(TwoOceans, ARequestOpensTheIceAndTheStrait) {
    EXPECT_EQ(course({.closed = {}, .required = {"ice"}}).value().length, Km{21});
    EXPECT_EQ(course({.closed = {}, .required = {"strait"}}).value().length, Km{25});
}

TEST_F(TwoOceans, ClosingWinsOverRequiring) {
    EXPECT_FALSE(course({.closed = {"ice"}, .required = {"ice"}}));
    EXPECT_FALSE(course({.closed = {"canal"}, .required = {"canal"}}));
}

TEST_F(TwoOceans, APassageThatTheyDoNotHaveIsNeverCrossed) {
    EXPECT_EQ(course({.closed = {"corinth"}, .required = {}}).value().length, Km{30});
    EXPECT_FALSE(course({.closed = {}, .required = {"corinth"}}));
    EXPECT_FALSE(course({.closed = {}, .required = {"canal", "corinth"}}));
}

TEST_F(TwoOceans, TwoRequiredPassagesSideBySideNeedAThirdWayBack) {
    // Out by one and back by the other ends on the near side; the cape, 100, or the canal once more
    // must lead across. Canal and strait are both to be met an odd number of times, so the third
    // crossing is the cape: 10 + 10 + 5 + 100 + 10.
    const auto found = course({.closed = {}, .required = {"canal", "strait"}});
    EXPECT_EQ(found.value().length, Km{135});
}

TEST_F(TwoOceans, RequiringTwiceIsRequiringOnce) {
    EXPECT_EQ(course({.closed = {}, .required = {"cape", "cape"}}).value().length, Km{120});
}

TEST_F(TwoOceans, DistancesObeyTheSameRules) {
    EXPECT_THAT(lanes.distances(0, {}),
                ElementsAre(Optional(Km{0}), Optional(Km{10}), Optional(Km{20}), Optional(Km{30})));
    EXPECT_THAT(lanes.distances(3, {.closed = {"canal", "cape"}, .required = {}}),
                ElementsAre(std::nullopt, std::nullopt, Optional(Km{10}), Optional(Km{0})));
    // Required opens; it need not be met, as the first node shows.
    EXPECT_THAT(lanes.distances(1, {.closed = {}, .required = {"ice"}}),
                ElementsAre(Optional(Km{10}), Optional(Km{0}), Optional(Km{1}), Optional(Km{11})));
}

TEST(SeaLanes, ThroughAPassageMeansToItsOtherSide) {
    // A ship from 0 to 1 that must go through the strait could turn round at 2. It has to come home
    // by the cape instead: 10 + 20 + 100.
    //
    //     0 --10-- 1 --strait, 20-- 2
    //              | ---cape, 100-- |
    const SeaLanes lanes{{{"strait", Open::to_all}, {"cape", Open::to_all}},
                         row_of(3),
                         {edge(0, 1, 10), edge(1, 2, 20, {0}), edge(1, 2, 100, {1})}};
    const auto found = lanes.course(0, 1, {.closed = {}, .required = {"strait"}});
    EXPECT_EQ(found.value().length, Km{130});
    EXPECT_FALSE(lanes.course(0, 1, {.closed = {"cape"}, .required = {"strait"}}));
}

TEST(SeaLanes, ListPassagesInTravelOrderBothWays) {
    const SeaLanes lanes{{{"a", Open::to_all}, {"b", Open::to_all}, {"c", Open::to_all}},
                         row_of(3),
                         {edge(0, 1, 10, {2, 0}), edge(2, 1, 10, {1})}};
    EXPECT_THAT(lanes.course(0, 2, {}).value().passages, ElementsAre("c", "a", "b"));
    EXPECT_THAT(lanes.course(2, 0, {}).value().passages, ElementsAre("b", "a", "c"));
}

TEST(SeaLanes, ListAPassageThatIsCrossedTwiceOnce) {
    const SeaLanes lanes{{{"a", Open::to_all}, {"b", Open::to_all}},
                         row_of(4),
                         {edge(0, 1, 10, {0}), edge(1, 2, 10, {1}), edge(2, 3, 10, {0})}};
    EXPECT_THAT(lanes.course(0, 3, {}).value().passages, ElementsAre("a", "b"));
}

TEST(SeaLanes, DrawTheShapeOfAnApproachBothWays) {
    const LatLon first = at(5, 0.3);
    const LatLon second = at(6, 0.6);
    const SeaLanes lanes{{}, row_of(2), {edge(0, 1, 10, {}, {first, second})}};
    EXPECT_THAT(lanes.course(0, 1, {}).value().line,
                ElementsAre(at(0, 0), first, second, at(0, 1)));
    EXPECT_THAT(lanes.course(1, 0, {}).value().line,
                ElementsAre(at(0, 1), second, first, at(0, 0)));
}

TEST(SeaLanes, GiveTiesToTheLastEdgeThatComesFirst) {
    // Three ways of 20 km. By 2 ends with edge 0, by 1 with edge 3, by 3 with edge 5.
    const SeaLanes lanes{{},
                         row_of(5),
                         {edge(2, 4, 10), edge(0, 1, 10), edge(0, 2, 10), edge(1, 4, 10),
                          edge(0, 3, 5), edge(3, 4, 15)}};
    EXPECT_THAT(lanes.course(0, 4, {}).value().line, ElementsAre(at(0, 0), at(0, 2), at(0, 4)));
}

TEST(SeaLanes, GoNowhereFromANodeToItself) {
    const SeaLanes lanes{{}, row_of(2), {edge(0, 1, 10)}};
    const auto found = lanes.course(1, 1, {});
    EXPECT_EQ(found.value().length, Km{0});
    EXPECT_THAT(found->line, ElementsAre(at(0, 1)));
}

TEST(SeaLanes, HaveNoCourseToWatersOfTheirOwn) {
    const SeaLanes lanes{{}, row_of(4), {edge(0, 1, 10), edge(2, 3, 10)}};
    EXPECT_FALSE(lanes.course(0, 3, {}));
    EXPECT_THAT(lanes.distances(0, {}),
                ElementsAre(Optional(Km{0}), Optional(Km{10}), std::nullopt, std::nullopt));
}

TEST(SeaLanes, CountInWholeMetresButNeverNone) {
    const SeaLanes lanes{{}, row_of(3), {edge(0, 1, 1.2344), edge(1, 2, 1e-9)}};
    EXPECT_EQ(lanes.course(0, 1, {}).value().length, Km{1.234});
    EXPECT_EQ(lanes.course(1, 2, {}).value().length, Km{0.001});
}

TEST(SeaLanes, AddUpFarMoreThanTheEarthIsRound) {
    // 50 edges of the greatest length: 5 million km are more metres than 32 bits hold.
    std::vector<SeaEdge> edges;
    for (std::uint32_t i = 0; i < 50; ++i) {
        edges.push_back(edge(i, i + 1, 100'000));
    }
    const SeaLanes lanes{{}, row_of(51), edges};
    const auto all = lanes.distances(0, {});
    EXPECT_EQ(all[40], Km{4'000'000});
    EXPECT_TRUE(!all[50] || *all[50] == Km{5'000'000});
    const auto course = lanes.course(0, 50, {});
    EXPECT_TRUE(!course || course->length == Km{5'000'000});
}

TEST(SeaLanes, FindThePortsByTheirPlaces) {
    auto nodes = row_of(4);
    nodes[1].place = "NLRTM";
    nodes[3].place = "CNSHA";
    const SeaLanes lanes{{}, nodes, {}};
    EXPECT_EQ(lanes.node_of("CNSHA"), 3U);
    EXPECT_EQ(lanes.node_of("NLRTM"), 1U);
    EXPECT_EQ(lanes.node_of("DEHAM"), std::nullopt);
    EXPECT_EQ(lanes.node_of(""), std::nullopt);
    EXPECT_EQ(SeaLanes{}.node_of("CNSHA"), std::nullopt);
}

TEST(SeaLanes, RefuseWhatCannotBe) {
    const std::vector<SeaPassage> one{{"a", Open::to_all}};
    const auto made = [&](SeaEdge wrong) { return SeaLanes{one, row_of(2), {std::move(wrong)}}; };
    EXPECT_NO_THROW(made(edge(0, 1, 1, {0})));
    EXPECT_THROW(made(edge(0, 2, 1)), std::invalid_argument);
    EXPECT_THROW(made(edge(2, 0, 1)), std::invalid_argument);
    EXPECT_THROW(made(edge(0, 1, 1, {1})), std::invalid_argument);
    EXPECT_THROW(made(edge(0, 1, 0)), std::invalid_argument);
    EXPECT_THROW(made(edge(0, 1, -1)), std::invalid_argument);
    EXPECT_THROW(made(edge(0, 1, std::nan(""))), std::invalid_argument);
    EXPECT_NO_THROW(made(edge(0, 1, 100'000)));
    EXPECT_THROW(made(edge(0, 1, 100'000.1)), std::invalid_argument);
    auto twins = row_of(2);
    twins[0].place = twins[1].place = "CNSHA";
    EXPECT_THROW((SeaLanes{{}, twins, {}}), std::invalid_argument);
    EXPECT_NO_THROW((SeaLanes{std::vector<SeaPassage>(64), {}, {}}));
    EXPECT_THROW((SeaLanes{std::vector<SeaPassage>(65), {}, {}}), std::invalid_argument);
}

TEST(SeaLanes, RefuseQuestionsThatHaveNoMeaning) {
    std::vector<SeaPassage> nine;
    SeaRules all;
    for (const char name : std::string{"abcdefghi"}) {
        nine.push_back({std::string(1, name), Open::to_all});
        all.required.push_back(nine.back().id);
    }
    const SeaLanes lanes{nine, row_of(2), {edge(0, 1, 1)}};
    EXPECT_THROW((void)lanes.course(2, 0, {}), std::invalid_argument);
    EXPECT_THROW((void)lanes.course(0, 2, {}), std::invalid_argument);
    EXPECT_THROW((void)lanes.distances(2, {}), std::invalid_argument);
    EXPECT_THROW((void)lanes.course(0, 1, all), std::invalid_argument);
    all.required.pop_back();
    EXPECT_FALSE(lanes.course(0, 1, all)); // eight are allowed; here nothing leads through them
}

} // namespace
} // namespace landsea::model
