#include "tests/viz/png_image.hpp"
#include "viz/base_layers.hpp"
#include "viz/raster.hpp"

#include <gtest/gtest.h>

#include <set>

namespace landsea::viz {
namespace {

using model::LatLon;

const geo::BaseMap& base_map() {
    static const geo::BaseMap map =
        geo::read_base_map(LANDSEA_SOURCE_DIR "/data/basemap.gpkg", geo::LandScale::coarse);
    return map;
}

struct Map {
    geo::Projection projection;
    Camera camera;
    Picture picture;
};

Map eurasia(const BaseMapStyle& style = {}) {
    auto projection = geo::Projection::named("lambert-asia");
    const std::vector<geo::MapPoint> corners{projection.forward(LatLon::degrees(50, 0)).value(),
                                             projection.forward(LatLon::degrees(0, 105)).value(),
                                             projection.forward(LatLon::degrees(45, 140)).value()};
    const Camera camera = Camera::fitting(corners, 800, 500, 20);
    Picture picture = blank_map(projection, camera, style.palette);
    add_base_map(picture, base_map(), projection, camera, style);
    return {std::move(projection), camera, std::move(picture)};
}

std::set<std::string> ids(const Picture& picture) {
    std::set<std::string> found;
    for (const Shape& shape : picture.shapes) {
        found.insert(mark_of(shape).id);
    }
    return found;
}

TEST(BaseLayers, ColourLandAndSeaWhereTheyAre) {
    const Map map = eurasia({.boundaries = {}, .least_river = 0, .graticule_degrees = 0});
    const PngImage image{to_png(map.picture)};
    const auto colour_at = [&](double lat, double lon) {
        const Point p =
            map.camera.to_pixel(map.projection.forward(LatLon::degrees(lat, lon)).value());
        return image.at(static_cast<int>(p.x), static_cast<int>(p.y));
    };
    const Palette palette;
    EXPECT_EQ(colour_at(30, 104), palette.land); // Sichuan
    EXPECT_EQ(colour_at(60, 95), palette.land);  // Siberia
    EXPECT_EQ(colour_at(15, 88), palette.sea);   // Bay of Bengal
    EXPECT_EQ(colour_at(42, 50.5), palette.sea); // Caspian Sea
    EXPECT_EQ(colour_at(35, 20), palette.sea);   // Mediterranean
}

TEST(BaseLayers, KeepNothingFarOutsideTheFrame) {
    for (const Shape& shape : eurasia().picture.shapes) {
        if (const auto* line = std::get_if<Line>(&shape)) {
            for (const auto& piece : line->pieces) {
                for (const Point& p : piece) {
                    EXPECT_TRUE((Box{-25, -25, 825, 525}.contains(p))) << line->mark.id;
                }
            }
        }
    }
}

TEST(BaseLayers, DashDisputedBoundariesAndHideOnDemand) {
    const auto stroke_of = [](const Picture& picture,
                              const std::string& id) -> std::optional<Stroke> {
        for (const Shape& shape : picture.shapes) {
            if (mark_of(shape).id == id) {
                return std::get<Line>(shape).stroke;
            }
        }
        return std::nullopt;
    };
    const Picture usual = eurasia().picture;
    EXPECT_TRUE(stroke_of(usual, "boundaries-international")->dash.empty());
    EXPECT_FALSE(stroke_of(usual, "boundaries-disputed")->dash.empty());
    BaseMapStyle style;
    style.boundaries[geo::BoundaryClass::disputed] = LineChoice::hide;
    EXPECT_FALSE(stroke_of(eurasia(style).picture, "boundaries-disputed"));
}

TEST(BaseLayers, HaveUniqueIds) {
    const Picture picture = eurasia().picture;
    EXPECT_EQ(ids(picture).size(), picture.shapes.size());
    EXPECT_TRUE(ids(picture).contains("sea"));
    EXPECT_TRUE(ids(picture).contains("land"));
    EXPECT_TRUE(ids(picture).contains("rivers-1"));
}

TEST(PathInPixels, EndsAtItsPlaces) {
    const Map map = eurasia();
    const LatLon chongqing = LatLon::degrees(29.56, 106.55);
    const LatLon moscow = LatLon::degrees(55.75, 37.62);
    const auto pieces = to_pixels(map.projection, map.camera, {chongqing, moscow});
    ASSERT_EQ(pieces.size(), 1U);
    const Point start = map.camera.to_pixel(map.projection.forward(chongqing).value());
    EXPECT_NEAR(pieces[0].front().x, start.x, 1e-9);
    EXPECT_NEAR(pieces[0].front().y, start.y, 1e-9);
    EXPECT_GT(pieces[0].size(), 50U); // 5,800 km in steps of at most 50 km
}

} // namespace
} // namespace landsea::viz
