#include "io/csv.hpp"
#include "io/detail/csv_rows.hpp"
#include "io/detail/import_tables.hpp"
#include "io/detail/json_value.hpp"
#include "io/detail/problem_list.hpp"
#include "io/detail/wkt.hpp"
#include "io/input_error.hpp"
#include "io/network_import.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;
using detail::ProblemList;
using Unit = std::pair<std::string_view, double>;

/// In km and km/h. Source of the mile and foot: international yard and pound agreement of 1959.
constexpr std::array<Unit, 15> lengths{{{"km", 1.0},
                                        {"kilometer", 1.0},
                                        {"kilometre", 1.0},
                                        {"kilometers", 1.0},
                                        {"kilometres", 1.0},
                                        {"mi", 1.609344},
                                        {"mile", 1.609344},
                                        {"miles", 1.609344},
                                        {"m", 0.001},
                                        {"meter", 0.001},
                                        {"metre", 0.001},
                                        {"meters", 0.001},
                                        {"metres", 0.001},
                                        {"foot", 0.0003048},
                                        {"feet", 0.0003048}}};
constexpr std::array<Unit, 6> speeds{
    {{"km/h", 1.0}, {"kph", 1.0}, {"kmh", 1.0}, {"kmph", 1.0}, {"mph", 1.609344}, {"m/s", 3.6}}};
/// Uses that carry no box. Source: the uses of the specification's own examples.
constexpr std::array<std::string_view, 6> without_freight{"walk", "bike",    "pedestrian",
                                                          "ped",  "bicycle", "none"};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The units and coordinates of a folder.
struct Config {
    std::optional<double> km_per_length;
    std::optional<double> km_h_per_speed;
    std::string name;
};

template <std::size_t N>
std::optional<double> unit_in(const std::array<Unit, N>& units, const ImportRecord& record,
                              const std::string& field, ProblemList& problems) {
    const auto text = record.fields.find(field);
    if (text == record.fields.end()) {
        return std::nullopt;
    }
    const auto unit = std::ranges::find(units, lower(text->second), &Unit::first);
    if (unit != units.end()) {
        return unit->second;
    }
    std::string known;
    for (const auto& [name, size] : units) {
        known += (known.empty() ? "one of " : ", ") + std::string{name};
    }
    problems.add(
        {record.file, record.where + ", " + field, known, detail::shortened(text->second)});
    return std::nullopt;
}

Config read_config(const fs::path& folder, ProblemList& problems,
                   std::vector<std::string>& remarks) {
    const fs::path file = folder / "config.csv";
    Config config{.name = folder.filename().string()};
    if (!fs::exists(file)) {
        remarks.emplace_back("no config.csv: coordinates are taken as degrees (EPSG:4326); lengths "
                             "and speeds, whose units are not known, are left out");
        return config;
    }
    const auto rows = detail::csv_records(file, {}, problems);
    if (rows.size() != 1) {
        problems.add({file.string(), "", "a single row", std::to_string(rows.size())});
        return config;
    }
    const ImportRecord& row = rows.front();
    const auto crs = row.fields.find("crs");
    constexpr std::array<std::string_view, 6> degrees{"4326",   "epsg:4326", "wgs84",
                                                      "wgs 84", "ogc:crs84", "crs84"};
    if (crs != row.fields.end() &&
        std::ranges::find(degrees, lower(crs->second)) == degrees.end()) {
        problems.add({row.file, row.where + ", crs", "EPSG:4326, longitude and latitude in degrees",
                      detail::shortened(crs->second)});
    }
    config.km_per_length = unit_in(lengths, row, "long_length", problems);
    config.km_h_per_speed = unit_in(speeds, row, "speed", problems);
    if (const auto name = row.fields.find("dataset_name"); name != row.fields.end()) {
        config.name = name->second;
    }
    return config;
}

void rename(ImportRecord& record, const FieldNames& called) {
    for (const auto& [ours, theirs] : called) {
        const auto field = record.fields.find(theirs);
        if (field != record.fields.end()) {
            record.fields.emplace(ours, field->second);
            record.fields.erase(field);
        }
    }
}

/// A number times a unit, under another name; left out when the unit is not known.
void convert(ImportRecord& record, const std::string& from, const std::string& to,
             std::optional<double> unit, ProblemList& problems) {
    const auto field = record.fields.find(from);
    if (field == record.fields.end()) {
        return;
    }
    const auto number = detail::number_of(field->second);
    if (!number || *number < 0.0) {
        problems.add({record.file, record.where + ", " + from, "a number of at least 0",
                      detail::shortened(field->second)});
    } else if (unit && *number > 0.0) {
        record.fields[to] = shortest_text(*number * *unit);
    }
    record.fields.erase(field);
}

/// True, false and their like become "true" and "false".
void read_directed(ImportRecord& link, ProblemList& problems) {
    const auto field = link.fields.find("directed");
    const std::string word = field == link.fields.end() ? "" : lower(field->second);
    if (word == "true" || word == "1") {
        field->second = "true";
    } else if (word == "false" || word == "0") {
        field->second = "false";
    } else {
        problems.add({link.file, link.where + ", directed", "true or false",
                      word.empty() ? "nothing" : detail::shortened(field->second)});
    }
}

