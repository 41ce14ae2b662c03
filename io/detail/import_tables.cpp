#include "io/detail/import_tables.hpp"

#include "io/csv.hpp"
#include "io/detail/csv_rows.hpp"
#include "io/detail/csv_stream.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace landsea::io::detail {

namespace {

std::optional<model::LatLon> location_of(const ImportRecord& place) {
    const auto degrees = [&](const char* name) {
        const auto field = place.fields.find(name);
        return field == place.fields.end() ? std::nullopt : number_of(field->second);
    };
    const auto lat = degrees("lat_deg");
    const auto lon = degrees("lon_deg");
    const bool is_on_earth = lat && lon && std::abs(*lat) <= 90.0 && std::abs(*lon) <= 180.0;
    return is_on_earth ? std::optional{model::LatLon::degrees(*lat, *lon)} : std::nullopt;
}

} // namespace

std::vector<ImportRecord> csv_records(const std::filesystem::path& file,
                                      const std::vector<std::string>& required,
                                      ProblemList& problems) {
    CsvStream stream{file};
    for (const std::string& column : required) {
        if (std::ranges::find(stream.header(), column) == stream.header().end()) {
            problems.add({file.string(), "line 1", "a column " + column, "none"});
        }
    }
    std::vector<ImportRecord> records;
    std::vector<std::string> fields;
    while (stream.next(fields)) {
        ImportRecord record{.file = file.string(),
                            .where = "line " + std::to_string(stream.line()),
                            .fields = {},
                            .line = {}};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!fields[i].empty() && fields[i] != "NaN") {
                record.fields.emplace(stream.header()[i], csv_text(fields[i]));
            }
        }
        records.push_back(std::move(record));
    }
    return records;
}

void add_tables(const std::filesystem::path& folder, ImportSource& source, ProblemList& problems) {
    if (std::filesystem::exists(folder / "sources.csv")) {
        for (ImportRecord& row : csv_records(folder / "sources.csv", {"id"}, problems)) {
            if (row.fields.contains("id")) { // the last line counts what has none
                source.sources.push_back(std::move(row));
            }
        }
    }
    if (std::filesystem::exists(folder / "passage.csv")) {
        auto rows = csv_records(folder / "passage.csv", {"id"}, problems);
        std::ranges::move(rows, std::back_inserter(source.passages));
    }
}

void draw_straight_lines(ImportSource& source) {
    std::unordered_map<std::string, model::LatLon> places;
    for (const ImportRecord& place : source.places) {
        const auto id = place.fields.find("id");
        const auto at = location_of(place);
        if (id != place.fields.end() && at) {
            places.emplace(id->second, *at);
        }
    }
    const auto end_of = [&](const ImportRecord& link, const char* name) {
        const auto id = link.fields.find(name);
        return id == link.fields.end() ? places.end() : places.find(id->second);
    };
    for (ImportRecord& link : source.links) {
        const auto from = end_of(link, "from");
        const auto to = end_of(link, "to");
        if (link.line.empty() && from != places.end() && to != places.end()) {
            link.line = {from->second, to->second};
        }
    }
}

} // namespace landsea::io::detail
