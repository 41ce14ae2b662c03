#include "io/what_if_files.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/detail/comparison_parts.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using scenarios::Answer;
using scenarios::Case;
using scenarios::Shift;
using scenarios::StageShift;
using scenarios::WhatIf;

constexpr int decimals = 4;
constexpr const char* line_end = "\r\n";

Identity identity_in(const Case& one, const Identity& identity) {
    Identity own = identity;
    own.scenario = identity_of(one.scenario);
    return own;
}

const Shift* shift_of(const WhatIf& all, std::size_t of_case, std::size_t alternative) {
    const auto found = std::ranges::find_if(all.shifts, [&](const Shift& shift) {
        return shift.of_case == of_case && shift.alternative == alternative;
    });
    return found == all.shifts.end() ? nullptr : &*found;
}

const Answer& answer_of(const WhatIf& all, std::size_t of_case, std::size_t alternative) {
    return all.cases[of_case].comparison.answers[alternative];
}

/// After minus before, typical.
model::Tally change_of(const WhatIf& all, const Shift& shift) {
    const Answer& after = answer_of(all, shift.of_case, shift.alternative);
    const Answer& before = answer_of(all, all.cases[shift.of_case].reference, shift.alternative);
    return {.length = after.typical.length - before.typical.length,
            .time = after.typical.time - before.typical.time,
            .money = after.typical.money - before.typical.money,
            .carbon = after.typical.carbon - before.typical.carbon};
}

std::string change_columns(const WhatIf& all, const Shift* shift) {
    if (shift == nullptr || !shift->hours) {
        return ",,,,,,,";
    }
    const model::Tally change = change_of(all, *shift);
    std::string text;
    for (const double number :
         {model::days(change.time), shift->hours->p5 / model::hours_per_day,
          shift->hours->p50 / model::hours_per_day, shift->hours->p95 / model::hours_per_day,
          change.money.count(), change.carbon.count(), change.length.count()}) {
        text += "," + fixed_text(number, decimals);
    }
    return text;
}

std::string word_of(StageShift::Kind kind) {
    switch (kind) {
    case StageShift::Kind::changed:
        return "changed";
    case StageShift::Kind::gone:
        return "gone";
    case StageShift::Kind::added:
        break;
    }
    return "added";
}

std::string stage_words(const WhatIf& all, const Shift& shift, const StageShift& stage,
                        const model::Network& network) {
    const bool gone = stage.kind == StageShift::Kind::gone;
    const std::size_t of_case = gone ? all.cases[shift.of_case].reference : shift.of_case;
    return scenarios::stage_name(gone ? *stage.before : *stage.after,
                                 answer_of(all, of_case, shift.alternative), network,
                                 model::Language::en);
}

std::string causes_of(const WhatIf& all, const Shift& shift, const StageShift& stage) {
    std::string text;
    for (const std::size_t cause : stage.causes) {
        const auto& change = all.cases[shift.of_case].scenario.changes[cause];
        text += (text.empty() ? "" : "; ") + change.scenario + "/changes/" +
                std::to_string(change.position) + " " + change.text;
    }
    return text;
}

void write_alternative(JsonText& json, const WhatIf& all, std::size_t of_case,
                       std::size_t alternative, const model::Network& network) {
    const Answer& answer = answer_of(all, of_case, alternative);
    json.open_object();
    json.key("alternative").text(answer.alternative.id);
    json.key("status").text(answer.has_route() ? "ok" : "no_route");
    if (answer.has_route()) {
        detail::write_tally(json, "typical", answer.typical);
        detail::write_tally(json, "mean", answer.mean);
    }
    const Shift* shift = shift_of(all, of_case, alternative);
    if (shift != nullptr && shift->hours) {
        detail::write_tally(json, "typical_change", change_of(all, *shift));
        json.key("change_h").open_object();
        json.key("p5").number(shift->hours->p5, decimals);
        json.key("p50").number(shift->hours->p50, decimals);
        json.key("p95").number(shift->hours->p95, decimals);
        json.close_object();
        json.key("same_route").truth(shift->same_route);
        json.key("stages").open_list();
        for (const StageShift& stage : shift->stages) {
            json.open_object();
            json.key("stage").text(stage_words(all, *shift, stage, network));
            json.key("what").text(word_of(stage.kind));
            detail::write_tally(json, "from", stage.from);
            detail::write_tally(json, "to", stage.to);
            json.key("because_of").text(causes_of(all, *shift, stage));
            json.close_object();
        }
        json.close_list();
    }
    json.close_object();
}

} // namespace

