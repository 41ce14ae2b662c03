#include "io/gmns_files.hpp"

#include "geo/antimeridian.hpp"
#include "io/csv.hpp"
#include "io/detail/network_facts.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace landsea::io {

namespace {

using detail::Fact;
using detail::NetworkFacts;
using detail::text_of;

constexpr double highest_free_speed = 200.0;

std::string config_csv(const std::string& title) {
    return csv_line({"dataset_name", "short_length", "long_length", "speed", "crs",
                     "geometry_field_format", "currency", "version_number", "id_type"}) +
           csv_line({title, "m", "km", "km/h", "EPSG:4326", "WKT", "USD", "0.96", "string"});
}

std::vector<std::string> names_of(const std::vector<Fact>& facts) {
    std::vector<std::string> names;
    for (const Fact& fact : facts) {
        names.push_back(fact.name);
    }
    return names;
}

std::string line_of(std::vector<std::string> fields, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
        fields.push_back(text_of(fact));
    }
    return csv_line(fields);
}

std::string header_of(std::vector<std::string> fields, const std::vector<Fact>& facts) {
    const auto names = names_of(facts);
    fields.insert(fields.end(), names.begin(), names.end());
    return csv_line(fields);
}

/// Facts that a field of the specification says already.
std::vector<Fact> without(std::vector<Fact> facts, std::initializer_list<std::string_view> names) {
    std::erase_if(facts, [&](const Fact& fact) {
        return std::find(names.begin(), names.end(), fact.name) != names.end();
    });
    return facts;
}

std::string position_text(model::LatLon point) {
    constexpr int decimals = 7; // a centimetre
    return fixed_text(point.lon(), decimals) + " " + fixed_text(point.lat(), decimals);
}

std::string points_text(const geo::Path& path) {
    std::string text;
    for (const model::LatLon point : path) {
        text += (text.empty() ? "(" : ", ") + position_text(point);
    }
    return text + ")";
}

/// Source: OGC 06-103r4, section 7.2, well-known text.
std::string wkt_of(const geo::Path& line) {
    const std::vector<geo::Path> pieces = geo::split_at_antimeridian(line);
    if (pieces.size() == 1) {
        return "LINESTRING " + points_text(pieces.front());
    }
    std::string text;
    for (const geo::Path& piece : pieces) {
        text += (text.empty() ? "" : ", ") + points_text(piece);
    }
    return "MULTILINESTRING (" + text + ")";
}

std::string node_csv(const NetworkFacts& facts) {
    const auto more_of = [&](model::PlaceId place) {
        return without(facts.of(place), {"id", "part_of", "kinds"});
    };
    std::string text;
    for (const model::PlaceId id : facts.network().parts().places.ids()) {
        const model::Place& place = facts.network()[id];
        if (text.empty()) {
            text = header_of({"node_id", "name", "x_coord", "y_coord", "z_coord", "node_type",
                              "ctrl_type", "zone_id", "parent_node_id"},
                             more_of(id));
        }
        const std::vector<Fact> all = facts.of(id);
        text += line_of({place.id, place.names.en, shortest_text(place.location.lon()),
                         shortest_text(place.location.lat()), "", text_of(all, "kinds"), "", "",
                         text_of(all, "part_of")},
                        more_of(id));
    }
    return text;
}

std::string free_speed_of(const model::Link& link) {
    if (link.time.range.typical <= model::Hours{}) {
        return {};
    }
    const double speed = (link.length.range.typical / link.time.range.typical).count();
    return speed > highest_free_speed ? std::string{} : fixed_text(speed, 3);
}

std::string link_csv(const NetworkFacts& facts) {
    std::string text;
    for (const model::LinkId id : facts.network().parts().links.ids()) {
        const model::Link& link = facts.network()[id];
        const std::vector<Fact> all = facts.of(id);
        const std::vector<Fact> more = without(all, {"id", "from", "to"});
        if (text.empty()) {
            text = header_of({"link_id",      "name",        "from_node_id", "to_node_id",
                              "directed",     "geometry_id", "geometry",     "parent_link_id",
                              "dir_flag",     "length",      "grade",        "facility_type",
                              "capacity",     "free_speed",  "lanes",        "bike_facility",
                              "ped_facility", "parking",     "allowed_uses", "toll",
                              "jurisdiction", "row_width"},
                             more);
        }
        text += line_of({link.id,
                         "",
                         text_of(all, "from"),
                         text_of(all, "to"),
                         "true",
                         "",
                         wkt_of(facts.line_of(id)),
                         "",
                         "1",
                         text_of(all, "length_typical_km"),
                         "",
                         text_of(all, "mode"),
                         "",
                         free_speed_of(link),
                         "",
                         "",
                         "",
                         "",
                         "",
                         "",
                         "",
                         ""},
                        more);
    }
    return text;
}

std::string passage_csv(const model::NetworkParts& parts) {
    std::string text = csv_line({"id", "name_en", "name_zh", "lat_deg", "lon_deg"});
    for (const model::Passage& passage : parts.passages) {
        text += csv_line({passage.id, passage.names.en, passage.names.zh,
                          shortest_text(passage.location.lat()),
                          shortest_text(passage.location.lon())});
    }
    return text;
}

} // namespace

std::vector<std::pair<std::string, std::string>> gmns_files(const model::Network& network,
                                                            const std::string& title) {
    const NetworkFacts facts{network};
    return {{"config.csv", config_csv(title)},
            {"node.csv", node_csv(facts)},
            {"link.csv", link_csv(facts)},
            {"passage.csv", passage_csv(network.parts())}};
}

} // namespace landsea::io
