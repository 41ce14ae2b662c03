#include "io/explanation.hpp"

#include "io/number_text.hpp"
#include "io/words.hpp"
#include "model/costing.hpp"
#include "scenarios/step_names.hpp"

#include <map>

namespace landsea::io {

namespace {

using model::Evidence;
using model::Network;
using scenarios::AnswerStep;

/// Sources are called [1], [2], … in the order in which steps name them.
class SourceNumbers {
  public:
    std::string cite(const Evidence& evidence) {
        std::string text;
        for (const model::SourceId source : evidence.sources) {
            const auto [entry, added] = numbers_.try_emplace(source, numbers_.size() + 1);
            if (added) {
                order_.push_back(source);
            }
            text += "[" + std::to_string(entry->second) + "]";
        }
        return text;
    }

    [[nodiscard]] const std::vector<model::SourceId>& order() const { return order_; }

  private:
    std::map<model::SourceId, std::size_t> numbers_;
    std::vector<model::SourceId> order_;
};

const Evidence* money_evidence(const model::Step& step, const Network& network,
                               const model::Query& query) {
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return &network[haul->link].money.evidence;
    }
    if (const auto* work = std::get_if<model::Work>(&step.what)) {
        const auto& operation = network[work->operation];
        return &operation
                    .costs[model::typical_state(operation, network, query.month,
                                                query.overlay.get())]
                    .money.evidence;
    }
    return nullptr;
}

std::string letter(model::Grade grade) {
    return std::string{word_for(grade_words, grade).substr(0, 1)};
}

/// Writes the parts of an explanation one below the other.
class Explanation {
  public:
    Explanation(const scenarios::Answer& answer, const scenarios::Question& question,
                const Network& network, const Presentation& presentation)
        : answer_{answer}, query_{question.query}, network_{network}, show_{presentation} {}

    std::string text() {
        std::string out = emphasised(answer_.alternative.names.in(show_.language), Emphasis::strong,
                                     show_.colour) +
                          "\n";
        out += steps(); // cites the sources that the list below names
        out += totals_note() + "\n" + notes() + "\n";
        out += sources();
        return out;
    }

  private:
    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    std::string steps() {
        TextTable table{{{"#", Align::right},
                         {say({"where", "地点", ""})},
                         {say({"what", "环节", ""})},
                         {say({"h low", "小时 低", ""}), Align::right},
                         {say({"typical", "典型", ""}), Align::right},
                         {say({"high", "高", ""}), Align::right},
                         {say({"mean", "平均", ""}), Align::right},
                         {say({"USD typical", "美元 典型", ""}), Align::right},
                         {say({"mean", "平均", ""}), Align::right},
                         {"kg CO2e", Align::right},
                         {"km", Align::right},
                         {say({"time", "时间依据", ""})},
                         {say({"money", "费用依据", ""})}}};
        for (std::size_t i = 0; i < answer_.steps.size(); ++i) {
            table.row(row(i));
        }
        table.rule();
        table.row({"", say({"total", "合计", ""}), "", "", fixed_text(hours(answer_.typical), 2),
                   "", fixed_text(hours(answer_.mean), 2),
                   fixed_text(answer_.typical.money.count(), 2),
                   fixed_text(answer_.mean.money.count(), 2),
                   fixed_text(answer_.typical.carbon.count(), 1),
                   fixed_text(answer_.typical.length.count(), 0)});
        table.row({"", say({"days", "天", ""}), "", "",
                   fixed_text(model::days(answer_.typical.time), 2), "",
                   fixed_text(model::days(answer_.mean.time), 2)});
        return table.text(show_.colour);
    }

    static double hours(const model::Tally& tally) { return tally.time.count(); }

