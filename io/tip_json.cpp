#include "io/comparison_files.hpp"
#include "io/json_text.hpp"
#include "io/tip_files.hpp"

#include <cmath>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Parameter;
using scenarios::Tipping;
using scenarios::Tornado;
using scenarios::WinnerMap;

constexpr int decimals = 4;       ///< of worths: far below what any source knows
constexpr int value_decimals = 6; ///< of a parameter

void write_question(JsonText& json, const scenarios::Question& question, const Network& network,
                    const Identity& identity) {
    const model::Query& query = question.query;
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("comparison").text(question.id);
    json.key("from").text(network[query.from].id);
    json.key("to").text(network[query.to].id);
    json.key("month").text(month_word(query.month));
    json.key("criterion").text(criterion_word(query.criterion));
}

void write_parameter(JsonText& json, std::string_view key, const Parameter& parameter) {
    const std::string unit = unit_word(parameter.unit);
    json.key(key).open_object();
    json.key("id").text(parameter.text);
    json.key("name_en").text(parameter.names.en);
    json.key("name_zh").text(parameter.names.zh);
    json.key("unit").text(unit);
    json.key("from_" + unit).number(parameter.from, value_decimals);
    json.key("to_" + unit).number(parameter.to, value_decimals);
    json.key("today_" + unit);
    if (parameter.today) {
        json.number(*parameter.today, value_decimals);
    } else {
        json.null();
    }
    json.close_object();
}

void write_alternatives(JsonText& json, const scenarios::Question& question,
                        const std::vector<std::size_t>& which) {
    json.open_list();
    for (const std::size_t alternative : which) {
        json.text(question.alternatives[alternative].id);
    }
    json.close_list();
}

void write_worths(JsonText& json, const std::string& key, const scenarios::Question& question,
                  const std::vector<std::optional<double>>& worths) {
    json.key(key + "_" + worth_word(question.query.criterion)).open_object();
    for (std::size_t a = 0; a < worths.size(); ++a) {
        json.key(question.alternatives[a].id);
        if (worths[a]) {
            json.number(*worths[a], decimals);
        } else {
            json.null();
        }
    }
    json.close_object();
}

void write_value(JsonText& json, const std::string& key, const Parameter& parameter, double value) {
    json.key(key + "_" + unit_word(parameter.unit));
    if (std::isfinite(value)) {
        json.number(value, value_decimals);
    } else {
        json.null();
    }
}

void write_stretch(JsonText& json, const Tipping& tipping, const scenarios::Stretch& stretch) {
    const scenarios::Question& question = tipping.question;
    json.open_object();
    write_value(json, "from", tipping.parameter, stretch.from);
    write_value(json, "to", tipping.parameter, stretch.to);
    write_alternatives(json.key("winners"), question, stretch.winners);
    if (stretch.runner_up) {
        json.key("runner_up").text(question.alternatives[*stretch.runner_up].id);
        json.key("largest_lead_" + worth_word(question.query.criterion))
            .number(stretch.largest_lead, decimals);
        write_value(json, "led_most_at", tipping.parameter, stretch.led_most_at);
    }
    write_worths(json, "at_from", question, stretch.at_from);
    write_worths(json, "at_to", question, stretch.at_to);
    json.close_object();
}

void write_point(JsonText& json, const Tipping& tipping, const scenarios::TippingPoint& point) {
    const auto& alternatives = tipping.question.alternatives;
    json.open_object();
    write_value(json, "at", tipping.parameter, point.at);
    json.key("before").text(alternatives[point.before].id);
    json.key("after").text(alternatives[point.after].id);
    if (point.band) {
        write_value(json, "p5", tipping.parameter, point.band->p5);
        write_value(json, "p50", tipping.parameter, point.band->p50);
        write_value(json, "p95", tipping.parameter, point.band->p95);
    }
    json.close_object();
}

void write_today(JsonText& json, const Tipping& tipping) {
    json.key("today").open_list();
    for (std::size_t a = 0; a < tipping.today.size(); ++a) {
        const scenarios::Standpoint& today = tipping.today[a];
        json.open_object();
        json.key("alternative").text(tipping.question.alternatives[a].id);
        json.key("mean_" + worth_word(tipping.question.query.criterion));
        if (today.worth) {
            json.number(*today.worth, decimals);
        } else {
            json.null();
        }
        json.key("is_best").truth(tipping.wins_now == a);
        json.key("share_of_draws_best").number(today.wins.value, value_decimals);
        json.key("standard_error").number(today.wins.standard_error, value_decimals);
        json.key("routes_in_range").integer(static_cast<std::int64_t>(tipping.routes[a]));
        json.close_object();
    }
    json.close_list();
}