std::string identity_of(const scenarios::Scenario& scenario) {
    return scenario.hash.empty() ? scenario.id : scenario.id + "@" + scenario.hash;
}

std::string what_if_csv(const WhatIf& all, const model::Network& network,
                        const Identity& identity) {
    std::string text;
    for (std::size_t c = 0; c < all.cases.size(); ++c) {
        const std::string rows =
            comparison_csv(all.cases[c].comparison, network, identity_in(all.cases[c], identity));
        std::size_t begin = 0;
        for (std::size_t line = 0; begin < rows.size(); ++line) {
            const std::size_t end = rows.find(line_end, begin);
            const std::string row = rows.substr(begin, end - begin);
            begin = end + 2;
            if (line == 0) {
                text += c > 0 ? ""
                              : row +
                                    ",change_time_typical_days,change_time_p5_days,"
                                    "change_time_p50_days,change_time_p95_days,"
                                    "change_money_typical_usd,change_carbon_typical_kg_co2e,"
                                    "change_length_km" +
                                    line_end;
                continue;
            }
            text += row + change_columns(all, shift_of(all, c, line - 1)) + line_end;
        }
    }
    return text;
}

std::string stage_shifts_csv(const WhatIf& all, const model::Network& network,
                             const Identity& identity) {
    std::string text = csv_line({"scenario_id", "comparison", "month", "alternative", "stage",
                                 "what", "time_from_h", "time_to_h", "money_from_usd",
                                 "money_to_usd", "carbon_from_kg_co2e", "carbon_to_kg_co2e",
                                 "length_from_km", "length_to_km", "because_of"});
    for (const Shift& shift : all.shifts) {
        const Case& here = all.cases[shift.of_case];
        for (const StageShift& stage : shift.stages) {
            std::vector<std::string> row{identity_in(here, identity).scenario,
                                         here.comparison.question.id,
                                         month_word(here.comparison.question.query.month),
                                         here.comparison.answers[shift.alternative].alternative.id,
                                         stage_words(all, shift, stage, network),
                                         word_of(stage.kind)};
            for (const double number :
                 {stage.from.time.count(), stage.to.time.count(), stage.from.money.count(),
                  stage.to.money.count(), stage.from.carbon.count(), stage.to.carbon.count(),
                  stage.from.length.count(), stage.to.length.count()}) {
                row.push_back(fixed_text(number, decimals));
            }
            row.push_back(causes_of(all, shift, stage));
            text += csv_line(row);
        }
    }
    return text;
}

std::string what_if_json(const WhatIf& all, const model::Network& network,
                         const Identity& identity) {
    JsonText json;
    json.open_object();
    json.key("program").text(identity.program);
    json.key("data_hash").text(identity.data_hash);
    json.key("comparison").text(all.cases.front().comparison.question.id);
    json.key("seed").integer(static_cast<std::int64_t>(all.cases.front().comparison.plan.seed));
    json.key("draws").integer(all.cases.front().comparison.plan.draws);
    json.key("cases").open_list();
    for (std::size_t c = 0; c < all.cases.size(); ++c) {
        const Case& one = all.cases[c];
        json.open_object();
        json.key("scenario_id").text(identity_of(one.scenario));
        json.key("name").text(one.scenario.names.en);
        json.key("month").text(month_word(one.comparison.question.query.month));
        json.key("reference").text(identity_of(all.cases[one.reference].scenario));
        const auto best = scenarios::best_of(one.comparison);
        json.key("best");
        if (best) {
            json.text(one.comparison.answers[*best].alternative.id);
        } else {
            json.null();
        }
        json.key("alternatives").open_list();
        for (std::size_t a = 0; a < one.comparison.answers.size(); ++a) {
            write_alternative(json, all, c, a, network);
        }
        json.close_list();
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return std::move(json).result();
}

} // namespace landsea::io
