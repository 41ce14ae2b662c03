#include "io/detail/geo_json.hpp"
#include "io/detail/network_facts.hpp"
#include "io/network_exports.hpp"

namespace landsea::io {

namespace {

constexpr int degree_decimals = 7; // a centimetre

/// A collection whose features `write` adds.
template <class Write>
std::string collection(const Identity& identity, const char* content, Write write) {
    JsonText json;
    json.open_object();
    json.key("type").text("FeatureCollection");
    json.key("content").text(content);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("features").open_list();
    write(json);
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

/// A feature whose geometry and properties are written by the caller.
template <class Geometry>
void write_feature(JsonText& json, const std::string& id, const std::vector<detail::Fact>& facts,
                   Geometry geometry) {
    json.open_object();
    json.key("type").text("Feature");
    json.key("id").text(id);
    geometry();
    json.key("properties").open_object();
    detail::write_facts(json, facts, detail::figure_decimals);
    json.close_object();
    json.close_object();
}

} // namespace

std::string network_places_geojson(const model::Network& network, const Identity& identity) {
    const detail::NetworkFacts facts{network};
    return collection(identity, "places", [&](JsonText& json) {
        for (const model::PlaceId id : network.parts().places.ids()) {
            write_feature(json, network[id].id, facts.of(id), [&] {
                detail::write_point(json, network[id].location, degree_decimals);
            });
        }
    });
}

std::string network_links_geojson(const model::Network& network, const Identity& identity) {
    const detail::NetworkFacts facts{network};
    return collection(identity, "links", [&](JsonText& json) {
        for (const model::LinkId id : network.parts().links.ids()) {
            write_feature(json, network[id].id, facts.of(id),
                          [&] { detail::write_line(json, facts.line_of(id), degree_decimals); });
        }
    });
}

std::string network_passages_geojson(const model::Network& network, const Identity& identity) {
    return collection(identity, "passages", [&](JsonText& json) {
        for (const model::Passage& passage : network.parts().passages) {
            write_feature(
                json, passage.id,
                {{"id", passage.id}, {"name_en", passage.names.en}, {"name_zh", passage.names.zh}},
                [&] { detail::write_point(json, passage.location, degree_decimals); });
        }
    });
}

} // namespace landsea::io
