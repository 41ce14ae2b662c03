#include "io/comparison_files.hpp"
#include "io/comparison_table.hpp"
#include "io/number_text.hpp"
#include "io/what_if_files.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using scenarios::Answer;
using scenarios::Case;
using scenarios::Shift;
using scenarios::StageShift;
using scenarios::WhatIf;

constexpr std::size_t stages_shown = 6;

/// A difference with its sign: "+1.5", "-0.3", "0.0".
std::string signed_text(double value, int decimals) {
    const std::string text = fixed_text(value, decimals, Grouping::comma);
    const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
    return value > 0.0 && !is_zero ? "+" + text : text;
}

std::string signed_days(double hours) {
    return signed_text(hours / model::hours_per_day, 1);
}

/// Writes the sections one below the other.
class Report {
  public:
    Report(const WhatIf& all, const model::Network& network, const Identity& identity,
           const Presentation& presentation)
        : all_{all}, network_{network}, identity_{identity}, show_{presentation},
          question_{all.cases.front().comparison.question},
          teu_{question_.query.shipment.size.count()} {}

    std::string text() {
        heading();
        differences();
        for (const Shift& shift : all_.shifts) {
            moved(shift);
        }
        winners();
        if (!show_.currency.note.empty()) {
            line("");
            line(show_.currency.note);
        }
        line("");
        line(identity_line(identity_, all_.cases.front().comparison.plan));
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    void line(const std::string& text) { out_ += text + "\n"; }

    void title(const std::string& text) {
        line("");
        line(emphasised(text, Emphasis::strong, show_.colour));
    }

    [[nodiscard]] std::string case_name(const Case& one) const {
        return one.scenario.names.in(show_.language);
    }

    [[nodiscard]] std::string month_of(const Case& one) const {
        const model::Month month = one.comparison.question.query.month;
        return month.is_whole_year() ? say({"any", "全年", ""}) : std::to_string(month.number);
    }

    [[nodiscard]] const Answer& answer_of(std::size_t of_case, std::size_t alternative) const {
        return all_.cases[of_case].comparison.answers[alternative];
    }

    [[nodiscard]] std::string name_of(std::size_t alternative) const {
        return question_.alternatives[alternative].names.in(show_.language);
    }

    [[nodiscard]] double money(model::Usd usd) const {
        return usd.count() / teu_ * show_.currency.per_usd;
    }

    /// The line about the query with all months that are asked for.
    [[nodiscard]] std::string query_line_of_all() const {
        std::vector<std::string> months;
        for (const Case& one : all_.cases) {
            const std::string month = month_of(one);
            if (std::ranges::find(months, month) == months.end()) {
                months.push_back(month);
            }
        }
        if (months.size() == 1) {
            return query_line(question_, network_, show_);
        }
        scenarios::Question any = question_;
        any.query.month = model::Month::whole_year();
        std::string text = query_line(any, network_, show_);
        const std::string word = say({"any month", "全年", ""});
        std::string list;
        for (const std::string& month : months) {
            list += (list.empty() ? "" : say({", ", "、", ""})) + month;
        }
        return text.replace(text.find(word), word.size(), say({"months ", "月份 ", ""}) + list);
    }

    void heading() {
        line(emphasised(question_.names.in(show_.language), Emphasis::strong, show_.colour));
        line(query_line_of_all());
        for (const Case& one : all_.cases) {
            const bool is_first = std::ranges::find(all_.cases, one.scenario.id, [](const Case& c) {
                                      return c.scenario.id;
                                  }) == all_.cases.begin() + (&one - all_.cases.data());
            if (!one.scenario.changes.empty() && is_first) {
                line(one.scenario.id + ": " + one.scenario.description.in(show_.language));
            }
        }
    }

    void differences() {
        title(say({"What changes, in typical values", "有何变化（典型值）", ""}));
        TextTable table{
            {{say({"case", "情景", ""})},
             {say({"month", "月份", ""}), Align::right},
             {say({"route", "路线", ""})},
             {say({"days", "天数", ""}), Align::right},
             {say({"change", "变化", ""}), Align::right},
             {"P5..P95", Align::right},
             {say({"change ", "变化 ", ""}) + show_.currency.code + "/TEU", Align::right},
             {say({"change kg CO2e/TEU", "变化 kg CO2e/TEU", ""}), Align::right},
             {say({"change km", "变化 km", ""}), Align::right}}};
        for (const Shift& shift : all_.shifts) {
            add_difference(shift, table);
        }
        out_ += table.text(show_.colour);
    }

    void add_difference(const Shift& shift, TextTable& table) const {
        const Case& here = all_.cases[shift.of_case];
        const Answer& after = answer_of(shift.of_case, shift.alternative);
        const Answer& before = answer_of(here.reference, shift.alternative);
        std::vector<Cell> row{case_name(here), month_of(here), name_of(shift.alternative)};
        if (!shift.hours) {
            const bool none = !after.has_route();
            row.emplace_back(none ? say({"no route", "无可行路线", ""})
                                  : fixed_text(model::days(after.typical.time), 1),
                             none ? Emphasis::bad : Emphasis::none);
            row.emplace_back(none && before.has_route() ? say({"cut off", "中断", ""})
                             : none                     ? say({"none before", "原已不通", ""})
                                                        : say({"opens", "开通", ""}));
            table.row(std::move(row));
            return;
        }
        const auto hours = (after.typical.time - before.typical.time).count();
        row.emplace_back(fixed_text(model::days(after.typical.time), 1));
        row.emplace_back(signed_days(hours), Emphasis::strong);
        row.emplace_back(signed_days(shift.hours->p5) + " .. " + signed_days(shift.hours->p95));
        row.emplace_back(signed_text(money(after.typical.money - before.typical.money), 0));
        row.emplace_back(
            signed_text((after.typical.carbon - before.typical.carbon).count() / teu_, 0));
        row.emplace_back(signed_text((after.typical.length - before.typical.length).count(), 0));
        table.row(std::move(row));
    }

    [[nodiscard]] std::string stage_text(const StageShift& stage, const Shift& shift) const {
        const Case& here = all_.cases[shift.of_case];
        const bool gone = stage.kind == StageShift::Kind::gone;
        const Answer& answer = gone ? answer_of(here.reference, shift.alternative)
                                    : answer_of(shift.of_case, shift.alternative);
        return scenarios::stage_name(gone ? *stage.before : *stage.after, answer, network_,
                                     show_.language);
    }

    [[nodiscard]] std::string why(const StageShift& stage, const Case& here) const {
        std::string text;
        for (const std::size_t cause : stage.causes) {
            text += (text.empty() ? "" : "; ") + here.scenario.changes[cause].text;
        }
        if (!text.empty()) {
            return text;
        }
        if (here.scenario.changes.empty()) {
            return say({"the month", "月份", ""});
        }
        return stage.kind == StageShift::Kind::changed ? say({"follows", "随之变化", ""})
                                                       : say({"route chosen anew", "重新选路", ""});
    }

    void moved(const Shift& shift) {
        if (shift.stages.empty()) {
            return;
        }
        const Case& here = all_.cases[shift.of_case];
        const bool has_months = !here.comparison.question.query.month.is_whole_year();
        title(case_name(here) +
              (has_months ? say({", month ", "，月份 ", ""}) + month_of(here) : std::string{}) +
              " · " + name_of(shift.alternative) +
              say({": what moved and why", "：何处变化、为何变化", ""}));
        TextTable table{{{""},
                         {say({"stage", "阶段", ""})},
                         {say({"hours", "小时", ""}), Align::right},
                         {show_.currency.code + "/TEU", Align::right},
                         {"km", Align::right},
                         {say({"because of", "原因", ""})}}};
        std::vector<StageShift> stages = shift.stages;
        std::ranges::stable_sort(stages, std::ranges::greater{}, [](const StageShift& s) {
            return std::abs((s.to.time - s.from.time).count());
        });
        const std::size_t hidden = stages.size() - std::min(stages.size(), stages_shown);
        stages.resize(stages.size() - hidden);
        for (const StageShift& stage : stages) {
            const char* sign = stage.kind == StageShift::Kind::gone    ? "-"
                               : stage.kind == StageShift::Kind::added ? "+"
                                                                       : "~";
            table.row({sign, stage_text(stage, shift),
                       signed_text((stage.to.time - stage.from.time).count(), 1),
                       signed_text(money(stage.to.money - stage.from.money), 0),
                       signed_text((stage.to.length - stage.from.length).count(), 0),
                       why(stage, here)});
        }
        out_ += table.text(show_.colour);
        if (hidden > 0) {
            line(std::to_string(hidden) + say({" more stages differ less; --json has all.",
                                               " 个阶段变化更小；见 --json。", ""}));
        }
    }

    void winners() {
        title(say({"Which route is best", "最优路线", ""}));
        TextTable table{{{say({"case", "情景", ""})},
                         {say({"month", "月份", ""}), Align::right},
                         {say({"best by expected value", "期望值最优", ""})}}};
        for (const Case& one : all_.cases) {
            const auto best = scenarios::best_of(one.comparison);
            table.row({case_name(one), month_of(one),
                       best ? name_of(*best) : say({"no route", "无可行路线", ""})});
        }
        out_ += table.text(show_.colour);
    }

    const WhatIf& all_;
    const model::Network& network_;
    const Identity& identity_;
    const Presentation& show_;
    const scenarios::Question& question_;
    double teu_;
    std::string out_;
};

} // namespace

std::string what_if_table(const WhatIf& all, const model::Network& network,
                          const Identity& identity, const Presentation& presentation) {
    return Report{all, network, identity, presentation}.text();
}

} // namespace landsea::io
