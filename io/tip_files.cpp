#include "io/tip_files.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/number_text.hpp"

#include <array>
#include <cmath>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Stretch;
using scenarios::Tipping;
using scenarios::TippingPoint;
using scenarios::WinnerMap;

using Row = std::vector<std::string>;

constexpr int decimals = 4;       ///< of worths: far below what any source knows
constexpr int value_decimals = 6; ///< of a parameter

Row first_titles() {
    return {"scenario_id", "comparison", "from", "to", "month", "criterion"};
}

Row first_columns(const scenarios::Question& question, const Network& network,
                  const Identity& identity) {
    const model::Query& query = question.query;
    return {identity.scenario,       question.id,
            network[query.from].id,  network[query.to].id,
            month_word(query.month), criterion_word(query.criterion)};
}

std::string id_of(const scenarios::Question& question, std::size_t alternative) {
    return question.alternatives[alternative].id;
}

std::string number(double value) {
    return fixed_text(value, decimals);
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : std::string{};
}

std::string parameter_number(double value) {
    return std::isfinite(value) ? fixed_text(value, value_decimals) : std::string{};
}

std::string all_but_first(const scenarios::Question& question,
                          const std::vector<std::size_t>& winners) {
    std::string text;
    for (std::size_t i = 1; i < winners.size(); ++i) {
        text += (i > 1 ? "|" : "") + id_of(question, winners[i]);
    }
    return text;
}

void add_band(Row& row, const TippingPoint* point) {
    if (point == nullptr || !point->band) {
        row.insert(row.end(), 3, "");
        return;
    }
    for (const double value : {point->band->p5, point->band->p50, point->band->p95}) {
        row.push_back(parameter_number(value));
    }
}

Row tipping_titles(const Tipping& tipping) {
    const std::string unit = "_" + unit_word(tipping.parameter.unit);
    const std::string worth = "_" + worth_word(tipping.question.query.criterion);
    Row titles = first_titles();
    titles.insert(titles.end(), {"parameter", "from" + unit, "to" + unit, "winner", "tied_with",
                                 "runner_up", "largest_lead" + worth, "led_most_at" + unit,
                                 "begins_p5" + unit, "begins_p50" + unit, "begins_p95" + unit});
    for (const auto& alternative : tipping.question.alternatives) {
        titles.push_back(alternative.id + "_at_from" + worth);
        titles.push_back(alternative.id + "_at_to" + worth);
    }
    return titles;
}

} // namespace

std::string unit_word(scenarios::Unit unit) {
    static constexpr std::array<const char*, 7> words{
        "hours",           "usd_per_teu",       "factor", "departures_per_week", "kg_per_tonne_km",
        "usd_per_teu_day", "usd_per_tonne_co2e"};
    return words[static_cast<std::size_t>(unit)];
}

std::string worth_word(model::Criterion criterion) {
    static constexpr std::array<const char*, 4> words{"days", "usd_per_teu", "kg_co2e_per_teu",
                                                      "usd_per_teu"};
    return words[static_cast<std::size_t>(criterion)];
}

std::string tipping_csv(const Tipping& tipping, const Network& network, const Identity& identity) {
    std::string text = csv_line(tipping_titles(tipping));
    for (std::size_t i = 0; i < tipping.stretches.size(); ++i) {
        const Stretch& stretch = tipping.stretches[i];
        Row row = first_columns(tipping.question, network, identity);
        row.insert(row.end(),
                   {tipping.parameter.text, parameter_number(stretch.from),
                    parameter_number(stretch.to), id_of(tipping.question, stretch.winners.front()),
                    all_but_first(tipping.question, stretch.winners),
                    stretch.runner_up ? id_of(tipping.question, *stretch.runner_up) : "",
                    stretch.runner_up ? number(stretch.largest_lead) : "",
                    stretch.runner_up ? parameter_number(stretch.led_most_at) : ""});
        add_band(row, i > 0 ? &tipping.points[i - 1] : nullptr);
        for (std::size_t a = 0; a < stretch.at_from.size(); ++a) {
            row.push_back(number(stretch.at_from[a]));
            row.push_back(number(stretch.at_to[a]));
        }
        text += csv_line(row);
    }
    return text;
}

std::string winner_map_csv(const WinnerMap& map, const Network& network, const Identity& identity) {
    const std::string worth = "_" + worth_word(map.question.query.criterion);
    Row titles = first_titles();
    titles.insert(titles.end(), {"a_parameter", "b_parameter", "a_" + unit_word(map.across.unit),
                                 "b_" + unit_word(map.up.unit), "winner"});
    for (const auto& alternative : map.question.alternatives) {
        titles.push_back(alternative.id + worth);
    }
    std::string text = csv_line(titles);
    for (std::size_t row = 0; row < map.up_values.size(); ++row) {
        for (std::size_t column = 0; column < map.across_values.size(); ++column) {
            const std::size_t point = map.at(column, row);
            Row fields = first_columns(map.question, network, identity);
            fields.insert(fields.end(),
                          {map.across.text, map.up.text,
                           parameter_number(map.across_values[column]),
                           parameter_number(map.up_values[row]),
                           map.winners[point] ? id_of(map.question, *map.winners[point]) : ""});
            for (const auto& worths : map.worths) {
                fields.push_back(worths.empty() ? "" : number(worths[point]));
            }
            text += csv_line(fields);
        }
    }
    return text;
}

std::string tornado_csv(const scenarios::Tornado& tornado, const Network& network,
                        const Identity& identity) {
    const std::string worth = "_" + worth_word(tornado.question.query.criterion);
    Row titles = first_titles();
    for (const std::string& title : std::vector<std::string>{
             "alternative", "against", "input", "name_en", "name_zh", "unit", "low", "high",
             "saving_at_low" + worth, "saving" + worth, "saving_at_high" + worth, "swing" + worth,
             "changes_way_at_low", "changes_way_at_high", "turns_the_answer"}) {
        titles.push_back(title);
    }
    std::string text = csv_line(titles);
    const auto truth = [](bool yes) { return yes ? "true" : "false"; };
    for (const scenarios::TornadoBar& bar : tornado.bars) {
        Row row = first_columns(tornado.question, network, identity);
        const auto value = [&](const scenarios::TornadoEnd& end) {
            return bar.unit ? parameter_number(end.value) : end.state.en;
        };
        row.insert(row.end(),
                   {id_of(tornado.question, 0), id_of(tornado.question, tornado.against), bar.id,
                    bar.names.en, bar.names.zh, bar.unit ? unit_word(*bar.unit) : "state",
                    value(bar.low), value(bar.high), number(bar.low.saving), number(tornado.saving),
                    number(bar.high.saving), number(bar.swing()), truth(bar.low.changes_way),
                    truth(bar.high.changes_way), truth(bar.turns_the_answer())});
        text += csv_line(row);
    }
    return text;
}

} // namespace landsea::io
