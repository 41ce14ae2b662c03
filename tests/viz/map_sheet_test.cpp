#include "geo/fitted_projection.hpp"
#include "geo/projection.hpp"
#include "viz/detail/map_canvas.hpp"
#include "viz/map_sheet.hpp"
#include "viz/svg.hpp"
#include "viz/text_metrics.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

namespace landsea::viz {
namespace {

using model::Language;
using model::LatLon;
using model::Mode;

MapPlace place(const char* id, const model::Names& names, double lat, double lon, int weight = 1) {
    return {
        .id = id, .names = names, .at = LatLon::degrees(lat, lon), .part_of = "", .weight = weight};
}

/// Two ships that share the line south of Hong Kong, a train, and places that crowd.
MapContent crowded() {
    const LatLon ningbo = LatLon::degrees(29.9, 121.9);
    const LatLon yantian = LatLon::degrees(22.5, 114.3);
    const LatLon off_hong_kong = LatLon::degrees(21.5, 114.6);
    const LatLon singapore = LatLon::degrees(1.26, 103.8);
    const LatLon chongqing = LatLon::degrees(29.6, 106.5);
    MapContent content{.title = "Three ways from Chongqing to Singapore",
                       .subtitle = "A line below the title that says what is asked",
                       .legend_title = "Typical days",
                       .tracks = {}};
    content.tracks.push_back({.id = "rail",
                              .title = "By rail",
                              .legend = "By rail: 10.8 d",
                              .look = 0,
                              .legs = {{Mode::rail, {chongqing, yantian}},
                                       {Mode::sea, {yantian, off_hong_kong, singapore}}}});
    content.tracks.push_back({.id = "ship",
                              .title = "By ship",
                              .legend = "By ship: 14.5 d",
                              .look = 1,
                              .legs = {{Mode::sea, {ningbo, off_hong_kong, singapore}}}});
    content.tracks.push_back({.id = "back",
                              .title = "And back",
                              .legend = "And back: 15.0 d",
                              .look = 2,
                              .legs = {{Mode::sea, {singapore, off_hong_kong, ningbo}}}});
    content.places = {place("cq", {"Chongqing", "重庆", "Чунцин"}, 29.6, 106.5, 3),
                      place("sg", {"Singapore", "新加坡", "Сингапур"}, 1.26, 103.8, 3),
                      place("nb", {"Ningbo", "宁波", "Нинбо"}, 29.9, 121.9),
                      place("sh", {"Shanghai", "上海", "Шанхай"}, 31.2, 121.5),
                      place("ys", {"Yangshan", "洋山", "Яншань"}, 30.6, 122.1),
                      place("hk", {"Hong Kong", "香港", "Гонконг"}, 22.3, 114.2),
                      place("yt", {"Yantian", "盐田", "Яньтянь"}, 22.5, 114.3),
                      place("ns", {"Nansha", "南沙", "Наньша"}, 22.6, 113.7),
                      place("pk", {"Port Klang", "巴生港", "Порт-Кланг"}, 3.0, 101.4)};
    return content;
}

std::vector<Text> texts_of(const Picture& picture) {
    std::vector<Text> texts;
    for (const Shape& shape : picture.shapes) {
        if (const auto* text = std::get_if<Text>(&shape)) {
            texts.push_back(*text);
        }
    }
    return texts;
}

bool says(const Picture& picture, const std::string& words) {
    return std::ranges::any_of(texts_of(picture), [&](const Text& text) {
        return text.words.find(words) != std::string::npos;
    });
}

const Line* line_called(const Picture& picture, const std::string& id) {
    const auto found = std::ranges::find_if(
        picture.shapes, [&](const Shape& shape) { return mark_of(shape).id == id; });
    return found == picture.shapes.end() ? nullptr : std::get_if<Line>(&*found);
}

/// What the letters cover: the box of the line less the room for accents and the halo.
Box letters(const TextMeter& meter, Text text) {
    text.halo.reset();
    const Box box = meter.box(text);
    const double spare = 0.16 * box.height();
    return {box.left, box.top + spare, box.right, box.bottom - spare};
}

TEST(Map, NeverWritesOneThingOverAnother) {
    const TextMeter meter;
    constexpr std::pair<double, double> sizes[] = {
        {200, 150}, {400, 300}, {300, 600}, {640, 480}, {1000, 400}, {1600, 1100}, {4000, 3000}};
    for (const auto& languages :
         {std::vector{Language::en}, std::vector{Language::zh}, std::vector{Language::ru},
          std::vector{Language::en, Language::zh}, std::vector{Language::zh, Language::ru}}) {
        for (const auto& [width, height] : sizes) {
            const Picture map = draw_map(crowded(), {},
                                         {.width = width,
                                          .height = height,
                                          .languages = languages,
                                          .data_date = "2026",
                                          .credit = "landsea test, data 0123456789abcdef"});
            const auto texts = texts_of(map);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) {
                    EXPECT_FALSE(letters(meter, texts[i]).overlaps(letters(meter, texts[k])))
                        << width << "x" << height << ": \"" << texts[i].words << "\" and \""
                        << texts[k].words << "\"";
                }
            }
        }
    }
}

