#include "io/detail/geo_json.hpp"

#include "geo/antimeridian.hpp"

namespace landsea::io::detail {

namespace {

void write_position(JsonText& json, model::LatLon point, int decimals) {
    json.open_list();
    json.number(point.lon(), decimals);
    json.number(point.lat(), decimals);
    json.close_list();
}

void write_positions(JsonText& json, const geo::Path& piece, int decimals) {
    json.open_list();
    for (const model::LatLon point : piece) {
        write_position(json, point, decimals);
    }
    json.close_list();
}

void write_pieces(JsonText& json, const std::vector<geo::Path>& pieces, int decimals) {
    json.open_list();
    for (const geo::Path& piece : pieces) {
        write_positions(json, piece, decimals);
    }
    json.close_list();
}

} // namespace

void write_point(JsonText& json, model::LatLon point, int decimals) {
    json.key("geometry").open_object();
    json.key("type").text("Point");
    json.key("coordinates");
    write_position(json, point, decimals);
    json.close_object();
}

void write_multi_line(JsonText& json, const geo::Path& line, int decimals) {
    json.key("geometry").open_object();
    json.key("type").text("MultiLineString");
    json.key("coordinates");
    write_pieces(json, geo::split_at_antimeridian(line), decimals);
    json.close_object();
}

void write_line(JsonText& json, const geo::Path& line, int decimals) {
    const std::vector<geo::Path> pieces = geo::split_at_antimeridian(line);
    if (pieces.size() != 1) {
        write_multi_line(json, line, decimals);
        return;
    }
    json.key("geometry").open_object();
    json.key("type").text("LineString");
    json.key("coordinates");
    write_positions(json, pieces.front(), decimals);
    json.close_object();
}

} // namespace landsea::io::detail
