#include "viz/detail/winner_areas.hpp"
#include "viz/svg.hpp"
#include "viz/winner_map.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace landsea::viz {
namespace {

using scenarios::Parameter;
using scenarios::Unit;
using scenarios::WinnerMap;

double area_of(const std::vector<std::vector<Point>>& rings) {
    double sum = 0.0;
    for (const auto& ring : rings) {
        double twice = 0.0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            twice += a.x * b.y - b.x * a.y;
        }
        sum += std::abs(twice) / 2.0;
    }
    return sum;
}

/// A map of hours from 0 to 10 across and a price from 0 to 20 up, with worths of one's own.
template <class... Worth>
WinnerMap map_of(std::size_t side, Worth... worth) {
    WinnerMap map;
    map.question.names = {"A question", "一个问题", ""};
    map.across = {.names = {"dwell", "停留", ""}, .unit = Unit::hours, .from = 0, .to = 10};
    map.up = {.names = {"price", "价格", ""}, .unit = Unit::usd_per_teu, .from = 0, .to = 20};
    for (std::size_t i = 0; i < side; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(side - 1);
        map.across_values.push_back(10.0 * share);
        map.up_values.push_back(20.0 * share);
    }
    const auto add = [&](const std::string& id, auto of) {
        map.question.alternatives.push_back({id, {"Way " + id, "方案" + id, ""}, {}, {}});
        map.worths.emplace_back();
        for (const double up : map.up_values) {
            for (const double across : map.across_values) {
                map.worths.back().push_back(of(across, up));
            }
        }
    };
    char id = 'a';
    (add(std::string(1, id++), worth), ...);
    for (std::size_t p = 0; p < side * side; ++p) {
        std::size_t best = 0;
        for (std::size_t a = 1; a < map.worths.size(); ++a) {
            best = map.worths[a][p] < map.worths[best][p] ? a : best;
        }
        map.winners.emplace_back(best);
    }
    return map;
}

const Box frame{0.0, 0.0, 100.0, 100.0};

TEST(WinnerAreas, PartTheFrameAlongAStraightLineExactly) {
    // b is better right of across = 3.7, which lies between grid points.
    const auto areas = detail::winner_areas(
        map_of(
            6, [](double x, double) { return x; }, [](double, double) { return 3.7; }),
        frame);
    EXPECT_NEAR(area_of(areas.rings[0]), 3700.0, 1e-6);
    EXPECT_NEAR(area_of(areas.rings[1]), 6300.0, 1e-6);
    ASSERT_FALSE(areas.borders.empty());
    double length = 0.0;
    for (const auto& segment : areas.borders) {
        EXPECT_NEAR(segment[0].x, 37.0, 1e-6);
        EXPECT_NEAR(segment[1].x, 37.0, 1e-6);
        length += std::abs(segment[1].y - segment[0].y);
    }
    EXPECT_NEAR(length, 100.0, 1e-6); // each piece once
}

TEST(WinnerAreas, CoverTheFrameOnceWhereThreeMeet) {
    const auto areas = detail::winner_areas(map_of(
                                                9, [](double x, double y) { return x + y / 2; },
                                                [](double, double) { return 7.0; },
                                                [](double x, double) { return 9.0 - x; }),
                                            frame);
    EXPECT_NEAR(area_of(areas.rings[0]) + area_of(areas.rings[1]) + area_of(areas.rings[2]),
                10000.0, 1e-6);
    EXPECT_GT(area_of(areas.rings[2]), 1000.0);
}

TEST(WinnerAreas, GiveAllToTheFirstOfTwoThatTie) {
    const auto same = [](double x, double y) { return x * y; };
    const auto areas = detail::winner_areas(map_of(4, same, same), frame);
    EXPECT_NEAR(area_of(areas.rings[0]), 10000.0, 1e-6);
    EXPECT_TRUE(areas.rings[1].empty());
    EXPECT_TRUE(areas.borders.empty());
}