    std::vector<Cell> row(std::size_t i) {
        const AnswerStep& step = answer_.steps[i];
        const Evidence& time = time_evidence(step.step, network_, query_);
        const Evidence* money = money_evidence(step.step, network_, query_);
        return {std::to_string(i + 1),
                scenarios::whereabouts_of(step.step, network_, show_.language),
                scenarios::doing_of(step.step, network_, show_.language),
                fixed_text(hours(step.low), 2),
                fixed_text(hours(step.typical), 2),
                fixed_text(hours(step.high), 2),
                fixed_text(hours(step.mean), 2),
                fixed_text(step.typical.money.count(), 2),
                fixed_text(step.mean.money.count(), 2),
                fixed_text(step.typical.carbon.count(), 1),
                fixed_text(step.typical.length.count(), 0),
                letter(time.grade) + " " + numbers_.cite(time),
                money != nullptr ? letter(money->grade) + " " + numbers_.cite(*money)
                                 : std::string{}};
    }

    [[nodiscard]] std::string totals_note() const {
        return say({"Typical and mean values add up to the totals exactly; percentiles do not add, "
                    "and neither do low and high: they are simulated.\n"
                    "Grades: p published, d derived, a assumed; numbers in brackets are sources.",
                    "典型值与平均值逐项相加等于合计；分位数以及下限、上限不能相加，由模拟得出。\n"
                    "等级：p 已发表，d 推算，a 假设；方括号内为来源编号。",
                    ""}) +
               "\n" + say({"Share of the typical days by grade: ", "典型天数按等级的比例：", ""}) +
               "published " + fixed_text(100.0 * answer_.days_by_grade[0], 1) + " %, derived " +
               fixed_text(100.0 * answer_.days_by_grade[1], 1) + " %, assumed " +
               fixed_text(100.0 * answer_.days_by_grade[2], 1) + " %.\n" +
               say({"P5, P50, P95 of the total: ", "合计的 P5、P50、P95：", ""}) +
               fixed_text(answer_.hours.p5 / model::hours_per_day, 2) + ", " +
               fixed_text(answer_.hours.p50 / model::hours_per_day, 2) + ", " +
               fixed_text(answer_.hours.p95 / model::hours_per_day, 2) +
               say({" days.\n", " 天。\n", ""});
    }

    [[nodiscard]] std::string notes() const {
        std::string out = say({"How the hours are known:\n", "时间数据说明：\n", ""});
        for (std::size_t i = 0; i < answer_.steps.size(); ++i) {
            const Evidence& time = time_evidence(answer_.steps[i].step, network_, query_);
            if (!time.note.empty()) {
                out += "  " + std::to_string(i + 1) + "  " + time.note + "\n";
            }
        }
        return out;
    }

    [[nodiscard]] std::string sources() const {
        std::string out = say({"Sources:\n", "来源：\n", ""});
        std::size_t number = 0;
        for (const model::SourceId id : numbers_.order()) {
            const model::Source& source = network_[id];
            out += "  [" + std::to_string(++number) + "] " + source.publisher + ": " +
                   source.title + (source.year ? ", " + std::to_string(*source.year) : "") +
                   (source.note.empty() ? "" : " (" + source.note + ")") + "\n";
        }
        return out;
    }

    const scenarios::Answer& answer_;
    const model::Query& query_;
    const Network& network_;
    const Presentation& show_;
    SourceNumbers numbers_;
};

} // namespace

const Evidence& time_evidence(const model::Step& step, const Network& network,
                              const model::Query& query) {
    if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
        return network[haul->link].time.evidence;
    }
    if (const auto* wait = std::get_if<model::Wait>(&step.what)) {
        return network[wait->service].departures_per_week->evidence;
    }
    const auto& operation = network[std::get<model::Work>(step.what).operation];
    return operation
        .costs[model::typical_state(operation, network, query.month, query.overlay.get())]
        .time.evidence;
}

std::string explanation(const scenarios::Answer& answer, const scenarios::Question& question,
                        const Network& network, const Presentation& presentation) {
    return Explanation{answer, question, network, presentation}.text();
}

} // namespace landsea::io
