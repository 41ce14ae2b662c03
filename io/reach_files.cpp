#include "io/reach_files.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/detail/geo_json.hpp"
#include "io/detail/reach_facts.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"

#include <vector>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Reach;
using scenarios::ReachCount;
using scenarios::ReachedPlace;

constexpr int decimals = 4;

using detail::Fact;
using detail::ReachFacts;

std::string field(const Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        return *text;
    }
    const auto* number = std::get_if<double>(&fact.value);
    return number != nullptr ? fixed_text(*number, decimals) : std::string{};
}

void write_count(JsonText& json, const std::string& prefix, const ReachCount& count) {
    json.key(prefix + "places").integer(count.places);
    json.key(prefix + "ports").integer(count.ports);
    json.key(prefix + "countries").integer(count.countries);
    json.key(prefix + "countries_of_ports").integer(count.countries_of_ports);
}

void write_limit(JsonText& json, const scenarios::ReachLimit& within) {
    if (const auto* time = std::get_if<model::Hours>(&within)) {
        json.key("within_days").number(model::days(*time));
    } else if (const auto* money = std::get_if<model::UsdPerTeu>(&within)) {
        json.key("within_usd_per_teu").number(money->count());
    } else {
        json.key("within_kg_co2e_per_teu").number(std::get<model::KgCo2ePerTeu>(within).count());
    }
}

void write_question(JsonText& json, const Reach& reach, const Network& network,
                    const Identity& identity) {
    const scenarios::ReachQuestion& question = reach.question;
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("from").text(network[question.query.from].id);
    json.key("month").text(month_word(question.query.month));
    json.key("criterion").text(criterion_word(question.query.criterion));
    json.key("kinds").open_list();
    for (const model::PlaceKind kind : question.kinds) {
        json.text(word_for(place_kind_words, kind));
    }
    json.close_list();
    if (question.within) {
        write_limit(json, *question.within);
    }
    if (question.only) {
        json.key("only_corridor").text(network[*question.only].id);
    }
}

void write_counts(JsonText& json, const Reach& reach, const Network& network) {
    json.key("reached").open_object();
    write_count(json, "", reach.all);
    json.close_object();
    json.key("by_mean_days").open_list();
    for (const scenarios::ReachBand& band : reach.bands) {
        json.open_object();
        json.key("within_days").number(model::days(band.within));
        write_count(json, "", band.count);
        json.close_object();
    }
    json.close_list();
    json.key("by_corridor").open_list();
    for (const scenarios::CorridorReach& corridor : reach.corridors) {
        json.open_object();
        json.key("corridor").text(network[corridor.corridor].id);
        json.key("name_en").text(network[corridor.corridor].names.en);
        json.key("name_zh").text(network[corridor.corridor].names.zh);
        write_count(json, "wins_", corridor.wins);
        write_count(json, "reaches_", corridor.reaches);
        json.close_object();
    }
    json.close_list();
}

} // namespace

std::string reach_json(const Reach& reach, const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    write_question(json, reach, network, identity);
    write_counts(json, reach, network);
    json.key("places").open_list();
    ReachFacts facts{reach, network};
    for (const ReachedPlace& reached : reach.places) {
        json.open_object();
        detail::write_facts(json, facts.of(reached), decimals);
        json.close_object();
    }
    json.close_list();
    json.key("out_of_reach").open_list();
    for (const model::PlaceId place : reach.out_of_reach) {
        json.text(network[place].id);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string reach_csv(const Reach& reach, const Network& network, const Identity& identity) {
    ReachFacts facts{reach, network};
    const auto line = [](const std::vector<Fact>& columns, std::vector<std::string> fields,
                         auto text_of) {
        for (const Fact& column : columns) {
            fields.push_back(text_of(column));
        }
        return csv_line(fields);
    };
    const std::vector<Fact> titles = facts.of({.place = reach.question.query.from});
    std::string text =
        line(titles, {"scenario_id", "from", "month"}, [](const Fact& fact) { return fact.name; });
    const model::Query& query = reach.question.query;
    for (const ReachedPlace& reached : reach.places) {
        text += line(facts.of(reached),
                     {identity.scenario, network[query.from].id, month_word(query.month)}, field);
    }
    return text;
}

std::string reach_geojson(const Reach& reach, const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("type").text("FeatureCollection");
    write_question(json, reach, network, identity);
    json.key("features").open_list();
    ReachFacts facts{reach, network};
    for (const ReachedPlace& reached : reach.places) {
        const model::Place& place = network[reached.place];
        json.open_object();
        json.key("type").text("Feature");
        json.key("id").text(place.id);
        detail::write_point(json, place.location);
        json.key("properties").open_object();
        detail::write_facts(json, facts.of(reached), decimals);
        json.close_object();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
