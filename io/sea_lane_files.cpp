#include "io/sea_lane_files.hpp"

#include "io/detail/csv_rows.hpp"
#include "io/number_text.hpp"
#include "io/read_file.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io {

namespace {

constexpr std::string_view node_header = "lat_deg,lon_deg,place";
constexpr std::string_view edge_header = "from,to,length_m,passages,shape_lat_lon_deg";
constexpr std::string_view shore_header = "ring,lat_deg,lon_deg";
constexpr double metres_per_km = 1000.0;

std::string degrees_text(double degrees) {
    constexpr double steps_per_degree = 1e5;
    return shortest_text(std::round(degrees * steps_per_degree) / steps_per_degree + 0.0);
}

std::string edge_line(const model::SeaEdge& edge, const model::SeaLanes& lanes) {
    std::string passages;
    for (const std::uint16_t passage : edge.passages) {
        passages += (passages.empty() ? "" : ";") + lanes.passages()[passage].id;
    }
    std::string shape;
    for (const model::LatLon point : edge.shape) {
        shape += (shape.empty() ? "" : ";") + degrees_text(point.lat()) + " " +
                 degrees_text(point.lon());
    }
    return std::to_string(edge.from) + "," + std::to_string(edge.to) + "," +
           std::to_string(std::llround(edge.length.count() * metres_per_km)) + "," + passages +
           "," + shape + "\n";
}

std::vector<model::SeaNode> read_nodes(const std::filesystem::path& file) {
    const std::string text = read_file(file);
    detail::CsvRows rows{file.string(), text, node_header};
    std::vector<model::SeaNode> nodes;
    while (rows.next()) {
        nodes.push_back({.location = model::LatLon::degrees(rows.number(0, -90.0, 90.0),
                                                            rows.number(1, -180.0, 180.0)),
                         .place = std::string{rows.field(2)}});
    }
    return nodes;
}

std::vector<model::LatLon> shape_of(const detail::CsvRows& rows, std::size_t column) {
    std::vector<model::LatLon> shape;
    for (const std::string_view point : detail::parts_of(rows.field(column), ';')) {
        const auto numbers = detail::parts_of(point, ' ');
        const auto lat = numbers.size() == 2 ? detail::number_of(numbers[0]) : std::nullopt;
        const auto lon = numbers.size() == 2 ? detail::number_of(numbers[1]) : std::nullopt;
        if (!lat || !lon || !(std::abs(*lat) <= 90.0 && std::abs(*lon) <= 180.0)) {
            rows.fail(column, "points \"lat lon\" joined by semicolons");
        }
        shape.push_back(model::LatLon::degrees(*lat, *lon));
    }
    return shape;
}

std::vector<std::uint16_t> passages_of(const detail::CsvRows& rows, std::size_t column,
                                       const std::vector<model::SeaPassage>& passages) {
    std::vector<std::uint16_t> crossed;
    for (const std::string_view id : detail::parts_of(rows.field(column), ';')) {
        const auto found = std::ranges::find(passages, id, &model::SeaPassage::id);
        if (found == passages.end()) {
            rows.fail(column, "ids of passages joined by semicolons");
        }
        crossed.push_back(static_cast<std::uint16_t>(found - passages.begin()));
    }
    return crossed;
}

std::vector<model::SeaEdge> read_edges(const std::filesystem::path& file,
                                       const std::vector<model::SeaPassage>& passages,
                                       std::size_t node_count) {
    constexpr std::uint32_t longest_m = 100'000'000;
    const std::string text = read_file(file);
    detail::CsvRows rows{file.string(), text, edge_header};
    const auto last_node = static_cast<std::uint32_t>(std::max<std::size_t>(node_count, 1) - 1);
    std::vector<model::SeaEdge> edges;
    while (rows.next()) {
        const std::uint32_t metres = rows.whole(2, longest_m);
        if (metres == 0) {
            rows.fail(2, "a length above 0");
        }
        edges.push_back({.from = rows.whole(0, last_node),
                         .to = rows.whole(1, last_node),
                         .length = model::Km{metres / metres_per_km},
                         .passages = passages_of(rows, 3, passages),
                         .shape = shape_of(rows, 4)});
    }
    return edges;
}

} // namespace

std::string sea_nodes_csv(const model::SeaLanes& lanes) {
    std::string text = std::string{node_header} + "\n";
    for (const model::SeaNode& node : lanes.nodes()) {
        text += degrees_text(node.location.lat()) + "," + degrees_text(node.location.lon()) + "," +
                node.place + "\n";
    }
    return text;
}

std::string sea_edges_csv(const model::SeaLanes& lanes) {
    std::string text = std::string{edge_header} + "\n";
    for (const model::SeaEdge& edge : lanes.edges()) {
        text += edge_line(edge, lanes);
    }
    return text;
}

std::string shoreline_csv(const geo::Shoreline& shore) {
    std::string text = std::string{shore_header} + "\n";
    for (std::size_t ring = 0; ring < shore.size(); ++ring) {
        for (const model::LatLon point : shore[ring]) {
            text += std::to_string(ring) + "," + degrees_text(point.lat()) + "," +
                    degrees_text(point.lon()) + "\n";
        }
    }
    return text;
}

model::SeaLanes read_sea_lanes(const std::filesystem::path& folder,
                               std::vector<model::SeaPassage> passages) {
    auto nodes = read_nodes(folder / "nodes.csv");
    auto edges = read_edges(folder / "edges.csv", passages, nodes.size());
    try {
        return {std::move(passages), std::move(nodes), std::move(edges)};
    } catch (const std::invalid_argument& error) {
        throw InputError{{{folder.string(), "", "sea lanes", error.what()}}};
    }
}

geo::Shoreline read_shoreline(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "shoreline.csv";
    const std::string text = read_file(file);
    detail::CsvRows rows{file.string(), text, shore_header};
    geo::Shoreline shore;
    while (rows.next()) {
        const std::uint32_t ring = rows.whole(0, static_cast<std::uint32_t>(shore.size()));
        if (ring == shore.size()) {
            shore.emplace_back();
        } else if (ring + 1 != shore.size()) {
            rows.fail(0, "the rings in order");
        }
        shore.back().push_back(
            model::LatLon::degrees(rows.number(1, -90.0, 90.0), rows.number(2, -180.0, 180.0)));
    }
    return shore;
}

} // namespace landsea::io
