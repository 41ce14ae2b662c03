#include "io/criticality_files.hpp"

#include "geo/antimeridian.hpp"
#include "geo/geodesic.hpp"
#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/detail/criticality_facts.hpp"
#include "io/detail/fact.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using detail::Fact;
using model::Network;
using scenarios::Criticality;
using scenarios::CriticalityRanking;

constexpr int decimals = 4;
constexpr int degree_decimals = 5; // about a metre
constexpr model::Km drawn_every{100};

bool is_count(const Fact& fact) {
    return fact.name == "rank" || fact.name.starts_with("pairs_");
}

std::string field(const Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        return *text;
    }
    const auto* number = std::get_if<double>(&fact.value);
    return number != nullptr ? fixed_text(*number, is_count(fact) ? 0 : decimals) : std::string{};
}

void write_question(JsonText& json, const CriticalityRanking& ranking, const Identity& identity) {
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("month").text(month_word(ranking.question.query.month));
    json.key("criterion").text(criterion_word(ranking.question.query.criterion));
}

void write_ends(JsonText& json, const scenarios::OdPair& pair, const Network& network) {
    json.key("from").text(network[pair.from].id);
    json.key("to").text(network[pair.to].id);
}

void write_pairs(JsonText& json, const CriticalityRanking& ranking, const Network& network) {
    json.key("pairs").open_list();
    for (std::size_t i = 0; i < ranking.base.size(); ++i) {
        const auto& tally = ranking.base[i];
        json.open_object();
        write_ends(json, ranking.question.pairs[i], network);
        json.key("weight_teu_per_year").number(ranking.question.pairs[i].weight, decimals);
        json.key("status").text(tally ? "ok" : "no_route");
        if (tally) {
            json.key("mean_days").number(model::days(tally->time), decimals);
            json.key("mean_usd_per_teu").number(tally->money.count(), decimals);
            json.key("mean_kg_co2e_per_teu").number(tally->carbon.count(), decimals);
        }
        json.close_object();
    }
    json.close_list();
}

void write_counts(JsonText& json, const CriticalityRanking& ranking) {
    json.key("counts").open_list();
    for (const scenarios::ComponentCount& count : ranking.counts) {
        json.open_object();
        json.key("kind").text(detail::word_of(count.kind));
        json.key("in_network").integer(static_cast<std::int64_t>(count.all));
        json.key("on_best_routes").integer(static_cast<std::int64_t>(count.used));
        json.close_object();
    }
    json.close_list();
}

void write_pair_list(JsonText& json, const char* key, const std::vector<std::size_t>& pairs,
                     const CriticalityRanking& ranking, const Network& network) {
    json.key(key).open_list();
    for (const std::size_t i : pairs) {
        json.open_object();
        write_ends(json, ranking.question.pairs[i], network);
        json.close_object();
    }
    json.close_list();
}

void write_component(JsonText& json, const CriticalityRanking& ranking, std::size_t position,
                     const Network& network) {
    const Criticality& found = ranking.components[position];
    json.open_object();
    detail::write_facts(json, detail::facts_of(found, position, ranking, network), decimals);
    json.key("closed").open_list();
    for (const model::Target& target : found.component.targets) {
        json.text(model::describe(target, network));
    }
    json.close_list();
    write_pair_list(json, "cut_off", found.cut_off, ranking, network);
    write_pair_list(json, "connected", found.connected, ranking, network);
    json.close_object();
}

void write_position(JsonText& json, model::LatLon point) {
    json.open_list();
    json.number(point.lon(), degree_decimals);
    json.number(point.lat(), degree_decimals);
    json.close_list();
}

void write_lines(JsonText& json, const geo::Path& path) {
    json.key("type").text("MultiLineString");
    json.key("coordinates").open_list();
    for (const geo::Path& piece : geo::split_at_antimeridian(geo::densified(path, drawn_every))) {
        json.open_list();
        for (const model::LatLon point : piece) {
            write_position(json, point);
        }
        json.close_list();
    }
    json.close_list();
}

void write_point(JsonText& json, model::LatLon point) {
    json.key("type").text("Point");
    json.key("coordinates");
    write_position(json, point);
}

/// Writes the geometry of a component that has a place on the map.
struct Geometry {
    JsonText& json;
    const Network& network;

    void operator()(model::LinkId id) const {
        const model::Link& link = network[id];
        geo::Path path{network[link.from].location};
        path.insert(path.end(), link.shape.begin(), link.shape.end());
        path.push_back(network[link.to].location);
        write_lines(json, path);
    }

    void operator()(const model::Border& border) const {
        write_lines(json, {network[border.one].location, network[border.other].location});
    }

    void operator()(model::PlaceId id) const { write_point(json, network[id].location); }

    void operator()(model::PassageId id) const { write_point(json, network[id].location); }

    template <class Other>
    void operator()(const Other& /*has no place of its own*/) const {}
};

bool has_place(const scenarios::Component& component) {
    return component.kind != scenarios::ComponentKind::service &&
           component.kind != scenarios::ComponentKind::corridor;
}

} // namespace

std::string criticality_json(const CriticalityRanking& ranking, std::size_t most,
                             const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    write_question(json, ranking, identity);
    write_pairs(json, ranking, network);
    write_counts(json, ranking);
    json.key("components").open_list();
    for (std::size_t i = 0; i < std::min(most, ranking.components.size()); ++i) {
        write_component(json, ranking, i, network);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string criticality_csv(const CriticalityRanking& ranking, std::size_t most,
                            const Network& network, const Identity& identity) {
    const auto line = [](std::vector<std::string> fields, const std::vector<Fact>& facts,
                         auto text_of) {
        for (const Fact& fact : facts) {
            fields.push_back(text_of(fact));
        }
        return csv_line(fields);
    };
    const Criticality any{.component = {scenarios::ComponentKind::leg, {model::Mode::road}}};
    std::string text =
        line({"scenario_id", "month", "criterion"}, detail::facts_of(any, 0, ranking, network),
             [](const Fact& fact) { return fact.name; });
    for (std::size_t i = 0; i < std::min(most, ranking.components.size()); ++i) {
        text += line({identity.scenario, month_word(ranking.question.query.month),
                      criterion_word(ranking.question.query.criterion)},
                     detail::facts_of(ranking.components[i], i, ranking, network), field);
    }
    return text;
}

std::string criticality_geojson(const CriticalityRanking& ranking, std::size_t most,
                                const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("type").text("FeatureCollection");
    write_question(json, ranking, identity);
    json.key("features").open_list();
    for (std::size_t i = 0; i < std::min(most, ranking.components.size()); ++i) {
        const scenarios::Component& component = ranking.components[i].component;
        if (!has_place(component)) {
            continue;
        }
        json.open_object();
        json.key("type").text("Feature");
        json.key("geometry").open_object();
        std::visit(Geometry{json, network}, component.targets.front());
        json.close_object();
        json.key("properties").open_object();
        detail::write_facts(json, detail::facts_of(ranking.components[i], i, ranking, network),
                            decimals);
        json.close_object();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
