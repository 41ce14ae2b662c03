#include "io/regret_files.hpp"

#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace landsea::io {

namespace {

using model::Criterion;
using model::Network;
using scenarios::Regret;

constexpr int decimals = 4;

/// What columns of values end in.
std::string unit_of(Criterion criterion) {
    switch (criterion) {
    case Criterion::time:
        return "days";
    case Criterion::money:
        return "usd_per_teu";
    case Criterion::carbon:
        return "kg_co2e_per_teu";
    case Criterion::generalised:
        break;
    }
    return "generalised_usd_per_teu";
}

/// A value by the criterion in the unit of the columns.
double in_unit(double measure, Criterion criterion) {
    return criterion == Criterion::time ? measure / model::hours_per_day : measure;
}

bool holds(const std::vector<std::size_t>& list, std::size_t position) {
    return std::ranges::find(list, position) != list.end();
}

/// Writes the parts of the JSON.
class Writer {
  public:
    Writer(const Regret& regret, const Network& network)
        : regret_{regret}, network_{network}, question_{regret.question.question},
          unit_{unit_of(question_.query.criterion)} {}

    std::string text(const Identity& identity) {
        json_.open_object();
        json_.key("schema_version").integer(1);
        write_question(identity);
        write_states();
        json_.key("alternatives").open_list();
        for (std::size_t a = 0; a < question_.alternatives.size(); ++a) {
            write_alternative(a);
        }
        json_.close_list();
        write_choice("min_max_regret_choice", regret_.matrix.min_max);
        if (!regret_.question.weights.empty()) {
            write_choice("least_expected_choice", regret_.matrix.least_expected);
        }
        json_.close_object();
        return std::move(json_).result();
    }

  private:
    void write_question(const Identity& identity) {
        json_.key("program").text(identity.program);
        json_.key("data_hash").text(identity.data_hash);
        json_.key("scenario_id").text(identity.scenario);
        json_.key("comparison").text(question_.id);
        json_.key("from").text(network_[question_.query.from].id);
        json_.key("to").text(network_[question_.query.to].id);
        json_.key("month").text(month_word(question_.query.month));
        json_.key("criterion").text(criterion_word(question_.query.criterion));
    }

    void write_states() {
        json_.key("scenarios").open_list();
        for (std::size_t s = 0; s < regret_.question.states.size(); ++s) {
            json_.open_object();
            json_.key("id").text(regret_.question.states[s].id);
            if (!regret_.question.weights.empty()) {
                json_.key("weight").number(regret_.question.weights[s]);
            }
            json_.close_object();
        }
        json_.close_list();
    }

    void write_alternative(std::size_t a) {
        json_.open_object();
        json_.key("id").text(question_.alternatives[a].id);
        json_.key("name_en").text(question_.alternatives[a].names.en);
        json_.key("name_zh").text(question_.alternatives[a].names.zh);
        json_.key("outcomes").open_list();
        for (std::size_t s = 0; s < regret_.question.states.size(); ++s) {
            write_outcome(a, s);
        }
        json_.close_list();
        number("greatest_regret_", regret_.matrix.greatest[a]);
        if (!regret_.question.weights.empty()) {
            number("expected_", regret_.matrix.expected[a]);
        }
        json_.close_object();
    }

    void write_outcome(std::size_t a, std::size_t s) {
        const auto& mean = regret_.means[a][s];
        json_.open_object();
        json_.key("scenario").text(regret_.question.states[s].id);
        json_.key("status").text(mean ? "ok" : "no_route");
        if (mean) {
            json_.key("mean_days").number(model::days(mean->time), decimals);
            json_.key("mean_usd_per_teu").number(mean->money.count(), decimals);
            json_.key("mean_kg_co2e_per_teu").number(mean->carbon.count(), decimals);
        }
        number("value_", regret_.values[a][s].value_or(std::numeric_limits<double>::infinity()));
        if (regret_.matrix.regret[a][s]) {
            number("regret_", *regret_.matrix.regret[a][s]);
        }
        json_.close_object();
    }

    void write_choice(const char* key, const std::vector<std::size_t>& chosen) {
        json_.key(key).open_list();
        for (const std::size_t a : chosen) {
            json_.text(question_.alternatives[a].id);
        }
        json_.close_list();
    }

    void number(const char* prefix, double measure) {
        json_.key(prefix + unit_).number(in_unit(measure, question_.query.criterion), decimals);
    }

    const Regret& regret_;
    const Network& network_;
    const scenarios::Question& question_;
    std::string unit_;
    JsonText json_;
};

} // namespace

std::string regret_json(const Regret& regret, const Network& network, const Identity& identity) {
    return Writer{regret, network}.text(identity);
}

std::string regret_csv(const Regret& regret, const Network& network, const Identity& identity) {
    const scenarios::Question& question = regret.question.question;
    const Criterion criterion = question.query.criterion;
    const std::string unit = unit_of(criterion);
    const auto number = [&](std::optional<double> measure) {
        return measure ? fixed_text(in_unit(*measure, criterion), decimals) : std::string{};
    };
    const bool weighted = !regret.question.weights.empty();
    std::string text = csv_line(
        {"scenario_id", "comparison", "from", "to", "month", "criterion", "alternative", "scenario",
         "weight", "status", "mean_days", "mean_usd_per_teu", "mean_kg_co2e_per_teu",
         "value_" + unit, "regret_" + unit, "greatest_regret_" + unit, "min_max_regret_choice",
         "expected_" + unit, "least_expected_choice"});
    const auto choice = [](const std::vector<std::size_t>& chosen, std::size_t a) {
        return holds(chosen, a) ? "yes" : "no";
    };
    for (std::size_t a = 0; a < question.alternatives.size(); ++a) {
        for (std::size_t s = 0; s < regret.question.states.size(); ++s) {
            const auto& mean = regret.means[a][s];
            text += csv_line({identity.scenario, question.id, network[question.query.from].id,
                              network[question.query.to].id, month_word(question.query.month),
                              criterion_word(criterion), question.alternatives[a].id,
                              regret.question.states[s].id,
                              weighted ? fixed_text(regret.question.weights[s], decimals) : "",
                              mean ? "ok" : "no_route",
                              mean ? fixed_text(model::days(mean->time), decimals) : "",
                              mean ? fixed_text(mean->money.count(), decimals) : "",
                              mean ? fixed_text(mean->carbon.count(), decimals) : "",
                              number(regret.values[a][s]), number(regret.matrix.regret[a][s]),
                              number(regret.matrix.greatest[a]), choice(regret.matrix.min_max, a),
                              weighted ? number(regret.matrix.expected[a]) : "",
                              weighted ? choice(regret.matrix.least_expected, a) : ""});
        }
    }
    return text;
}

} // namespace landsea::io
