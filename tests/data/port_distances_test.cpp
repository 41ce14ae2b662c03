#include "geo/basemap.hpp"
#include "geo/sea_survey.hpp"
#include "io/read_file.hpp"
#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

namespace landsea {
namespace {

const std::filesystem::path data = std::filesystem::path{LANDSEA_SOURCE_DIR} / "data";
constexpr double km_per_nautical_mile = 1.852; // International Hydrographic Conference, 1929

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::stringstream rest{text};
    for (std::string part; std::getline(rest, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

/// The rows of a CSV file without quotes, as maps from column to field.
std::vector<std::map<std::string, std::string>> rows_of(const std::filesystem::path& file) {
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    const auto names = split(line, ',');
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(in, line)) {
        const auto fields = split(line, ',');
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            row[names[i]] = i < fields.size() ? fields[i] : "";
        }
    }
    return rows;
}

/// A published distance and ours.
struct Judged {
    std::string pair;
    double published_nm{};
    double ours_nm{};

    [[nodiscard]] double off_nm() const { return std::abs(ours_nm - published_nm); }

    [[nodiscard]] double off_percent() const { return 100.0 * off_nm() / published_nm; }
};

std::vector<Judged> judged() {
    const geo::SeaPlan plan = io::read_waters(data / "sea_lanes" / "waters.json");
    const auto lanes = io::read_sea_lanes(data / "sea_lanes", plan.passages);
    const geo::BaseMap base = geo::read_base_map(data / "basemap.gpkg", geo::LandScale::finest);
    std::vector<geo::SurveyPort> places;
    std::map<std::string, std::size_t> index;
    for (const auto& row : rows_of(data / "validation" / "port_distance_places.csv")) {
        if (!row.at("lat").empty()) {
            index[row.at("code")] = places.size();
            places.push_back(
                {row.at("code") + "?",
                 model::LatLon::degrees(std::stod(row.at("lat")), std::stod(row.at("lon")))});
        }
    }
    const auto joined =
        geo::joined_to(lanes, io::read_shoreline(data / "sea_lanes"), plan, base.land, places);
    std::vector<Judged> all;
    for (const auto& row : rows_of(data / "validation" / "port_distances.csv")) {
        const bool is_contradicted = row.at("note").find("conflict") != std::string::npos;
        if (is_contradicted || row.at("grade") != "published" || !index.contains(row.at("from")) ||
            !index.contains(row.at("to"))) {
            continue;
        }
        const auto from = joined.places[index[row.at("from")]];
        const auto to = joined.places[index[row.at("to")]];
        const std::string pair = row.at("from") + "-" + row.at("to");
        EXPECT_TRUE(from && to) << pair;
        const auto course = joined.lanes.course(from->node, to->node,
                                                {.closed = split(row.at("avoid"), ';'),
                                                 .required = split(row.at("via"), ';'),
                                                 .vessel = model::Vessel::ocean});
        EXPECT_TRUE(course) << pair;
        if (course) {
            all.push_back({.pair = pair + " " + row.at("via") + " !" + row.at("avoid"),
                           .published_nm = std::stod(row.at("published_nm")),
                           .ours_nm = course->length.count() / km_per_nautical_mile});
        }
    }
    return all;
}

TEST(PortDistances, AgreeWithPublishedOnes) {
    auto all = judged();
    ASSERT_GE(all.size(), 40U);
    std::ranges::sort(all, {}, &Judged::off_percent);
    const double median = all[all.size() / 2].off_percent();
    const auto within = [&](double percent, double nm) {
        return static_cast<double>(std::ranges::count_if(all,
                                                         [&](const Judged& one) {
                                                             return one.off_percent() <= percent ||
                                                                    one.off_nm() <= nm;
                                                         })) /
               static_cast<double>(all.size());
    };
    std::string worst;
    for (const Judged& one : all) {
        if (one.off_percent() > 5.0 && one.off_nm() > 15.0) {
            worst += one.pair + ": published " + std::to_string(one.published_nm) + ", ours " +
                     std::to_string(one.ours_nm) + "\n";
        }
    }
    EXPECT_LE(median, 1.5);
    EXPECT_GE(within(5.0, 15.0), 0.95) << worst;
    EXPECT_EQ(within(10.0, 30.0), 1.0) << worst;
    EXPECT_GE(std::ranges::count_if(all, [](const Judged& one) { return one.published_nm < 500; }),
              8);
}

} // namespace
} // namespace landsea
