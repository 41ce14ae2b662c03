#include "io/comparison_table.hpp"
#include "io/number_text.hpp"
#include "io/regret_files.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io {

namespace {

using model::Criterion;
using model::Names;
using model::Network;
using scenarios::Regret;

/// A share with at most four decimals: "0.1".
std::string weight_text(double weight) {
    constexpr double digits = 1e4;
    return shortest_text(std::round(weight * digits) / digits);
}

/// Writes the report, from top to bottom.
class Report {
  public:
    Report(const Regret& regret, const Network& network, const Presentation& show)
        : regret_{regret}, network_{network}, show_{show}, question_{regret.question.question} {}

    std::string text(const Identity& identity) {
        out_ = query_line(question_, network_, show_) + "\n\n";
        values();
        regrets();
        choices();
        out_ += "\n" + identity.program + " · data " + identity.data_hash + " · scenario " +
                identity.scenario + "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const Names& words) const { return phrase(show_, words); }

    [[nodiscard]] std::string name(std::size_t alternative) const {
        return question_.alternatives[alternative].names.in(show_.language);
    }

    [[nodiscard]] std::string unit() const {
        switch (question_.query.criterion) {
        case Criterion::time:
            return say({"days", "天", ""});
        case Criterion::carbon:
            return "kg CO2e/TEU";
        case Criterion::money:
        case Criterion::generalised:
            break;
        }
        return show_.currency.code + "/TEU";
    }

    [[nodiscard]] std::string no_route() const { return say({"no route", "无路线", ""}); }

    [[nodiscard]] std::string amount(double measure) const {
        if (!std::isfinite(measure)) {
            return no_route();
        }
        switch (question_.query.criterion) {
        case Criterion::time:
            return fixed_text(measure / model::hours_per_day, 1);
        case Criterion::carbon:
            return fixed_text(measure, 0, Grouping::comma);
        case Criterion::money:
        case Criterion::generalised:
            break;
        }
        return fixed_text(measure * show_.currency.per_usd, 0, Grouping::comma);
    }

    [[nodiscard]] std::vector<Column> columns(const std::string& title) const {
        std::vector<Column> all{{title}};
        for (const scenarios::WorldState& met : regret_.question.states) {
            all.push_back({met.id, Align::right});
        }
        return all;
    }

    void values() {
        auto titles = columns(say({"expected ", "期望", ""}) + unit());
        const bool weighted = !regret_.question.weights.empty();
        if (weighted) {
            titles.push_back({say({"weighted", "加权", ""}), Align::right});
        }
        TextTable table{titles};
        for (std::size_t a = 0; a < question_.alternatives.size(); ++a) {
            std::vector<Cell> row{name(a)};
            for (const auto& value : regret_.values[a]) {
                row.emplace_back(value ? amount(*value) : no_route(),
                                 value ? Emphasis::none : Emphasis::bad);
            }
            if (weighted) {
                row.emplace_back(amount(regret_.matrix.expected[a]), Emphasis::strong);
            }
            table.row(std::move(row));
        }
        out_ += table.text(show_.colour) + "\n";
    }

    void regrets() {
        auto titles = columns(say({"regret, ", "后悔值，", ""}) + unit());
        titles.push_back({say({"greatest", "最大", ""}), Align::right});
        TextTable table{titles};
        for (std::size_t a = 0; a < question_.alternatives.size(); ++a) {
            std::vector<Cell> row{name(a)};
            for (const auto& regret : regret_.matrix.regret[a]) {
                row.emplace_back(regret ? amount(*regret) : "-",
                                 regret && std::isinf(*regret) ? Emphasis::bad : Emphasis::none);
            }
            row.emplace_back(amount(regret_.matrix.greatest[a]), Emphasis::strong);
            table.row(std::move(row));
        }
        out_ += table.text(show_.colour) + "\n";
    }

    [[nodiscard]] std::string names_of(const std::vector<std::size_t>& chosen) const {
        std::string text;
        for (const std::size_t a : chosen) {
            text += (text.empty() ? "" : say({" or ", "或", ""})) + name(a);
        }
        return text;
    }

    void choices() {
        const auto& chosen = regret_.matrix.min_max;
        if (chosen.empty()) {
            out_ += say({"Min-max regret: none, as each way may be left without a route.\n",
                         "最小最大后悔值：无，各路线都可能无路可走。\n", ""});
        } else {
            const std::string most = amount(regret_.matrix.greatest[chosen.front()]);
            out_ += say({"Min-max regret: " + names_of(chosen) + ", in no scenario more than " +
                             most + " " + unit() + " worse than the best.\n",
                         "最小最大后悔值：" + names_of(chosen) + "，任何情景下比最优至多差" + most +
                             " " + unit() + "。\n",
                         ""});
        }
        if (!regret_.question.weights.empty()) {
            expected_choice();
        }
    }

    void expected_choice() {
        std::string weights;
        for (std::size_t s = 0; s < regret_.question.states.size(); ++s) {
            weights += (weights.empty() ? "" : ", ") + regret_.question.states[s].id + " " +
                       weight_text(regret_.question.weights[s]);
        }
        const auto& chosen = regret_.matrix.least_expected;
        const std::string who =
            chosen.empty()
                ? say({"none, as each may be without a route", "无，各路线都可能无路可走", ""})
                : names_of(chosen) + say({", ", "，", ""}) +
                      amount(regret_.matrix.expected[chosen.front()]) + " " + unit();
        out_ += say({"Least expected value: ", "期望值最小：", ""}) + who +
                say({"; weights ", "；权重 ", ""}) + weights + say({".\n", "。\n", ""});
    }

    const Regret& regret_;
    const Network& network_;
    const Presentation& show_;
    const scenarios::Question& question_;
    std::string out_;
};

} // namespace

std::string regret_table(const Regret& regret, const Network& network, const Identity& identity,
                         const Presentation& presentation) {
    return Report{regret, network, presentation}.text(identity);
}

} // namespace landsea::io
