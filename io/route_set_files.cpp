#include "io/route_set_files.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/detail/comparison_parts.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::AlternativesAsked;
using scenarios::ParetoAsked;
using scenarios::RouteSet;
using scenarios::Spread;

void write_asked(JsonText& json, const RouteSet& set) {
    if (const auto* asked = std::get_if<AlternativesAsked>(&set.asked)) {
        json.key("kind").text("alternatives");
        json.key("asked_for").integer(static_cast<std::int64_t>(asked->settings.count));
        json.key("most_shared_share").number(asked->settings.most_shared, 6);
    } else {
        const auto& pareto = std::get<ParetoAsked>(set.asked);
        json.key("kind").text("pareto");
        json.key("objectives").open_list();
        for (const model::Objective objective : pareto.objectives) {
            json.text(name_of(objective));
        }
        json.close_list();
        json.key("epsilon").number(pareto.settings.epsilon, 6);
    }
    json.key("search").text(search_word(set));
}

void write_route(JsonText& json, const RouteSet& set, std::size_t i, const Network& network) {
    const scenarios::RouteTraits& traits = set.traits[i];
    json.open_object();
    detail::write_answer(json, set.comparison.answers[i], network);
    json.key("transfers").integer(static_cast<std::int64_t>(traits.transfers));
    json.key("shared_with_first_share").number(traits.shared_with_first, 6);
    json.key("most_shared_share").number(traits.most_shared, 6);
    json.key("ridden").open_list();
    for (const model::ServiceId service : traits.ridden) {
        json.text(network[service].id);
    }
    json.close_list();
    json.close_object();
}

void add_numbers(std::vector<std::string>& row, std::initializer_list<double> numbers) {
    for (const double number : numbers) {
        row.push_back(fixed_text(number, 4));
    }
}

void add_spread(std::vector<std::string>& row, const Spread& spread, double divisor) {
    add_numbers(row, {spread.p5 / divisor, spread.p50 / divisor, spread.p95 / divisor});
}

void add_route(std::vector<std::string>& row, const RouteSet& set, std::size_t i,
               const Network& network) {
    const scenarios::Answer& answer = set.comparison.answers[i];
    const scenarios::RouteTraits& traits = set.traits[i];
    row.insert(row.end(), {answer.alternative.id, "ok"});
    add_numbers(row, {model::days(answer.mean.time)});
    add_spread(row, answer.hours, model::hours_per_day);
    add_numbers(row, {answer.mean.money.count()});
    add_spread(row, answer.usd, 1.0);
    add_numbers(row, {answer.mean.carbon.count()});
    add_spread(row, answer.kg_co2e, 1.0);
    row.push_back(std::to_string(traits.transfers));
    add_numbers(row, {answer.typical.length.count(), traits.shared_with_first, traits.most_shared});
    row.push_back(scenarios::ridden_text(traits, network, model::Language::en));
}

} // namespace

std::string chosen_by(const RouteSet& set) {
    const auto* pareto = std::get_if<ParetoAsked>(&set.asked);
    if (pareto == nullptr) {
        return criterion_word(set.comparison.question.query.criterion);
    }
    std::string words;
    for (const model::Objective objective : pareto->objectives) {
        words += (words.empty() ? "" : "+") + std::string{name_of(objective)};
    }
    return words;
}

std::string search_word(const RouteSet& set) {
    if (const auto* pareto = std::get_if<ParetoAsked>(&set.asked)) {
        return pareto->search == model::ParetoFront::Search::finished ? "complete" : "gave_up";
    }
    switch (std::get<AlternativesAsked>(set.asked).search) {
    case model::AlternativeRoutes::Search::found_all:
        return "complete";
    case model::AlternativeRoutes::Search::no_more:
        return "no_more";
    case model::AlternativeRoutes::Search::gave_up:
        break;
    }
    return "gave_up";
}

std::string route_set_json(const RouteSet& set, const Network& network, const Identity& identity) {
    const scenarios::Comparison& comparison = set.comparison;
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("seed").integer(static_cast<std::int64_t>(comparison.plan.seed));
    json.key("draws").integer(comparison.plan.draws);
    detail::write_query(json, comparison.question.query, network);
    write_asked(json, set);
    json.key("alternatives").open_list();
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        write_route(json, set, i, network);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string route_set_csv(const RouteSet& set, const Network& network, const Identity& identity) {
    const model::Query& query = set.comparison.question.query;
    const std::vector<std::string> titles{"scenario_id",
                                          "from",
                                          "to",
                                          "month",
                                          "chosen_by",
                                          "search",
                                          "alternative",
                                          "status",
                                          "time_mean_days",
                                          "time_p5_days",
                                          "time_p50_days",
                                          "time_p95_days",
                                          "money_mean_usd",
                                          "money_p5_usd",
                                          "money_p50_usd",
                                          "money_p95_usd",
                                          "carbon_mean_kg_co2e",
                                          "carbon_p5_kg_co2e",
                                          "carbon_p50_kg_co2e",
                                          "carbon_p95_kg_co2e",
                                          "transfers",
                                          "length_km",
                                          "shared_with_first_share",
                                          "most_shared_share",
                                          "ridden"};
    const std::vector<std::string> first{identity.scenario,    network[query.from].id,
                                         network[query.to].id, month_word(query.month),
                                         chosen_by(set),       search_word(set)};
    std::string text = csv_line(titles);
    for (std::size_t i = 0; i < set.comparison.answers.size(); ++i) {
        std::vector<std::string> row = first;
        add_route(row, set, i, network);
        text += csv_line(row);
    }
    if (set.comparison.answers.empty()) {
        std::vector<std::string> row = first;
        row.insert(row.end(), {"", "no_route"});
        row.resize(titles.size());
        text += csv_line(row);
    }
    return text;
}

} // namespace landsea::io
