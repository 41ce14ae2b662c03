#include "geo/geodesic.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <memory>
#include <random>
#include <sstream>
#include <string>

namespace landsea::geo {
namespace {

using model::Km;
using model::LatLon;

constexpr double metres_per_km = 1000.0;

struct Pair {
    LatLon from;
    LatLon to;
};

/// Uniform on [0, 1), the same with every standard library.
double fraction(std::mt19937& random) {
    return static_cast<double>(random()) / 4294967296.0;
}

LatLon anywhere(std::mt19937& random) {
    return LatLon::degrees(180.0 * fraction(random) - 90.0, 360.0 * fraction(random) - 180.0);
}

/// Pairs from all over the Earth, near ones and nearly opposite ones among them.
std::vector<Pair> pairs() {
    std::mt19937 random{2013};
    std::vector<Pair> made;
    for (int i = 0; i < 200; ++i) {
        const LatLon from = anywhere(random);
        made.push_back({from, anywhere(random)});
        const double lat = std::clamp(from.lat() + 0.2 * fraction(random) - 0.1, -90.0, 90.0);
        const double lon = std::remainder(from.lon() + 0.2 * fraction(random) - 0.1, 360.0);
        made.push_back({from, LatLon::degrees(lat, lon)});
        made.push_back({from, LatLon::degrees(-lat, std::remainder(lon + 180.0, 360.0))});
    }
    return made;
}

/// What a command prints when `input` is its standard input, as numbers, line by line.
std::vector<std::vector<double>> answers(const std::string& command, const std::string& input) {
    const std::filesystem::path file = std::filesystem::path{testing::TempDir()} /
                                       ("landsea_geodesics_" + std::to_string(::getpid()));
    std::ofstream{file} << input;
    const auto close = [](FILE* pipe) { ::pclose(pipe); };
    const std::unique_ptr<FILE, decltype(close)> pipe{
        ::popen((command + " < " + file.string()).c_str(), "r"), close};
    std::vector<std::vector<double>> lines;
    std::array<char, 512> buffer{};
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
        std::istringstream words{buffer.data()};
        std::vector<double> numbers;
        for (double number = 0.0; words >> number;) {
            numbers.push_back(number);
        }
        lines.push_back(std::move(numbers));
    }
    std::filesystem::remove(file);
    return lines;
}

std::string as_input(const std::vector<Pair>& all) {
    std::ostringstream text;
    text << std::setprecision(17);
    for (const Pair& pair : all) {
        text << pair.from.lat() << ' ' << pair.from.lon() << ' ' << pair.to.lat() << ' '
             << pair.to.lon() << '\n';
    }
    return text.str();
}

TEST(Distance, AgreesWithTheTestSetOfKarney) {
    // lat1 lon1 lat2 lon2 in degrees, s12 in metres: the test cases of the geodesic routines of
    // PROJ and GeographicLib (geodtest.c, Karney 2015), computed there in high precision. A
    // longitude beyond 180 degrees is taken to within.
    constexpr double cases[][5] = {
        {35.60777, -139.44815, -11.17491, -69.95921, 8935244.5604818305},
        {55.52454, 106.05087, 77.03196, 197.18234, 4105086.1713924406},
        {-21.97856, 142.59065, 41.84138, 98.56635, 8394328.894657671},
        {-66.99028, 112.2363, -12.70631, 285.90344, 11150344.2312080241},
        {-17.42761, 173.34268, -15.84784, 5.93557, 16076603.1631180673},
        {32.84994, 48.28919, -56.28556, 202.29132, 16727068.9438164461},
        {6.96833, 52.74123, -7.39675, 206.17291, 17102477.2496958388},
        {-87.85331, 85.66836, 66.48646, 16.09921, 17286615.3147144645},
        {1.74708, 128.32011, -11.16617, 11.87109, 12942901.1241347408},
        {-41.22777, 122.32875, -7.57291, 130.37946, 3812686.035106021},
        {11.01307, 138.25278, 6.62726, 247.05981, 11911190.819018408},
        // GeodSolve6, 9 and 10 there: nearly opposite, where Vincenty's method fails; to 0.5 mm.
        {88.202499451857, 0.0, -88.202499451857, 179.981022032992859592, 20003898.214},
        {56.320923501171, 0.0, -56.320923501171, 179.664747671772880215, 19993558.287},
        {52.784459512564, 0.0, -52.784459512563990912, 179.634407464943777557, 19991596.095},
        // GeodSolve4: 7 cm; to 0.5 mm.
        {36.493349428792, 0.0, 36.49334942879201, 0.0000008, 0.072},
    };
    for (const auto& one : cases) {
        const auto to = LatLon::degrees(one[2], std::remainder(one[3], 360.0));
        const double metres = distance(LatLon::degrees(one[0], one[1]), to).count() * metres_per_km;
        const bool rounded = one[4] == std::round(one[4] * 1000.0) / 1000.0;
        EXPECT_NEAR(metres, one[4], rounded ? 0.5e-3 : 30e-9) << one[0] << ' ' << one[1];
    }
}

TEST(Distance, AgreesWithGeodSolve) {
    const auto all = pairs();
    // azimuth at both ends and metres, to 1 nm
    const auto found = answers("GeodSolve -i -p 9", as_input(all));
    ASSERT_EQ(found.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(found[i].size(), 3U);
        // 30 nm: twice the accuracy that is claimed.
        EXPECT_NEAR(distance(all[i].from, all[i].to).count() * metres_per_km, found[i][2], 30e-9);
    }
}

TEST(Distance, AgreesWithGeod) {
    const auto all = pairs();
    const auto found = answers("geod -I -p -F %.9f -f %.9f +ellps=WGS84", as_input(all));
    ASSERT_EQ(found.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        ASSERT_EQ(found[i].size(), 3U);
        // -p keeps azimuths positive; the last number is the distance.
        EXPECT_NEAR(distance(all[i].from, all[i].to).count() * metres_per_km, found[i][2], 1e-6);
    }
}

TEST(GeodesicLine, RunsThroughThePointsOfGeodSolve) {
    const auto all = pairs();
    const auto inverse = answers("GeodSolve -i -p 9", as_input(all));
    ASSERT_EQ(inverse.size(), all.size());
    constexpr std::size_t parts = 7;
    std::ostringstream asked;
    asked << std::setprecision(17);
    std::vector<LatLon> points;
    for (std::size_t i = 0; i < all.size(); i += 3) { // those from anywhere to anywhere
        const double metres = inverse[i][2];
        const Path line =
            geodesic_line(all[i].from, all[i].to, Km{metres / metres_per_km / (parts - 0.5)});
        ASSERT_EQ(line.size(), parts + 1);
        for (std::size_t k = 1; k < parts; ++k) {
            points.push_back(line[k]);
            asked << all[i].from.lat() << ' ' << all[i].from.lon() << ' ' << inverse[i][0] << ' '
                  << metres * static_cast<double>(k) / parts << '\n';
        }
    }
    const auto found = answers("GeodSolve -p 9", asked.str());
    ASSERT_EQ(found.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto expected = LatLon::degrees(found[i][0], found[i][1]);
        // GeodSolve prints azimuths to 1e-14 degrees; 1 micrometre leaves room for 20,000 km.
        EXPECT_LT(distance(points[i], expected).count() * metres_per_km, 1e-6);
    }
}

} // namespace
} // namespace landsea::geo
