#include "io/corridor_list.hpp"
#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

#include <array>

namespace landsea::io {

namespace {

using model::Network;
using model::Service;

constexpr std::array<const char*, 3> state_words{"open", "planned", "suspended"};

std::string state_word(const model::Standing& standing) {
    return state_words[static_cast<std::size_t>(standing.state)];
}

std::string joined_ids(const std::vector<model::PlaceId>& places, const Network& network) {
    std::string text;
    for (const model::PlaceId place : places) {
        text += (text.empty() ? "" : "|") + network[place].id;
    }
    return text;
}

std::vector<std::string> service_fields(const Service& service, const Network& network) {
    const auto stops = stops_of(service, network);
    const model::Means& means = network[service.means];
    const model::Standing standing = standing_of(service, network);
    std::vector<std::string> fields{service.id,
                                    service.names.en,
                                    service.names.zh,
                                    means.id,
                                    std::string{name_of(means.mode)},
                                    network[stops.front()].id,
                                    network[stops.back()].id,
                                    joined_ids(stops, network)};
    for (const double model::Range<double>::*end :
         {&model::Range<double>::low, &model::Range<double>::typical,
          &model::Range<double>::high}) {
        fields.push_back(service.departures_per_week
                             ? fixed_text(service.departures_per_week->range.*end, 4)
                             : std::string{});
    }
    fields.push_back(fixed_text(length_of(service, network).count(), 4));
    fields.push_back(state_word(standing));
    fields.push_back(standing.opens);
    fields.push_back(standing.why);
    return fields;
}

void write_names(JsonText& json, const char* key, const model::Names& names) {
    json.key(key).open_object();
    json.key("en").text(names.en);
    json.key("zh").text(names.zh);
    if (!names.ru.empty()) {
        json.key("ru").text(names.ru);
    }
    json.close_object();
}

void write_standing(JsonText& json, const model::Standing& standing) {
    json.key("standing").text(state_word(standing));
    if (!standing.opens.empty()) {
        json.key("opens").text(standing.opens);
    }
    if (!standing.why.empty()) {
        json.key("why").text(standing.why);
    }
}

void write_service(JsonText& json, const Service& service, const Network& network) {
    json.open_object();
    json.key("id").text(service.id);
    write_names(json, "names", service.names);
    json.key("means").text(network[service.means].id);
    json.key("mode").text(name_of(network[service.means].mode));
    json.key("stops").open_list();
    for (const model::PlaceId place : stops_of(service, network)) {
        json.text(network[place].id);
    }
    json.close_list();
    json.key("departures_per_week");
    if (service.departures_per_week) {
        const auto& range = service.departures_per_week->range;
        json.open_object();
        json.key("low").number(range.low);
        json.key("typical").number(range.typical);
        json.key("high").number(range.high);
        json.close_object();
    } else {
        json.null();
    }
    json.key("length_km").number(length_of(service, network).count(), 4);
    write_standing(json, standing_of(service, network));
    json.close_object();
}

} // namespace

std::string corridor_csv(const std::vector<model::CorridorId>& corridors, const Network& network) {
    std::string text =
        csv_line({"corridor", "corridor_name_en", "corridor_name_zh", "service", "service_name_en",
                  "service_name_zh", "means", "mode", "from", "to", "stops",
                  "departures_low_per_week", "departures_typical_per_week",
                  "departures_high_per_week", "length_km", "standing", "opens", "why"});
    constexpr std::size_t columns = 18;
    for (const model::CorridorId id : corridors) {
        const std::vector<std::string> corridor{network[id].id, network[id].names.en,
                                                network[id].names.zh};
        const auto services = services_of(id, network);
        for (const model::ServiceId service : services) {
            std::vector<std::string> row = corridor;
            const auto fields = service_fields(network[service], network);
            row.insert(row.end(), fields.begin(), fields.end());
            text += csv_line(row);
        }
        if (services.empty()) {
            std::vector<std::string> row = corridor;
            row.resize(columns);
            text += csv_line(row);
        }
    }
    return text;
}

std::string corridor_json(const std::vector<model::CorridorId>& corridors, const Network& network,
                          const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("corridors").open_list();
    for (const model::CorridorId id : corridors) {
        json.open_object();
        json.key("id").text(network[id].id);
        write_names(json, "names", network[id].names);
        write_names(json, "story", network[id].story);
        json.key("services").open_list();
        for (const model::ServiceId service : services_of(id, network)) {
            write_service(json, network[service], network);
        }
        json.close_list();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
