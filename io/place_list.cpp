#include "io/place_list.hpp"

#include "io/csv.hpp"
#include "io/detail/fact.hpp"
#include "io/detail/geo_json.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"

namespace landsea::io {

namespace {

using model::Network;
using model::Place;
using model::PlaceId;

using detail::joined;
using detail::write_list;
constexpr int degree_decimals = detail::drawn_degree_decimals;

std::vector<std::string> kinds_of(const Place& place) {
    std::vector<std::string> kinds;
    for (const model::PlaceKind kind : place.kinds) {
        kinds.emplace_back(word_for(place_kind_words, kind));
    }
    return kinds;
}

std::string city_of(const Place& place, const Network& network) {
    return place.part_of ? network[*place.part_of].id : std::string{};
}

void write_optional(JsonText& json, const char* key, const std::string& text) {
    json.key(key);
    if (text.empty()) {
        json.null();
    } else {
        json.text(text);
    }
}

/// Everything about a place but its position.
void write_facts(JsonText& json, const Place& place, const Network& network) {
    json.key("id").text(place.id);
    write_optional(json, "unlocode", place.unlocode);
    json.key("name_en").text(place.names.en);
    json.key("name_zh").text(place.names.zh);
    write_optional(json, "name_ru", place.names.ru);
    write_optional(json, "name_local", place.local_name);
    json.key("country").text(place.country);
    write_list(json, "kinds", kinds_of(place));
    write_optional(json, "part_of", city_of(place, network));
    write_list(json, "aliases", place.aliases);
    json.key("position_grade").text(word_for(grade_words, place.evidence.grade));
}

void write_identity(JsonText& json, const Identity& identity) {
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
}

} // namespace

std::string place_table(const std::vector<PlaceId>& places, const Network& network,
                        const Identity& identity, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    TextTable table{{{say({"id", "代码", ""})},
                     {"UN/LOCODE"},
                     {"English"},
                     {"中文"},
                     {"по-русски"},
                     {say({"local", "当地名称", ""})},
                     {say({"country", "国家", ""})},
                     {say({"lat °", "纬度 °", ""}), Align::right},
                     {say({"lon °", "经度 °", ""}), Align::right},
                     {say({"kinds", "类型", ""})},
                     {say({"part of", "所属", ""})}}};
    for (const PlaceId id : places) {
        const Place& place = network[id];
        table.row({place.id, place.unlocode, place.names.en, place.names.zh, place.names.ru,
                   place.local_name, place.country, fixed_text(place.location.lat(), 2),
                   fixed_text(place.location.lon(), 2), joined(kinds_of(place), ", "),
                   city_of(place, network)});
    }
    return table.text(presentation.colour) + "\n" +
           integer_text(static_cast<std::int64_t>(places.size()), Grouping::comma) +
           say({places.size() == 1 ? " place" : " places", " 个地点", ""}) + " · " +
           identity.program + " · data " + identity.data_hash + "\n";
}

std::string place_csv(const std::vector<PlaceId>& places, const Network& network) {
    std::string text =
        csv_line({"id", "unlocode", "name_en", "name_zh", "name_ru", "name_local", "country",
                  "lat_deg", "lon_deg", "kinds", "part_of", "aliases", "position_grade"});
    for (const PlaceId id : places) {
        const Place& place = network[id];
        text += csv_line(
            {place.id, place.unlocode, place.names.en, place.names.zh, place.names.ru,
             place.local_name, place.country, fixed_text(place.location.lat(), degree_decimals),
             fixed_text(place.location.lon(), degree_decimals), joined(kinds_of(place), "|"),
             city_of(place, network), joined(place.aliases, "|"),
             std::string{word_for(grade_words, place.evidence.grade)}});
    }
    return text;
}

std::string place_json(const std::vector<PlaceId>& places, const Network& network,
                       const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    write_identity(json, identity);
    json.key("places").open_list();
    for (const PlaceId id : places) {
        const Place& place = network[id];
        json.open_object();
        write_facts(json, place, network);
        json.key("lat_deg").number(place.location.lat(), degree_decimals);
        json.key("lon_deg").number(place.location.lon(), degree_decimals);
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string place_geojson(const std::vector<PlaceId>& places, const Network& network,
                          const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("type").text("FeatureCollection");
    write_identity(json, identity);
    json.key("features").open_list();
    for (const PlaceId id : places) {
        const Place& place = network[id];
        json.open_object();
        json.key("type").text("Feature");
        json.key("id").text(place.id);
        detail::write_point(json, place.location);
        json.key("properties").open_object();
        write_facts(json, place, network);
        json.close_object();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