TEST(Map, AlwaysHasItsTitleAndTheNoteOnBoundaries) {
    for (const double width : {200.0, 400.0, 1600.0}) {
        const Picture map = draw_map(crowded(), {}, {.width = width, .height = 0.75 * width});
        EXPECT_TRUE(says(map, "Three ways")) << width;
        EXPECT_TRUE(says(map, "not an authority on boundaries")) << width;
    }
}

TEST(Map, ExplainsItsColoursAtEverySizeThatHasRoom) {
    for (const double width : {400.0, 640.0, 1600.0, 4000.0}) {
        const Picture map = draw_map(crowded(), {}, {.width = width, .height = 0.75 * width});
        EXPECT_TRUE(says(map, "By rail")) << width;
        EXPECT_TRUE(says(map, "By ship")) << width;
    }
}

TEST(Map, TextGrowsWithThePosterAndStaysLegibleOnAThumbnail) {
    const auto title_size = [](double width, double height) {
        const auto texts = texts_of(draw_map(crowded(), {}, {.width = width, .height = height}));
        return std::ranges::max(texts, {}, &Text::size).size;
    };
    const double usual = title_size(1600, 1100);
    EXPECT_NEAR(title_size(4800, 3300), 3.0 * usual, 1e-6); // three times as wide and as high
    EXPECT_GE(title_size(400, 300), 9.9);                   // 22 pixels * 3/4 * 3/5 at least
}

TEST(Map, DrawsTracksOnOneLineSideBySide) {
    const Picture map = draw_map(crowded(), {}, {});
    const Line* rail = line_called(map, "route-rail-2");
    const Line* ship = line_called(map, "route-ship-1");
    const Line* back = line_called(map, "route-back-1");
    ASSERT_TRUE(rail != nullptr && ship != nullptr && back != nullptr);
    const auto nearest = [](const Line& line, Point at) {
        double least = 1e9;
        for (const auto& piece : line.pieces) {
            for (const Point p : piece) {
                least = std::min(least, std::hypot(p.x - at.x, p.y - at.y));
            }
        }
        return least;
    };
    // Halfway down to Singapore all three share one line: the middles stand apart, each from each,
    // by a line's width at least, and by two gaps of 5.4 pixels at most.
    const auto& piece = rail->pieces.back();
    const Point halfway = piece[piece.size() / 2];
    for (const Line* other : {ship, back}) {
        EXPECT_GT(nearest(*other, halfway), 3.2);
        EXPECT_LT(nearest(*other, halfway), 2 * 5.4 + 1.6);
    }
    // All end in the same place.
    const Point end = piece.back();
    EXPECT_LT(nearest(*ship, end), 0.5);
    EXPECT_LT(nearest(*back, end), 0.5);
}

