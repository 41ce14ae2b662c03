#include "geo/projected_shapes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>
#include <string>

namespace landsea::geo {
namespace {

using model::Km;
using model::LatLon;

/// Every preset, and strings of the families that people ask for.
std::vector<std::string> definitions() {
    std::vector<std::string> all{
        "+proj=merc +lon_0=106",
        "+proj=moll +lon_0=100",
        "+proj=sinu +lon_0=-100",
        "+proj=laea +lat_0=30 +lon_0=106",
        "+proj=stere +lat_0=-90 +lat_ts=-71",
        "+proj=gnom +lat_0=30 +lon_0=106",
        "+proj=nsper +h=5000000 +lat_0=30 +lon_0=106",
        "+proj=tmerc +lon_0=105",
        "+proj=utm +zone=48",
        "+proj=eqc +lon_0=180",
        "+proj=wintri +lon_0=70",
        "+proj=goode",
        "+proj=omerc +lat_0=30 +lonc=106 +alpha=45",
        "+proj=omerc +lat_1=30 +lon_1=106 +lat_2=51 +lon_2=7",
        "+proj=vandg",
        "+proj=natearth +lon_0=150",
        "+proj=cass +lat_0=30 +lon_0=106",
        "+proj=eqdc +lat_1=20 +lat_2=60 +lon_0=100",
        "+proj=bonne +lat_1=40 +lon_0=100",
        "+proj=geos +h=35786000 +lon_0=105",
        "+proj=lcc +lat_1=-20 +lat_2=-50 +lon_0=-60",
    };
    for (const std::string_view preset : projection_presets()) {
        all.emplace_back(preset);
    }
    return all;
}

/// Uniform on [0, 1), the same with every standard library.
double fraction(std::mt19937& random) {
    return static_cast<double>(random()) / 4294967296.0;
}

LatLon anywhere(std::mt19937& random) {
    const double lat = std::asin(2.0 * fraction(random) - 1.0) * 57.29577951308232;
    return LatLon::degrees(lat, 360.0 * fraction(random) - 180.0);
}

/// Lines across the Earth, among them those that meet poles, the antimeridian and the seams.
std::vector<Path> lines() {
    std::vector<Path> paths{
        {LatLon::degrees(60, 20), LatLon::degrees(60, -160)},  // over the North Pole
        {LatLon::degrees(60, 20), LatLon::degrees(60, -159)},  // past it
        {LatLon::degrees(-70, 90), LatLon::degrees(-60, -90)}, // over the South Pole
        {LatLon::degrees(-60, 180), LatLon::degrees(60, 180)}, // along the antimeridian
        {LatLon::degrees(0, 170), LatLon::degrees(20, -170)},
        {LatLon::degrees(0, 180), LatLon::degrees(10, -179)},
        {LatLon::degrees(90, 0), LatLon::degrees(-90, 0)},
        {LatLon::degrees(31.2, 121.5), LatLon::degrees(33.7, -118.2), LatLon::degrees(9, -79.9)},
        {LatLon::degrees(1.3, 103.8), LatLon::degrees(-34.4, 18.5), LatLon::degrees(51.9, 4.1)},
        {LatLon::degrees(89.999, 10), LatLon::degrees(89.999, -120)},
    };
    std::mt19937 random{20261124};
    for (int i = 0; i < 40; ++i) {
        paths.push_back({anywhere(random), anywhere(random)});
    }
    return paths;
}

/// Whether the middle of a drawn step lies at the middle of the way between its ends: on the
/// ground, or on the map where that squeezes the ground (at the pole of an Albers cone 100 m of the
/// map are 2 km). A step drawn across the map would have its middle elsewhere by either measure.
bool is_drawn_as_it_goes(const Projection& projection, MapPoint p, MapPoint q, model::LatLon a,
                         model::LatLon b) {
    const MapPoint middle{(p.x + q.x) / 2.0, (p.y + q.y) / 2.0};
    const Km way = distance(a, b);
    const auto on_ground = projection.inverse(middle);
    const Km most = 1.5 * way + Km{20.0};
    if (on_ground && distance(a, *on_ground) <= most && distance(*on_ground, b) <= most) {
        return true;
    }
    const Path halves = geodesic_line(a, b, 0.51 * way + Km{1e-6});
    const auto on_map = projection.forward(halves[halves.size() / 2]);
    return on_map && std::hypot(on_map->x - middle.x, on_map->y - middle.y) <=
                         0.5 * std::hypot(q.x - p.x, q.y - p.y) + 1000.0;
}

class AnyProjection : public testing::TestWithParam<std::string> {};

TEST_P(AnyProjection, DrawsNoStepLongerThanItsWay) {
    const Projection projection = Projection::named(GetParam());
    int steps = 0;
    int at_the_border = 0;
    for (const Path& path : lines()) {
        for (const MapLine& line : project_line(projection, path)) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                const auto a = projection.inverse(line[i - 1]);
                const auto b = projection.inverse(line[i]);
                ++steps;
                const auto m = projection.inverse(
                    {(line[i - 1].x + line[i].x) / 2.0, (line[i - 1].y + line[i].y) / 2.0});
                if (!a || !b || !m) {
                    ++at_the_border; // rounding puts a place just beyond the edge
                    continue;
                }
                const Km way = distance(*a, *b);
                ASSERT_LE(way, Km{50.01}) << a->lat() << ' ' << a->lon();
                ASSERT_TRUE(is_drawn_as_it_goes(projection, line[i - 1], line[i], *a, *b))
                    << a->lat() << ' ' << a->lon() << " to " << b->lat() << ' ' << b->lon();
            }
        }
    }
    EXPECT_GT(steps, 800);
    EXPECT_LT(at_the_border, 0.01 * steps);
}

