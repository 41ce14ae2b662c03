#include "io/detail/import_tables.hpp"
#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/detail/wkt.hpp"
#include "io/input_error.hpp"
#include "io/network_import.hpp"
#include "io/number_text.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;
using detail::JsonAt;
using detail::ProblemList;

model::LatLon position_in(const JsonAt& position) {
    const auto numbers = position.is_list() ? position.elements() : std::vector<JsonAt>{};
    if (numbers.size() < 2) {
        position.problem("a position [longitude, latitude]");
        return {};
    }
    return model::LatLon::degrees(numbers[1].number_in(-90.0, 90.0),
                                  numbers[0].number_in(-180.0, 180.0));
}

geo::Path path_in(const JsonAt& positions) {
    geo::Path path;
    for (const JsonAt& position : positions.elements()) {
        path.push_back(position_in(position));
    }
    if (positions.is_list() && path.size() < 2) {
        positions.problem("at least two positions");
    }
    return path;
}

void read_properties(const JsonAt& properties, ImportRecord& record) {
    for (const auto& [key, value] : properties.members()) {
        if (value.is_text() && !value.text().empty()) {
            record.fields.emplace(key, value.text());
        } else if (value.is_number()) {
            record.fields.emplace(key, shortest_text(value.number()));
        }
    }
}

/// Points are passages where the collection says so, and places otherwise.
void read_feature(const JsonAt& feature, std::size_t position, bool are_passages,
                  ImportSource& source) {
    const JsonAt geometry = feature["geometry"];
    const JsonAt type = geometry["type"];
    const std::string pointer = "/features/" + std::to_string(position) + "/properties";
    ImportRecord record{.file = feature.file(), .where = pointer, .fields = {}, .line = {}};
    read_properties(feature["properties"], record);
    const JsonAt coordinates = geometry["coordinates"];
    if (type.is_text("Point")) {
        const model::LatLon at = position_in(coordinates);
        record.fields["lat_deg"] = shortest_text(at.lat());
        record.fields["lon_deg"] = shortest_text(at.lon());
        (are_passages ? source.passages : source.places).push_back(std::move(record));
    } else if (type.is_text("LineString")) {
        record.line = path_in(coordinates);
        source.links.push_back(std::move(record));
    } else if (type.is_text("MultiLineString")) {
        std::vector<geo::Path> pieces;
        for (const JsonAt& piece : coordinates.elements()) {
            pieces.push_back(path_in(piece));
        }
        record.line = detail::joined_at_antimeridian(pieces);
        source.links.push_back(std::move(record));
    } else {
        type.problem("Point for a place, LineString or MultiLineString for a link");
    }
}

void read_collection(const fs::path& file, ImportSource& source, ProblemList& problems) {
    const auto document = detail::parse_json(file.string(), read_file(file), problems);
    if (!document) {
        return;
    }
    const JsonAt top{*document, problems};
    if (!top["type"].is_text("FeatureCollection")) {
        top["type"].problem("FeatureCollection");
        return;
    }
    const bool are_passages = top.find("content").is_text("passages");
    std::size_t position = 0;
    for (const JsonAt& feature : top["features"].elements()) {
        read_feature(feature, position++, are_passages, source);
    }
}

} // namespace

ImportSource read_network_geojson(const fs::path& path) {
    ImportSource source;
    source.title = path.stem().string();
    ProblemList problems;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        source.title = path.filename().string();
        read_collection(path / "places.geojson", source, problems);
        read_collection(path / "links.geojson", source, problems);
        if (fs::exists(path / "passages.geojson")) {
            read_collection(path / "passages.geojson", source, problems);
        }
        detail::add_tables(path, source, problems);
    } else {
        read_collection(path, source, problems);
    }
    problems.throw_if_any();
    return source;
}

} // namespace landsea::io