TEST(Map, PointsItsArrowheadsOnward) {
    MapContent content{.title = "Eastward", .tracks = {}};
    content.tracks.push_back(
        {.id = "one",
         .title = "One",
         .legend = "",
         .legs = {{Mode::rail, {LatLon::degrees(30, 100), LatLon::degrees(30, 110)}}}});
    const auto heads = [](const Picture& map) {
        std::vector<std::vector<Point>> rings;
        for (const Shape& shape : map.shapes) {
            const auto* area = std::get_if<Area>(&shape);
            if (area != nullptr && area->mark.id.empty() && area->rings.front().size() == 3) {
                rings.insert(rings.end(), area->rings.begin(), area->rings.end());
            }
        }
        return rings;
    };
    const auto rings = heads(draw_map(content, {}, {.width = 800, .height = 500}));
    ASSERT_FALSE(rings.empty());
    for (const auto& ring : rings) {
        EXPECT_GT(ring[0].x, std::max(ring[1].x, ring[2].x)); // the tip lies to the east
    }
    content.tracks[0].legs[0].flow = Flow::both_ways;
    EXPECT_TRUE(heads(draw_map(content, {}, {.width = 800, .height = 500})).empty());
}

TEST(Map, WritesTheDegreesWhereTheLinesLeaveIt) {
    const MapContent content = crowded();
    const MapStyle style{.projection = "webmercator", .graticule_degrees = 10.0};
    const Picture map = draw_map(content, {}, style);
    // On Mercator 20 N and 10 N are level: their labels on both sides stand equally high, and the
    // distances between 10, 20 and 30 N are ln tan(45 + lat/2) apart.
    std::map<std::string, std::vector<double>> heights;
    for (const Text& text : texts_of(map)) {
        heights[text.words].push_back(text.at.y);
    }
    const auto mercator = [](double lat) {
        const double radians = lat * std::acos(-1.0) / 180.0;
        return std::log(std::tan(std::acos(-1.0) / 4.0 + radians / 2.0));
    };
    ASSERT_EQ(heights["10°N"].size(), 2U);
    ASSERT_FALSE(heights["20°N"].empty());
    ASSERT_FALSE(heights["30°N"].empty());
    EXPECT_NEAR(heights["10°N"][0], heights["10°N"][1], 0.5);
    const double step = heights["10°N"][0] - heights["20°N"][0];
    EXPECT_NEAR((heights["20°N"][0] - heights["30°N"][0]) / step,
                (mercator(30) - mercator(20)) / (mercator(20) - mercator(10)), 0.01);
    EXPECT_TRUE(texts_of(draw_map(content, {}, {.graticule_degrees = 0.0})).size() <
                texts_of(map).size());
}

TEST(Map, NamesPlacesInTheLanguagesAskedFor) {
    EXPECT_TRUE(says(draw_map(crowded(), {}, {.languages = {Language::ru}}), "Сингапур"));
    EXPECT_TRUE(says(draw_map(crowded(), {}, {.languages = {Language::zh}}), "新加坡"));
    const Picture both = draw_map(crowded(), {}, {.languages = {Language::zh, Language::en}});
    EXPECT_TRUE(says(both, "新加坡 Singapore"));
    for (const Text& text : texts_of(both)) {
        // Chinese is set in the forms of the mainland.
        if (text.words.find("新加坡") != std::string::npos) {
            EXPECT_EQ(text.language, viz::Language::zh_hans);
        }
    }
}

TEST(Map, SaysWhenAProjectionCutsSomethingOff) {
    MapContent content = crowded();
    content.tracks[0].legs.push_back(
        {Mode::air, {LatLon::degrees(1.26, 103.8), LatLon::degrees(-34.6, -58.4)}});
    EXPECT_TRUE(says(draw_map(content, {}, {.projection = "orthographic"}), "beyond this"));
    EXPECT_FALSE(says(draw_map(content, {}, {.projection = "equal-earth"}), "beyond this"));
}

TEST(Map, RefusesAProjectionThatShowsNothingOfIt) {
    EXPECT_THROW(draw_map(crowded(), {}, {.projection = "+proj=gnom +lat_0=-20 +lon_0=-70"}),
                 std::invalid_argument);
    EXPECT_THROW(draw_map(crowded(), {}, {.projection = "+proj=nosuch"}), std::invalid_argument);
}

