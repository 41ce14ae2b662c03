#include "io/route_table.hpp"

#include "io/comparison_table.hpp"
#include "io/number_text.hpp"
#include "scenarios/step_names.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

using scenarios::Answer;

bool same_route(const Answer& a, const Answer& b) {
    return std::ranges::equal(a.steps, b.steps, {}, &scenarios::AnswerStep::step,
                              &scenarios::AnswerStep::step);
}

std::string stages(const Answer& answer, const model::Network& network, double teu,
                   const Presentation& show) {
    const auto say = [&](const model::Names& words) { return phrase(show, words); };
    TextTable table{{{say({"stage", "阶段", ""})},
                     {"h", Align::right},
                     {show.currency.code + "/TEU", Align::right},
                     {"kg CO2e/TEU", Align::right},
                     {"km", Align::right}}};
    for (const scenarios::Stage& stage : scenarios::stages_of(answer, network)) {
        model::Tally sum;
        for (std::size_t i = stage.first; i <= stage.last; ++i) {
            sum += answer.steps[i].typical;
        }
        table.row({"  " + scenarios::stage_name(stage, answer, network, show.language),
                   fixed_text(sum.time.count(), 1),
                   fixed_text(sum.money.count() / teu * show.currency.per_usd, 0, Grouping::comma),
                   fixed_text(sum.carbon.count() / teu, 0, Grouping::comma),
                   fixed_text(sum.length.count(), 0, Grouping::comma)});
    }
    return table.text(show.colour);
}

} // namespace

std::string route_table(const scenarios::Comparison& comparison, const model::Network& network,
                        const Identity& identity, const Presentation& presentation) {
    const double teu = comparison.question.query.shipment.size.count();
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    std::string out = query_line(comparison.question, network, presentation) + "\n";
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        const Answer& answer = comparison.answers[i];
        const std::string name = answer.alternative.names.in(presentation.language);
        out += "\n" + emphasised(name, Emphasis::strong, presentation.colour) + ": ";
        if (!answer.has_route()) {
            out += say({"no route", "无可行路线", ""}) + "\n";
            continue;
        }
        const auto days = [](double hours) { return fixed_text(hours / 24.0, 1); };
        out +=
            days(answer.hours.p50) + say({" d (P5 ", " 天 (P5 ", ""}) + days(answer.hours.p5) +
            ", P95 " + days(answer.hours.p95) + say({", typical ", "，典型 ", ""}) +
            days(answer.typical.time.count()) + "), " +
            fixed_text(answer.usd.p50 / teu * presentation.currency.per_usd, 0, Grouping::comma) +
            " " + presentation.currency.code + "/TEU, " +
            fixed_text(answer.kg_co2e.p50 / teu, 0, Grouping::comma) + " kg CO2e/TEU, " +
            fixed_text(answer.typical.length.count(), 0, Grouping::comma) + " km\n";
        const auto twin = std::find_if(
            comparison.answers.begin(), comparison.answers.begin() + static_cast<long>(i),
            [&](const Answer& other) { return same_route(other, answer); });
        if (twin != comparison.answers.begin() + static_cast<long>(i)) {
            out += "  " + say({"the same route as: ", "路线同：", ""}) +
                   twin->alternative.names.in(presentation.language) + "\n";
        } else {
            out += stages(answer, network, teu, presentation);
        }
    }
    if (!presentation.currency.note.empty()) {
        out += "\n" + presentation.currency.note;
    }
    return out + "\n" + say({"Stages show typical values.\n", "各阶段为典型值。\n", ""}) +
           identity_line(identity, comparison.plan) + "\n";
}

} // namespace landsea::io
