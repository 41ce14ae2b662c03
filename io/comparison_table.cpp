#include "io/comparison_table.hpp"

#include "io/number_text.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>
#include <array>

namespace landsea::io {

namespace {

using scenarios::Answer;
using scenarios::Comparison;
using scenarios::Saving;

constexpr std::size_t steps_shown = 4;

std::string days_text(double hours) {
    return fixed_text(hours / model::hours_per_day, 1);
}

std::string share_text(double share) {
    return fixed_text(100.0 * share, 0) + " %";
}

/// A probability with as many digits as its draws bear: "<0.1 %" and ">99.9 %" at the ends.
std::string probability_text(const scenarios::Probability& p) {
    if (p.value <= 0.0 || p.value >= 1.0) {
        return p.value <= 0.0 ? "0 %" : "100 %";
    }
    if (p.value < 0.001) {
        return "<0.1 %";
    }
    return p.value > 0.999 ? ">99.9 %" : fixed_text(100.0 * p.value, 1) + " %";
}

/// Writes the sections of a comparison one below the other.
class Report {
  public:
    Report(const Comparison& comparison, const model::Network& network, const Identity& identity,
           const Presentation& presentation)
        : comparison_{comparison}, network_{network}, identity_{identity}, show_{presentation},
          teu_{comparison.question.query.shipment.size.count()} {}