TEST_P(AnyProjection, ShowsOfALineJustWhatItShowsOfItsPoints) {
    const Projection projection = Projection::named(GetParam());
    for (const Path& path : lines()) {
        // What lies within the region of the line's points, by the length between them ...
        Km shown;
        const Path dense = densified(path, Km{20});
        for (std::size_t i = 1; i < dense.size(); ++i) {
            if (projection.forward(dense[i - 1]) && projection.forward(dense[i])) {
                shown += distance(dense[i - 1], dense[i]);
            }
        }
        // ... is what is drawn, but for the steps at the borders, 20 km at each end of a piece,
        // and for points on the very border from which PROJ knows no way back.
        Km drawn;
        double lost_steps = 0.0;
        const auto pieces = project_line(projection, path);
        for (const MapLine& line : pieces) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                const auto a = projection.inverse(line[i - 1]);
                const auto b = projection.inverse(line[i]);
                drawn += a && b ? distance(*a, *b) : Km{0};
                lost_steps += a && b ? 0.0 : 1.0;
            }
        }
        const double slack =
            1.0 + 60.0 * static_cast<double>(1 + pieces.size()) + 50.0 * lost_steps;
        EXPECT_NEAR(drawn.count(), shown.count(), slack) << path.front().lat();
    }
}

TEST_P(AnyProjection, ComesBackFromWhereItLeads) {
    const Projection projection = Projection::named(GetParam());
    std::mt19937 random{7};
    int seen = 0;
    for (int i = 0; i < 2000; ++i) {
        const LatLon place = anywhere(random);
        const auto there = projection.forward(place);
        if (!there) {
            continue;
        }
        ASSERT_TRUE(std::isfinite(there->x) && std::isfinite(there->y));
        const auto back = projection.inverse(*there);
        ASSERT_TRUE(back) << place.lat() << ' ' << place.lon();
        ASSERT_LE(distance(place, *back), Km{0.01}) << place.lat() << ' ' << place.lon();
        ++seen;
    }
    EXPECT_GT(seen, 200);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name;
    for (const char c : info.param) {
        name += (std::isalnum(static_cast<unsigned char>(c)) != 0) ? std::string{c} : "";
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, AnyProjection, testing::ValuesIn(definitions()), test_name);

TEST(RefusedProjection, SaysWhyInOneSentence) {
    const auto complaint = [](const char* definition) -> std::string {
        try {
            Projection::named(definition);
        } catch (const std::invalid_argument& error) {
            return error.what();
        }
        return "";
    };
    using testing::HasSubstr;
    EXPECT_THAT(complaint("+proj=nosuch"), HasSubstr("Unknown projection"));
    EXPECT_THAT(complaint("+proj=longlat"), HasSubstr("in metres, found degrees"));
    EXPECT_THAT(complaint("+proj=merc +units=km"), HasSubstr("+units: expected none"));
    EXPECT_THAT(complaint("+proj=merc +pm=paris"), HasSubstr("+pm: expected none"));
    EXPECT_THAT(complaint("+proj=merc +R=100"), HasSubstr("times the true size"));
    EXPECT_THAT(complaint("+proj=merc +k=1000"), HasSubstr("times the true size"));
    EXPECT_THAT(complaint("+proj=lcc +lat_1=nan +lat_2=40"), HasSubstr("expected a number"));
    EXPECT_THAT(complaint("+proj=aea"), HasSubstr("lat_1 and lat_2"));
    // Goode's interrupted map is torn between its lobes, Peirce's at the corners of its square.
    EXPECT_THAT(complaint("+proj=igh"), HasSubstr("it is torn near"));
    EXPECT_THAT(complaint("+proj=peirce_q"), HasSubstr("it is torn near"));
    EXPECT_THAT(complaint("+proj=nicol"), HasSubstr("it is folded near"));
    EXPECT_THAT(complaint("+proj=guyou"), HasSubstr("no finite point near"));
}

TEST(Projection, TakesAStringAsOthersWriteIt) {
    // As epsg.io prints coordinate systems.
    const Projection projection =
        Projection::named("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80 +units=m +no_defs "
                          "+type=crs");
    EXPECT_TRUE(projection.forward(LatLon::degrees(30, 105)));
}

} // namespace
} // namespace landsea::geo
