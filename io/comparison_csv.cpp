#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/number_text.hpp"
#include "io/words.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Answer;
using scenarios::Comparison;
using scenarios::Spread;

using Row = std::vector<std::string>;

void add_numbers(Row& row, std::initializer_list<double> numbers) {
    for (const double number : numbers) {
        row.push_back(fixed_text(number, 4));
    }
}

void add_spread(Row& row, const Spread& spread, double divisor) {
    add_numbers(row, {spread.p5 / divisor, spread.p50 / divisor, spread.p95 / divisor});
}

Row first_columns(const Comparison& comparison, const Network& network, const Identity& identity,
                  const Answer& answer) {
    const model::Query& query = comparison.question.query;
    return {identity.scenario,    comparison.question.id,  network[query.from].id,
            network[query.to].id, month_word(query.month), answer.alternative.id};
}

Row first_titles() {
    return {"scenario_id", "comparison", "from", "to", "month", "alternative"};
}

void add_saving(Row& row, const Comparison& comparison, const scenarios::Saving& saving) {
    add_spread(row, saving.hours, model::hours_per_day);
    add_numbers(row, {saving.faster.value});
    for (const auto& above : saving.above) {
        add_numbers(row, {above.value});
    }
    add_numbers(row, {saving.usd.p50});
    row.push_back(comparison.answers.front().alternative.id);
}

} // namespace

std::string comparison_csv(const Comparison& comparison, const Network& network,
                           const Identity& identity) {
    Row titles = first_titles();
    for (const char* title : {"status",
                              "time_p5_days",
                              "time_p50_days",
                              "time_p95_days",
                              "time_typical_days",
                              "time_mean_days",
                              "money_p5_usd",
                              "money_p50_usd",
                              "money_p95_usd",
                              "carbon_p5_kg_co2e",
                              "carbon_p50_kg_co2e",
                              "carbon_p95_kg_co2e",
                              "length_km",
                              "share_published",
                              "share_derived",
                              "share_assumed",
                              "saved_p5_days",
                              "saved_p50_days",
                              "saved_p95_days",
                              "probability_faster"}) {
        titles.emplace_back(title);
    }
    for (const model::Hours bound : comparison.question.bounds) {
        titles.push_back("probability_over_" + shortest_text(model::days(bound)) + "_days");
    }
    titles.emplace_back("saved_p50_usd");
    titles.emplace_back("saved_by");
    std::string text = csv_line(titles);
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        const Answer& answer = comparison.answers[i];
        Row row = first_columns(comparison, network, identity, answer);
        row.emplace_back(answer.has_route() ? "ok" : "no_route");
        if (answer.has_route()) {
            add_spread(row, answer.hours, model::hours_per_day);
            add_numbers(row, {model::days(answer.typical.time), model::days(answer.mean.time)});
            add_spread(row, answer.usd, 1.0);
            add_spread(row, answer.kg_co2e, 1.0);
            add_numbers(row, {answer.typical.length.count(), answer.days_by_grade[0],
                              answer.days_by_grade[1], answer.days_by_grade[2]});
        }
        const auto saving = std::ranges::find(comparison.savings, i, &scenarios::Saving::against);
        if (saving != comparison.savings.end()) {
            add_saving(row, comparison, *saving);
        }
        row.resize(titles.size());
        text += csv_line(row);
    }
    return text;
}

std::string steps_csv(const Comparison& comparison, const Network& network,
                      const Identity& identity) {
    Row titles = first_titles();
    for (const char* title :
         {"step", "place", "place_to", "what", "grade", "length_km", "time_low_h", "time_typical_h",
          "time_high_h", "time_mean_h", "money_typical_usd", "money_mean_usd",
          "carbon_typical_kg_co2e", "share_of_time", "share_of_spread"}) {
        titles.emplace_back(title);
    }
    std::string text = csv_line(titles);
    for (const Answer& answer : comparison.answers) {
        for (std::size_t i = 0; i < answer.steps.size(); ++i) {
            const scenarios::AnswerStep& step = answer.steps[i];
            const auto* haul = std::get_if<model::Haul>(&step.step.what);
            Row row = first_columns(comparison, network, identity, answer);
            row.push_back(std::to_string(i + 1));
            row.push_back(network[step.step.place].id);
            row.push_back(haul != nullptr ? network[network[haul->link].to].id : "");
            row.push_back(scenarios::doing_of(step.step, network, model::Language::en));
            row.emplace_back(word_for(grade_words, step.grade));
            add_numbers(row,
                        {step.typical.length.count(), step.low.time.count(),
                         step.typical.time.count(), step.high.time.count(), step.mean.time.count(),
                         step.typical.money.count(), step.mean.money.count(),
                         step.typical.carbon.count(), step.share_of_time, step.share_of_spread});
            text += csv_line(row);
        }
    }
    return text;
}

} // namespace landsea::io