void write_end(JsonText& json, const std::string& key, const Tornado& tornado,
               const scenarios::TornadoBar& bar, const scenarios::TornadoEnd& end) {
    json.key(key).open_object();
    if (bar.unit) {
        json.key("value_" + unit_word(*bar.unit)).number(end.value, value_decimals);
    } else {
        json.key("state_en").text(end.state.en);
        json.key("state_zh").text(end.state.zh);
    }
    json.key("saving_" + worth_word(tornado.question.query.criterion)).number(end.saving, decimals);
    json.key("changes_way").truth(end.changes_way);
    json.close_object();
}

void write_bar(JsonText& json, const Tornado& tornado, const scenarios::TornadoBar& bar) {
    json.open_object();
    json.key("id").text(bar.id);
    json.key("name_en").text(bar.names.en);
    json.key("name_zh").text(bar.names.zh);
    write_end(json, "low", tornado, bar, bar.low);
    write_end(json, "high", tornado, bar, bar.high);
    json.key("swing_" + worth_word(tornado.question.query.criterion)).number(bar.swing(), decimals);
    json.key("turns_the_answer").truth(bar.turns_the_answer());
    json.close_object();
}

void write_numbers(JsonText& json, const std::string& key, const std::vector<double>& numbers,
                   int digits) {
    json.key(key).open_list();
    for (const double value : numbers) {
        json.number(value, digits);
    }
    json.close_list();
}

} // namespace

std::string tipping_json(const Tipping& tipping, const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    write_question(json, tipping.question, network, identity);
    json.key("seed").integer(static_cast<std::int64_t>(tipping.plan.seed));
    json.key("draws").integer(tipping.plan.draws);
    write_parameter(json, "parameter", tipping.parameter);
    json.key("parameter_matters").truth(tipping.touches);
    write_today(json, tipping);
    json.key("stretches").open_list();
    for (const scenarios::Stretch& stretch : tipping.stretches) {
        write_stretch(json, tipping, stretch);
    }
    json.close_list();
    json.key("tipping_points").open_list();
    for (const scenarios::TippingPoint& point : tipping.points) {
        write_point(json, tipping, point);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

std::string winner_map_json(const WinnerMap& map, const Network& network,
                            const Identity& identity) {
    JsonText json;
    json.open_object();
    write_question(json, map.question, network, identity);
    write_parameter(json, "a", map.across);
    write_parameter(json, "b", map.up);
    json.key("wins_today");
    if (map.wins_now) {
        json.text(map.question.alternatives[*map.wins_now].id);
    } else {
        json.null();
    }
    write_numbers(json, "a_" + unit_word(map.across.unit), map.across_values, value_decimals);
    write_numbers(json, "b_" + unit_word(map.up.unit), map.up_values, value_decimals);
    json.key("winners_by_b_then_a").open_list();
    for (const auto& winner : map.winners) {
        if (winner) {
            json.text(map.question.alternatives[*winner].id);
        } else {
            json.null();
        }
    }
    json.close_list();
    json.key("means_by_b_then_a_" + worth_word(map.question.query.criterion)).open_object();
    for (std::size_t a = 0; a < map.worths.size(); ++a) {
        write_numbers(json, map.question.alternatives[a].id, map.worths[a], decimals);
    }
    json.close_object();
    json.close_object();
    return std::move(json).result();
}

std::string tornado_json(const Tornado& tornado, const Network& network, const Identity& identity) {
    JsonText json;
    json.open_object();
    write_question(json, tornado.question, network, identity);
    json.key("alternative").text(tornado.question.alternatives.front().id);
    json.key("against").text(tornado.question.alternatives[tornado.against].id);
    json.key("moved_by_share");
    if (tornado.rule.share) {
        json.number(*tornado.rule.share);
    } else {
        json.null();
    }
    json.key("saving_" + worth_word(tornado.question.query.criterion));
    if (tornado.saving) {
        json.number(*tornado.saving, decimals);
    } else {
        json.null();
    }
    json.key("inputs").open_list();
    for (const scenarios::TornadoBar& bar : tornado.bars) {
        write_bar(json, tornado, bar);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