bool carries_freight(const ImportRecord& link) {
    const auto uses = link.fields.find("allowed_uses");
    if (uses == link.fields.end()) {
        return true;
    }
    for (const std::string_view use : detail::parts_of(uses->second, ',')) {
        std::string word = lower(std::string{use});
        std::erase(word, ' ');
        if (std::ranges::find(without_freight, word) == without_freight.end()) {
            return true;
        }
    }
    return false;
}

/// The geometries of geometry.csv by id.
std::map<std::string, std::string> read_geometries(const fs::path& folder, ProblemList& problems) {
    std::map<std::string, std::string> all;
    if (fs::exists(folder / "geometry.csv")) {
        for (const ImportRecord& row :
             detail::csv_records(folder / "geometry.csv", {"geometry_id", "geometry"}, problems)) {
            const auto id = row.fields.find("geometry_id");
            const auto geometry = row.fields.find("geometry");
            if (id != row.fields.end() && geometry != row.fields.end()) {
                all.emplace(id->second, geometry->second);
            }
        }
    }
    return all;
}

void read_line(ImportRecord& link, const std::map<std::string, std::string>& geometries,
               ProblemList& problems) {
    std::string text;
    if (const auto own = link.fields.find("geometry"); own != link.fields.end()) {
        text = own->second;
    } else if (const auto id = link.fields.find("geometry_id"); id != link.fields.end()) {
        const auto known = geometries.find(id->second);
        text = known == geometries.end() ? "" : known->second;
    }
    if (text.empty()) {
        return;
    }
    if (auto line = detail::line_in_wkt(text)) {
        link.line = std::move(*line);
        const auto flag = link.fields.find("dir_flag");
        if (flag != link.fields.end() && flag->second == "-1") {
            std::ranges::reverse(link.line);
        }
    } else {
        problems.add({link.file, link.where + ", geometry",
                      "LINESTRING or MULTILINESTRING in degrees", detail::shortened(text)});
    }
}

bool are_kinds(const std::string& text) {
    return std::ranges::all_of(detail::parts_of(text, '|'), [](std::string_view word) {
        return std::ranges::any_of(place_kind_words,
                                   [&](const auto& kind) { return kind.first == word; });
    });
}

void read_nodes(const fs::path& folder, ImportSource& source, ProblemList& problems) {
    const FieldNames called{{"id", "node_id"},
                            {"lat_deg", "y_coord"},
                            {"lon_deg", "x_coord"},
                            {"kinds", "node_type"},
                            {"part_of", "parent_node_id"}};
    source.called[(folder / "node.csv").string()] = called;
    std::size_t dropped = 0;
    for (ImportRecord& node :
         detail::csv_records(folder / "node.csv", {"node_id", "x_coord", "y_coord"}, problems)) {
        const bool is_ours = node.fields.contains("position_grade");
        rename(node, called);
        if (!node.fields.contains("name_en") && node.fields.contains("name")) {
            node.fields["name_en"] = node.fields["name"];
        }
        if (const auto kinds = node.fields.find("kinds");
            kinds != node.fields.end() && !are_kinds(kinds->second)) {
            node.fields.erase(kinds);
        }
        // A sidewalk's parent is its crossing, a terminal's is its city.
        dropped += !is_ours ? node.fields.erase("part_of") : 0;
        source.places.push_back(std::move(node));
    }
    if (dropped > 0) {
        source.remarks.push_back("parent_node_id left out: " + std::to_string(dropped));
    }
}

void read_links(const fs::path& folder, const Config& config, ImportSource& source,
                ProblemList& problems) {
    const auto geometries = read_geometries(folder, problems);
    const FieldNames called{{"id", "link_id"}, {"from", "from_node_id"}, {"to", "to_node_id"}};
    source.called[(folder / "link.csv").string()] = called;
    std::size_t without = 0;
    for (ImportRecord& link :
         detail::csv_records(folder / "link.csv",
                             {"link_id", "from_node_id", "to_node_id", "directed"}, problems)) {
        if (!carries_freight(link)) {
            ++without;
            continue;
        }
        convert(link, "length", "length_km", config.km_per_length, problems);
        convert(link, "free_speed", "free_speed_km_per_h", config.km_h_per_speed, problems);
        read_directed(link, problems);
        read_line(link, geometries, problems);
        rename(link, called);
        source.links.push_back(std::move(link));
    }
    if (without > 0) {
        source.remarks.push_back("links left out, as only people walk or cycle there: " +
                                 std::to_string(without));
    }
}

} // namespace

ImportSource read_gmns(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        throw FileError{folder, "is no folder with node.csv and link.csv"};
    }
    ProblemList problems;
    ImportSource source;
    const Config config = read_config(folder, problems, source.remarks);
    source.title = config.name;
    read_nodes(folder, source, problems);
    read_links(folder, config, source, problems);
    detail::add_tables(folder, source, problems);
    problems.throw_if_any();
    detail::draw_straight_lines(source);
    return source;
}

} // namespace landsea::io
