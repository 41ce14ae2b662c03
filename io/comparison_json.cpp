#include "io/comparison_files.hpp"
#include "io/detail/comparison_parts.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"
#include "scenarios/step_names.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Answer;
using scenarios::AnswerStep;
using scenarios::Spread;

constexpr int decimals = 4; ///< of hours, USD and kg: far below what any source knows

void write_spread(JsonText& json, const std::string& key, const Spread& spread, double divisor) {
    json.key(key).open_object();
    json.key("p5").number(spread.p5 / divisor, decimals);
    json.key("p50").number(spread.p50 / divisor, decimals);
    json.key("p95").number(spread.p95 / divisor, decimals);
    json.key("mean").number(spread.mean / divisor, decimals);
    json.key("standard_deviation").number(spread.standard_deviation / divisor, decimals);
    json.close_object();
}

void write_probability(JsonText& json, const std::string& key,
                       const scenarios::Probability& probability) {
    json.key(key).open_object();
    json.key("value").number(probability.value, 6);
    json.key("standard_error").number(probability.standard_error, 6);
    json.close_object();
}

std::string step_word(const model::Step& step, const Network& network) {
    if (std::holds_alternative<model::Haul>(step.what)) {
        return "haul";
    }
    if (const auto* work = std::get_if<model::Work>(&step.what)) {
        return std::string{word_for(operation_kind_words, network[work->operation].kind)};
    }
    return "wait";
}

void write_step(JsonText& json, const AnswerStep& step, const Network& network) {
    json.open_object();
    json.key("kind").text(step_word(step.step, network));
    json.key("place").text(network[step.step.place].id);
    if (const auto* haul = std::get_if<model::Haul>(&step.step.what)) {
        json.key("to").text(network[network[haul->link].to].id);
        json.key("link").text(network[haul->link].id);
        json.key("service").text(network[haul->service].id);
    } else if (const auto* work = std::get_if<model::Work>(&step.step.what)) {
        json.key("operation").text(network[work->operation].id);
    } else {
        json.key("service").text(network[std::get<model::Wait>(step.step.what).service].id);
    }
    json.key("grade").text(word_for(grade_words, step.grade));
    detail::write_tally(json, "low", step.low);
    detail::write_tally(json, "typical", step.typical);
    detail::write_tally(json, "high", step.high);
    detail::write_tally(json, "mean", step.mean);
    json.key("share_of_time").number(step.share_of_time, 6);
    json.key("share_of_spread").number(step.share_of_spread, 6);
    json.close_object();
}

void write_saving(JsonText& json, const scenarios::Saving& saving,
                  const scenarios::Comparison& comparison) {
    json.open_object();
    json.key("of").text(comparison.answers.front().alternative.id);
    json.key("against").text(comparison.answers[saving.against].alternative.id);
    write_spread(json, "time_days", saving.hours, model::hours_per_day);
    write_spread(json, "money_usd", saving.usd, 1.0);
    write_spread(json, "carbon_kg_co2e", saving.kg_co2e, 1.0);
    json.key("standard_error_of_mean_days")
        .number(saving.standard_error_hours / model::hours_per_day, 6);
    write_probability(json, "probability_faster", saving.faster);
    write_probability(json, "probability_cheaper", saving.cheaper);
    json.key("probability_saves_more_than").open_list();
    for (std::size_t i = 0; i < saving.above.size(); ++i) {
        json.open_object();
        json.key("bound_days").number(model::days(comparison.question.bounds[i]));
        json.key("value").number(saving.above[i].value, 6);
        json.key("standard_error").number(saving.above[i].standard_error, 6);
        json.close_object();
    }
    json.close_list();
    json.close_object();
}

} // namespace

namespace detail {

void write_tally(JsonText& json, const std::string& key, const model::Tally& tally) {
    json.key(key).open_object();
    json.key("length_km").number(tally.length.count(), decimals);
    json.key("time_h").number(tally.time.count(), decimals);
    json.key("money_usd").number(tally.money.count(), decimals);
    json.key("carbon_kg_co2e").number(tally.carbon.count(), decimals);
    json.close_object();
}

void write_answer(JsonText& json, const Answer& answer, const Network& network) {
    json.key("alternative").text(answer.alternative.id);
    json.key("name").text(answer.alternative.names.en);
    json.key("status").text(answer.has_route() ? "ok" : "no_route");
    if (answer.has_route()) {
        write_spread(json, "time_days", answer.hours, model::hours_per_day);
        write_spread(json, "money_usd", answer.usd, 1.0);
        write_spread(json, "carbon_kg_co2e", answer.kg_co2e, 1.0);
        write_spread(json, "generalised_cost_usd", answer.generalised_usd, 1.0);
        write_tally(json, "typical", answer.typical);
        write_tally(json, "mean", answer.mean);
        json.key("share_of_typical_days").open_object();
        for (const auto& [word, grade] : grade_words) {
            json.key(word).number(answer.days_by_grade[static_cast<std::size_t>(grade)], 6);
        }
        json.close_object();
        json.key("steps").open_list();
        for (const AnswerStep& step : answer.steps) {
            write_step(json, step, network);
        }
        json.close_list();
    }
}

void write_query(JsonText& json, const model::Query& query, const Network& network) {
    json.key("query").open_object();
    json.key("from").text(network[query.from].id);
    json.key("to").text(network[query.to].id);
    json.key("month").text(month_word(query.month));
    json.key("criterion").text(criterion_word(query.criterion));
    json.key("shipment_teu").number(query.shipment.size.count());
    json.key("weight_t_per_teu").number(query.shipment.weight.count());
    json.key("value_usd_per_teu").number(query.shipment.value.count());
    json.key("cargo").text(name_of(query.shipment.kind));
    json.key("value_of_time_usd_per_teu_day")
        .number(query.prices.time.count() * model::hours_per_day, 6);
    json.key("carbon_price_usd_per_t").number(query.prices.carbon.count() * 1000.0, 6);
    json.key("via").open_list();
    for (const model::Target& target : query.constraints.via) {
        json.text(model::describe(target, network));
    }
    json.close_list();
    json.key("avoid").open_list();
    for (const model::Target& target : query.constraints.avoid) {
        json.text(model::describe(target, network));
    }
    json.close_list();
    json.close_object();
}

} // namespace detail

std::string month_word(model::Month month) {
    return month.is_whole_year() ? "all" : std::to_string(month.number);
}

std::string criterion_word(model::Criterion criterion) {
    switch (criterion) {
    case model::Criterion::time:
        return "time";
    case model::Criterion::money:
        return "money";
    case model::Criterion::carbon:
        return "carbon";
    case model::Criterion::generalised:
        break;
    }
    return "generalised";
}

std::string comparison_json(const scenarios::Comparison& comparison, const Network& network,
                            const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("schema_version").integer(1);
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("scenario_id").text(identity.scenario);
    json.key("comparison").text(comparison.question.id);
    json.key("seed").integer(static_cast<std::int64_t>(comparison.plan.seed));
    json.key("draws").integer(comparison.plan.draws);
    detail::write_query(json, comparison.question.query, network);
    json.key("alternatives").open_list();
    for (const Answer& answer : comparison.answers) {
        json.open_object();
        detail::write_answer(json, answer, network);
        json.close_object();
    }
    json.close_list();
    json.key("savings").open_list();
    for (const scenarios::Saving& saving : comparison.savings) {
        write_saving(json, saving, comparison);
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
