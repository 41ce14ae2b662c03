#include "io/batch_layers.hpp"

#include "io/batch_text.hpp"
#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"
#include "io/input_error.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace landsea::io {

namespace {

using detail::JsonAt;

/// The columns of a batch in CSV.
std::vector<std::string> titles_of(const scenarios::BatchPlan& plan) {
    std::string header = batch_header(plan, RowFormat::csv);
    header.resize(header.find('\r'));
    std::vector<std::string> titles;
    std::size_t begin = 0;
    for (std::size_t end = header.find(','); end != std::string::npos;
         end = header.find(',', begin)) {
        titles.push_back(header.substr(begin, end - begin));
        begin = end + 1;
    }
    titles.push_back(header.substr(begin));
    return titles;
}

/// Names of columns with a number end in its unit, but for counts.
geo::FieldType type_of(const std::string& title) {
    if (title == "row" || title == "transfers") {
        return geo::FieldType::integer;
    }
    for (const char* unit : {"_days", "_usd", "_kg_co2e", "_km"}) {
        if (title.ends_with(unit)) {
            return geo::FieldType::real;
        }
    }
    return geo::FieldType::text;
}

geo::FieldValue value_of(const JsonAt& value, geo::FieldType type) {
    if (value.is_list()) {
        std::string joined;
        for (const JsonAt& word : value.elements()) {
            joined += (joined.empty() ? "" : ">") + word.text();
        }
        return joined;
    }
    if (value.is_text()) {
        return value.text();
    }
    if (!value.is_number()) {
        return std::monostate{};
    }
    const double number = value.number();
    return type == geo::FieldType::integer ? geo::FieldValue{static_cast<std::int64_t>(number)}
                                           : geo::FieldValue{number};
}

/// The lines that lead somewhere.
std::vector<geo::Path> lines_in(const JsonAt& lines) {
    std::vector<geo::Path> paths;
    for (const JsonAt& line : lines.elements()) {
        geo::Path path;
        for (const JsonAt& point : line.elements()) {
            const auto both = point.elements();
            if (both.size() == 2) {
                path.push_back(model::LatLon::degrees(both[1].number_in(-90.0, 90.0),
                                                      both[0].number_in(-180.0, 180.0)));
            }
        }
        const bool leads_somewhere = std::ranges::any_of(
            path, [&](const model::LatLon& point) { return point != path.front(); });
        if (leads_somewhere) {
            paths.push_back(std::move(path));
        }
    }
    return paths;
}

} // namespace

std::vector<geo::FeatureLayer> batch_layers(const std::filesystem::path& rows,
                                            const scenarios::BatchPlan& plan) {
    constexpr geo::Rgb blue{0x00, 0x72, 0xB2};
    geo::FeatureLayer routes{.name = "routes",
                             .description = "Rows of a batch with the lines of their routes",
                             .kind = geo::ShapeKind::lines,
                             .style = {.line_colour = blue}};
    geo::FeatureLayer others{.name = "rows_without_line",
                             .description = "Rows of a batch without a route",
                             .kind = geo::ShapeKind::none};
    const auto titles = titles_of(plan);
    routes.fields.push_back({"row", geo::FieldType::integer});
    for (const std::string& title : titles) {
        routes.fields.push_back({title, type_of(title)});
    }
    others.fields = routes.fields;
    std::ifstream in{rows, std::ios::binary};
    std::int64_t number = 0;
    for (std::string line; std::getline(in, line);) {
        detail::ProblemList problems;
        const auto document = detail::parse_json(rows.string(), line, problems);
        problems.throw_if_any();
        const JsonAt row{*document, problems};
        if (!row.is_object()) {
            row.problem("a row of a batch");
        }
        geo::Feature feature{.shape = std::monostate{}, .values = {++number}};
        for (std::size_t k = 0; k < titles.size(); ++k) {
            feature.values.push_back(value_of(row[titles[k]], routes.fields[k + 1].type));
        }
        auto lines = lines_in(row["lines"]);
        problems.throw_if_any();
        if (lines.empty()) {
            others.features.push_back(std::move(feature));
        } else {
            feature.shape = std::move(lines);
            routes.features.push_back(std::move(feature));
        }
    }
    if (in.bad() || !in.eof()) {
        throw FileError{rows, "cannot be read"};
    }
    return {std::move(routes), std::move(others)};
}

} // namespace landsea::io