    std::string text() {
        heading();
        alternatives();
        savings();
        bottlenecks();
        closing();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    [[nodiscard]] std::string money(double usd) const {
        return fixed_text(usd / teu_ * show_.currency.per_usd, 0, Grouping::comma);
    }

    [[nodiscard]] std::string money_title() const { return show_.currency.code + "/TEU"; }

    [[nodiscard]] std::string name_of(const Answer& answer) const {
        return answer.alternative.names.in(show_.language);
    }

    void line(const std::string& text) { out_ += text + "\n"; }

    void title(const std::string& text) {
        line("");
        line(emphasised(text, Emphasis::strong, show_.colour));
    }

    void heading() {
        const auto& question = comparison_.question;
        line(emphasised(question.names.in(show_.language), Emphasis::strong, show_.colour));
        if (!question.text.en.empty()) {
            line(question.text.in(show_.language));
        }
        line(query_line(question, network_, show_));
        line("");
    }

    void alternatives() {
        TextTable table{{{say({"route", "路线", ""})},
                         {say({"days P5", "天数 P5", ""}), Align::right},
                         {"P50", Align::right},
                         {"P95", Align::right},
                         {say({"typical", "典型", ""}), Align::right},
                         {say({"mean", "平均", ""}), Align::right},
                         {money_title() + " P50", Align::right},
                         {"kg CO2e/TEU", Align::right},
                         {"km", Align::right},
                         {say({"evidence p/d/a", "证据 发/推/设", ""}), Align::right}}};
        for (const Answer& answer : comparison_.answers) {
            if (!answer.has_route()) {
                table.row({name_of(answer), {say({"no route", "无可行路线", ""}), Emphasis::bad}});
                continue;
            }
            std::string grades;
            for (const double share : answer.days_by_grade) {
                grades += (grades.empty() ? "" : "/") + fixed_text(100.0 * share, 0);
            }
            table.row({name_of(answer),
                       days_text(answer.hours.p5),
                       {days_text(answer.hours.p50), Emphasis::strong},
                       days_text(answer.hours.p95),
                       days_text(answer.typical.time.count()),
                       days_text(answer.mean.time.count()),
                       money(answer.usd.p50),
                       fixed_text(answer.kg_co2e.p50 / teu_, 0, Grouping::comma),
                       fixed_text(answer.typical.length.count(), 0, Grouping::comma),
                       grades + " %"});
        }
        out_ += table.text(show_.colour);
        line(say({"Evidence: share of the typical days that rests on published, derived and "
                  "assumed figures.",
                  "证据：典型天数中来自已发表、推算、假设数据的比例。", ""}));
    }

    void savings() {
        if (comparison_.savings.empty()) {
            if (comparison_.answers.size() > 1 && !comparison_.answers.front().has_route()) {
                line(name_of(comparison_.answers.front()) +
                     say({" has no route, so it saves nothing against the others.",
                          " 无可行路线，无从比较。", ""}));
            }
            return;
        }
        const std::string first = name_of(comparison_.answers.front());
        title(first + say({" saves, in days", " 节省的天数", ""}));
        std::vector<Column> columns{{say({"against", "相对于", ""})},
                                    {"P5", Align::right},
                                    {"P50", Align::right},
                                    {"P95", Align::right},
                                    {say({"P(faster)", "更快概率", ""}), Align::right}};
        for (const model::Hours bound : comparison_.question.bounds) {
            columns.push_back({"P(>" + shortest_text(model::days(bound)) + " d)", Align::right});
        }
        columns.push_back({say({"saves ", "节省 ", ""}) + money_title() + " P50", Align::right});
        TextTable table{columns};
        for (const Saving& saving : comparison_.savings) {
            std::vector<Cell> row{name_of(comparison_.answers[saving.against]),
                                  days_text(saving.hours.p5),
                                  {days_text(saving.hours.p50), Emphasis::strong},
                                  days_text(saving.hours.p95),
                                  probability_text(saving.faster)};
            for (const auto& above : saving.above) {
                row.emplace_back(probability_text(above));
            }
            row.emplace_back(money(saving.usd.p50));
            table.row(std::move(row));
        }
        out_ += table.text(show_.colour);
        line(standard_errors());
    }

    [[nodiscard]] std::string standard_errors() const {
        double days = 0.0;
        double share = 0.0;
        for (const Saving& saving : comparison_.savings) {
            days = std::max(days, saving.standard_error_hours / model::hours_per_day);
            share = std::max(share, saving.faster.standard_error);
            for (const auto& above : saving.above) {
                share = std::max(share, above.standard_error);
            }
        }
        return say({"Standard error: mean saving at most ", "标准误：平均节省不超过", ""}) +
               fixed_text(days, 3) + say({" d, probabilities at most ", "天，概率不超过", ""}) +
               fixed_text(100.0 * share, 2) + " %" +
               say({". Both sides use the same draws.", "。两侧使用相同的随机数。", ""});
    }

    void bottlenecks() {
        title(say({"What obstacles are there along the way?", "一路上有哪些卡点？", ""}));
        TextTable table{{{say({"route", "路线", ""})},
                         {say({"where and what", "地点与环节", ""})},
                         {say({"mean days", "平均天数", ""}), Align::right},
                         {say({"of the days", "占天数", ""}), Align::right},
                         {say({"of the spread", "占波动", ""}), Align::right}}};
        for (const Answer& answer : comparison_.answers) {
            add_bottlenecks(answer, table);
        }
        out_ += table.text(show_.colour);
    }

    void add_bottlenecks(const Answer& answer, TextTable& table) const {
        struct Weight {
            scenarios::Stage stage;
            double hours{};
            double of_time{};
            double of_spread{};
        };

        std::vector<Weight> weights;
        for (const scenarios::Stage& stage : scenarios::stages_of(answer, network_)) {
            Weight weight{.stage = stage};
            for (std::size_t i = stage.first; i <= stage.last; ++i) {
                weight.hours += answer.steps[i].mean.time.count();
                weight.of_time += answer.steps[i].share_of_time;
                weight.of_spread += answer.steps[i].share_of_spread;
            }
            weights.push_back(weight);
        }
        std::ranges::stable_sort(weights, std::ranges::greater{},
                                 [](const Weight& w) { return std::max(w.of_time, w.of_spread); });
        weights.resize(std::min(weights.size(), steps_shown));
        bool first = true;
        for (const Weight& weight : weights) {
            table.row({first ? name_of(answer) : std::string{},
                       scenarios::stage_name(weight.stage, answer, network_, show_.language),
                       days_text(weight.hours), share_text(weight.of_time),
                       share_text(weight.of_spread)});
            first = false;
        }
    }

    void closing() {
        line("");
        if (!show_.currency.note.empty()) {
            line(show_.currency.note);
        }
        line(identity_line(identity_, comparison_.plan));
    }

    const Comparison& comparison_;
    const model::Network& network_;
    const Identity& identity_;
    const Presentation& show_;
    double teu_;
    std::string out_;
};

} // namespace

std::string query_line(const scenarios::Question& question, const model::Network& network,
                       const Presentation& presentation) {
    return query_line(question.query,
                      network[question.query.from].names.in(presentation.language) + " → " +
                          network[question.query.to].names.in(presentation.language),
                      presentation);
}

std::string query_line(const model::Query& query, const std::string& ends,
                       const Presentation& presentation) {
    static constexpr std::array<const char*, 4> criteria_en{"time", "money", "carbon",
                                                            "generalised cost"};
    static constexpr std::array<const char*, 4> criteria_zh{"时间", "费用", "碳排放", "广义费用"};
    const auto criterion = static_cast<std::size_t>(query.criterion);
    return shipment_line(query, ends, presentation) + " · " +
           phrase(presentation, {std::string{"routes chosen by "} + criteria_en[criterion],
                                 std::string{"按"} + criteria_zh[criterion] + "选路", ""});
}

std::string shipment_line(const model::Query& query, const std::string& ends,
                          const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    const std::string month = query.month.is_whole_year() ? say({"any month", "全年", ""})
                                                          : say({"month ", "月份 ", ""}) +
                                                                std::to_string(query.month.number);
    return ends + " · " + shortest_text(query.shipment.size.count()) + " TEU, " +
           shortest_text(model::tonnes_of(query.shipment).count()) + " t " +
           std::string{name_of(query.shipment.kind)} + " · " + month;
}

std::string comparison_table(const Comparison& comparison, const model::Network& network,
                             const Identity& identity, const Presentation& presentation) {
    return Report{comparison, network, identity, presentation}.text();
}

} // namespace landsea::io
