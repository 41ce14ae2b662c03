#include "model/router.hpp"
#include "tests/support/scene.hpp"
#include "viz/comparison_map.hpp"
#include "viz/distance_chart.hpp"
#include "viz/svg.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace landsea::viz {
namespace {

using model::Hours;
using model::Mode;
using support::Scene;

/// A train and a ship against a barge, between real shores:
///
///     Chongqing --train 100 km, 40 h, 300 USD--> Qinzhou --ship 100 km, 80 h, 100 USD--> Singapore
///     Chongqing --barge 100 km, 300 h, 200 USD------------------------------------> Singapore
struct TwoWays {
    TwoWays() {
        a = place("a", 29.6, 106.5, "Chongqing", "重庆");
        b = place("b", 21.7, 108.6, "Qinzhou", "钦州");
        c = place("c", 1.3, 103.8, "Singapore", "新加坡");
        const auto train = scene.means("train", Mode::rail);
        const auto ship = scene.means("ship", Mode::sea);
        const auto barge = scene.means("barge", Mode::inland_waterway);
        const auto ab = scene.link("ab", a, b, Mode::rail, Hours{40}, model::UsdPerTeu{300});
        const auto bc = scene.link("bc", b, c, Mode::sea, Hours{80}, model::UsdPerTeu{100});
        const auto ac =
            scene.link("ac", a, c, Mode::inland_waterway, Hours{300}, model::UsdPerTeu{200});
        scene.parts.links[ac].time = support::between<Hours>(200, 300, 500);
        scene.service("train", train, {ab});
        scene.service("ship", ship, {bc});
        scene.service("barge", barge, {ac});
        scene.open_gates();
        scene.transfer(b, train, ship, Hours{24});
        question.query = {.from = a, .to = c};
        question.names = {"Two ways", "两条路", ""};
        question.alternatives = {
            {"rail", {"Rail", "铁路", ""}, {.via = {train}, .avoid = {}}, {}},
            {"river", {"River", "水路", ""}, {.via = {barge}, .avoid = {}}, {}}};
    }

    model::PlaceId place(const char* id, double lat, double lon, const char* en, const char* zh) {
        const auto made = scene.place(id);
        scene.parts.places[made].location = model::LatLon::degrees(lat, lon);
        scene.parts.places[made].names = {en, zh, ""};
        return made;
    }

    [[nodiscard]] scenarios::Comparison compared(const model::Network& network) const {
        return scenarios::compare(model::Router{network}, question, {1, 500});
    }

    Scene scene;
    model::PlaceId a, b, c;
    scenarios::Question question;
};

const Line* line_called(const Picture& picture, const std::string& id) {
    const auto found = std::ranges::find_if(
        picture.shapes, [&](const Shape& shape) { return mark_of(shape).id == id; });
    return found == picture.shapes.end() ? nullptr : std::get_if<Line>(&*found);
}

std::vector<std::string> words_of(const Picture& picture) {
    std::vector<std::string> words;
    for (const Shape& shape : picture.shapes) {
        if (const auto* text = std::get_if<Text>(&shape)) {
            words.push_back(text->words);
        }
    }
    return words;
}

TEST(DistanceChart, RisesAlongHaulsAndStandsAtPlaces) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Picture chart = distance_chart(ways.compared(network), network);
    const Line* rail = line_called(chart, "days-typical-rail");
    ASSERT_NE(rail, nullptr);
    const auto& points = rail->pieces.front();
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_GE(points[i].x, points[i - 1].x); // distance never shrinks
        EXPECT_LE(points[i].y, points[i - 1].y); // nor does time; y grows downward
    }
    // The transfer of 24 h at Qinzhou is the one step that rises without going on.
    const auto rises = [&](std::size_t i) {
        return points[i].x == points[i - 1].x && points[i].y < points[i - 1].y;
    };
    int vertical = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        vertical += rises(i) ? 1 : 0;
    }
    EXPECT_EQ(vertical, 1);
}