TEST(Map, ShowsDashesOrHidesAClassOfBoundaries) {
    geo::BaseMap base;
    base.boundaries.push_back(
        {geo::BoundaryClass::disputed, {LatLon::degrees(10, 105), LatLon::degrees(20, 112)}});
    MapStyle style;
    const Line* usual = line_called(draw_map(crowded(), base, style), "boundaries-disputed");
    ASSERT_NE(usual, nullptr);
    const Picture dashed = draw_map(crowded(), base, style);
    EXPECT_FALSE(line_called(dashed, "boundaries-disputed")->stroke.dash.empty());
    style.base.boundaries[geo::BoundaryClass::disputed] = LineChoice::show;
    const Picture shown = draw_map(crowded(), base, style);
    EXPECT_TRUE(line_called(shown, "boundaries-disputed")->stroke.dash.empty());
    style.base.boundaries[geo::BoundaryClass::disputed] = LineChoice::hide;
    EXPECT_EQ(line_called(draw_map(crowded(), base, style), "boundaries-disputed"), nullptr);
}

TEST(Map, TellsThirtySixTracksApart) {
    const Palette palette;
    std::set<std::string> looks;
    for (std::size_t look = 0; look < 36; ++look) {
        const MapTrack track{.id = "t", .title = "t", .legend = "t", .look = look, .legs = {}};
        const Picture sample{
            .width = 10,
            .height = 10,
            .background = palette.paper,
            .shapes = {Line{.mark = {},
                            .pieces = {{{0, 5}, {10, 5}}},
                            .stroke = detail::track_stroke(track, Mode::rail, palette)}}};
        std::string drawn = to_svg(sample);
        if (const auto core = detail::track_core(track, Mode::rail, palette)) {
            Picture inner = sample;
            inner.shapes = {Line{.mark = {}, .pieces = {{{0, 5}, {10, 5}}}, .stroke = *core}};
            drawn += to_svg(inner);
        }
        looks.insert(drawn);
    }
    EXPECT_EQ(looks.size(), 36U);
}

TEST(Panels, ShareProjectionAndScale) {
    MapContent one = crowded();
    MapContent two = crowded();
    one.title = "One";
    two.title = "Two";
    one.tracks.resize(1);
    two.tracks.erase(two.tracks.begin());
    const Picture page = draw_panels({one, two}, "Both", {}, {.width = 1200, .height = 700});
    std::map<std::string, Point> at;
    for (const Shape& shape : page.shapes) {
        if (const auto* marker = std::get_if<Marker>(&shape)) {
            at[marker->mark.id] = marker->at;
        }
    }
    // From Chongqing to Singapore it is as far on one panel as on the other.
    const Point a{at["panel1-place-cq"].x - at["panel1-place-sg"].x,
                  at["panel1-place-cq"].y - at["panel1-place-sg"].y};
    const Point b{at["panel2-place-cq"].x - at["panel2-place-sg"].x,
                  at["panel2-place-cq"].y - at["panel2-place-sg"].y};
    EXPECT_NEAR(a.x, b.x, 1e-6);
    EXPECT_NEAR(a.y, b.y, 1e-6);
    EXPECT_GT(std::hypot(a.x, a.y), 100.0);
    for (const char* words : {"One", "Two", "Both", "By rail: 10.8 d", "By ship: 14.5 d",
                              "not an authority on boundaries", " km at the centre"}) {
        EXPECT_TRUE(says(page, words)) << words;
    }
}

TEST(Panels, NeverWriteOneThingOverAnother) {
    const TextMeter meter;
    for (const auto& [width, height] :
         {std::pair{400.0, 300.0}, {800.0, 900.0}, {1600.0, 1100.0}, {5000.0, 2000.0}}) {
        const Picture page = draw_panels({crowded(), crowded(), crowded()}, "Three panels", {},
                                         {.width = width, .height = height, .credit = "landsea"});
        const auto texts = texts_of(page);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                EXPECT_FALSE(letters(meter, texts[i]).overlaps(letters(meter, texts[k])))
                    << width << "x" << height << ": \"" << texts[i].words << "\" and \""
                    << texts[k].words << "\"";
            }
        }
    }
}

} // namespace
} // namespace landsea::viz