TEST(WinnerAreas, FollowDeparturesAlongTheirCurve) {
    // 84 / f hours against 21: four departures a week, far between the grid's 1 and 10.
    WinnerMap map = map_of(
        2, [](double, double) { return 0.0; }, [](double, double) { return 21.0; });
    map.across = {
        .unit = Unit::departures_per_week, .what = scenarios::AlterServices{}, .from = 1, .to = 10};
    map.across_values = {1, 10};
    map.worths[0] = {84, 8.4, 84, 8.4};
    map.winners = {1, 0, 1, 0};
    const auto areas = detail::winner_areas(map, frame);
    EXPECT_FALSE(areas.borders.empty());
    for (const auto& segment : areas.borders) {
        EXPECT_NEAR(segment[0].x, 100.0 / 3.0, 1e-6);
    }
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

template <class S>
const S* called(const Picture& picture, const std::string& id) {
    for (const Shape& shape : picture.shapes) {
        const auto* found = std::get_if<S>(&shape);
        if (found != nullptr && found->mark.id == id) {
            return found;
        }
    }
    return nullptr;
}

WinnerMap two_halves() {
    return map_of(
        21, [](double x, double) { return x; }, [](double, double) { return 5.0; });
}

TEST(WinnerMapPicture, NamesAreasAxesAndWhatItIs) {
    const auto words = words_of(
        draw_winner_map(two_halves(), {.data_date = "sources up to 2026", .credit = "landsea 1"}));
    EXPECT_THAT(words, testing::IsSupersetOf({"A question", "Way a", "Way b", "dwell, h",
                                              "price, USD/TEU", "0", "10", "20"}));
    EXPECT_THAT(words, testing::Contains("A · Way a: 52 %")); // 11 of 21 columns, 5 h included
    EXPECT_THAT(words, testing::Contains("landsea 1 · sources up to 2026"));
    EXPECT_THAT(words, testing::Contains(testing::HasSubstr("21 × 21 points")));
    EXPECT_THAT(words_of(draw_winner_map(two_halves(), {.language = model::Language::zh})),
                testing::IsSupersetOf({"一个问题", "方案a", "停留, 小时"}));
}

TEST(WinnerMapPicture, WritesALetterWhereANameHasNoRoom) {
    const auto words = words_of(draw_winner_map(map_of(
        41, [](double x, double) { return x; }, [](double, double) { return 1.2; })));
    EXPECT_THAT(words, testing::Contains("Way b"));
    EXPECT_THAT(words, testing::Not(testing::Contains("Way a")));
    EXPECT_THAT(words, testing::Contains("A"));
}

TEST(WinnerMapPicture, MarksWhereThingsStandIfThatIsOnTheMap) {
    WinnerMap map = two_halves();
    EXPECT_EQ(called<Marker>(draw_winner_map(map), "now"), nullptr);
    map.across.today = 2.5;
    map.up.today = 10;
    const Picture picture = draw_winner_map(map);
    const auto* now = called<Marker>(picture, "now");
    ASSERT_NE(now, nullptr);
    const auto* area = called<Area>(picture, "wins-1");
    ASSERT_NE(area, nullptr);
    // Way a wins the left half: the mark lies in its middle.
    double right = 0.0;
    double left = 1e9;
    for (const auto& ring : area->rings) {
        for (const Point point : ring) {
            right = std::max(right, point.x);
            left = std::min(left, point.x);
        }
    }
    EXPECT_NEAR(now->at.x, (left + right) / 2.0, 0.1);
    map.up.today = 21;
    EXPECT_EQ(called<Marker>(draw_winner_map(map), "now"), nullptr);
}

TEST(WinnerMapPicture, IsTheSameBytesEachTime) {
    EXPECT_EQ(to_svg(draw_winner_map(two_halves())), to_svg(draw_winner_map(two_halves())));
}

} // namespace
} // namespace landsea::viz