TEST(DistanceChart, EndsAtTheRoutesTotal) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Picture chart = distance_chart(ways.compared(network), network);
    const Line* rail = line_called(chart, "days-typical-rail");
    const Line* river = line_called(chart, "days-typical-river");
    ASSERT_TRUE(rail != nullptr && river != nullptr);
    // 40 + 24 + 80 = 144 h against 300 h: heights above the axis stand in that ratio.
    const double axis = rail->pieces.front().front().y;
    const double rail_height = axis - rail->pieces.front().back().y;
    const double river_height = axis - river->pieces.front().back().y;
    EXPECT_NEAR(rail_height / river_height, 144.0 / 300.0, 1e-9);
}

TEST(DistanceChart, NamesRoutesWithTheirTotalsInTheLanguageAskedFor) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const auto english = words_of(distance_chart(ways.compared(network), network));
    EXPECT_THAT(english, testing::Contains("Rail: 6.0 d, 400 USD")); // 144 h, 300 + 100 USD
    const auto chinese = words_of(
        distance_chart(ways.compared(network), network, {.language = model::Language::zh}));
    EXPECT_THAT(chinese, testing::Contains("铁路: 6.0 天, 400 USD"));
}

TEST(ComparisonMap, DrawsEachModeOfEachRouteInItsPattern) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Picture map = comparison_map(ways.compared(network), network, {});
    const Line* by_rail = line_called(map, "route-rail-1");
    const Line* by_sea = line_called(map, "route-rail-2");
    const Line* by_river = line_called(map, "route-river-1");
    ASSERT_TRUE(by_rail != nullptr && by_sea != nullptr && by_river != nullptr);
    EXPECT_TRUE(by_rail->stroke.dash.empty());
    EXPECT_FALSE(by_sea->stroke.dash.empty());
    EXPECT_NE(by_sea->stroke.dash, by_river->stroke.dash);
    EXPECT_EQ(by_rail->stroke.colour, by_sea->stroke.colour);
    EXPECT_NE(by_rail->stroke.colour, by_river->stroke.colour);
}

TEST(ComparisonMap, NamesPlacesInBothScriptsAndSaysWhatItIs) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const auto words =
        words_of(comparison_map(ways.compared(network), network, {}, {.credit = "landsea test"}));
    EXPECT_THAT(words,
                testing::IsSupersetOf({"Chongqing 重庆", "Qinzhou 钦州", "Singapore 新加坡"}));
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr("not an authority on boundaries")));
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr("Lambert conformal conic")));
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr("landsea test")));
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr(" km at the centre")));
}

TEST(ComparisonMap, ShowsAllOfEveryRoute) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const Picture map = comparison_map(ways.compared(network), network, {});
    for (const char* id : {"route-rail-1", "route-rail-2", "route-river-1"}) {
        for (const auto& piece : line_called(map, id)->pieces) {
            for (const Point point : piece) {
                EXPECT_TRUE(point.x >= 0.0 && point.x <= map.width) << id;
                EXPECT_TRUE(point.y >= 0.0 && point.y <= map.height) << id;
            }
        }
    }
}

TEST(ComparisonPictures, AreTheSameBytesEachTime) {
    const TwoWays ways;
    const model::Network network = ways.scene.network();
    const auto comparison = ways.compared(network);
    EXPECT_EQ(to_svg(distance_chart(comparison, network)),
              to_svg(distance_chart(comparison, network)));
    EXPECT_EQ(to_svg(comparison_map(comparison, network, {})),
              to_svg(comparison_map(comparison, network, {})));
}

TEST(ComparisonPictures, DoWithoutARouteThatDoesNotExist) {
    TwoWays ways;
    ways.question.query.constraints.avoid = {model::Target{ways.b}};
    const model::Network network = ways.scene.network();
    const auto comparison = ways.compared(network);
    EXPECT_THAT(words_of(distance_chart(comparison, network)), testing::Contains("Rail: no route"));
    EXPECT_EQ(line_called(comparison_map(comparison, network, {}), "route-rail-1"), nullptr);
}

} // namespace
} // namespace landsea::viz
