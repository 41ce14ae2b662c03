#include "io/route_set_table.hpp"

#include "io/comparison_table.hpp"
#include "io/number_text.hpp"

#include <array>

namespace landsea::io {

namespace {

using scenarios::AlternativesAsked;
using scenarios::ParetoAsked;
using scenarios::RouteSet;

std::string percent(double part) {
    return fixed_text(100.0 * part, 0) + " %";
}

/// "3 ways, any two of which share at most 70 % of the shorter one's length".
std::string said_of(const AlternativesAsked& asked, std::size_t found, const Presentation& show) {
    using Search = model::AlternativeRoutes::Search;
    const std::string count = std::to_string(found);
    std::string text =
        phrase(show, {found == 1 ? "1 way" : count + " ways", count + " 条路线", ""});
    if (asked.settings.most_shared < 1.0) {
        const std::string share = shortest_text(100.0 * asked.settings.most_shared) + " %";
        text += phrase(
            show, {", any two of which share at most " + share + " of the shorter one's length",
                   "，任意两条共用长度不超过较短者的 " + share, ""});
    }
    if (asked.search == Search::no_more) {
        text += phrase(show, {"; there are no more", "；再无其他", ""});
    }
    if (asked.search == Search::gave_up) {
        text += phrase(show,
                       {"; the search gave up, there may be more", "；搜索中止，可能还有其他", ""});
    }
    return text + phrase(show, {".", "。", ""});
}

model::Names names_of(model::Objective objective) {
    static const std::array<model::Names, 4> names{{{"time", "时间", ""},
                                                    {"money", "费用", ""},
                                                    {"carbon", "碳排放", ""},
                                                    {"transfers", "换装次数", ""}}};
    return names[static_cast<std::size_t>(objective)];
}

std::string said_of(const ParetoAsked& asked, std::size_t found, const Presentation& show) {
    std::string by;
    for (std::size_t i = 0; i < asked.objectives.size(); ++i) {
        const bool last = i + 1 == asked.objectives.size();
        by += i == 0 ? "" : phrase(show, {last ? " and " : ", ", last ? "和" : "、", ""});
        by += phrase(show, names_of(asked.objectives[i]));
    }
    const std::string count = std::to_string(found);
    std::string text =
        phrase(show, {(found == 1 ? "1 route that no other one beats by expected "
                                  : count + " routes that no other one beats by expected ") +
                          by,
                      "按预期" + by + "互不占优的 " + count + " 条路线", ""});
    if (asked.settings.epsilon > 0.0) {
        const std::string slack = shortest_text(100.0 * asked.settings.epsilon) + " %";
        text += phrase(
            show, {"; each route left out has one here that is at most " + slack + " worse in each",
                   "；每条略去的路线都有一条各项至多差 " + slack + " 的代表", ""});
    }
    if (asked.search == model::ParetoFront::Search::gave_up) {
        text +=
            phrase(show, {"; the search gave up, some are missing", "；搜索中止，尚不完整", ""});
    }
    return text + phrase(show, {".", "。", ""});
}

TextTable empty_table(const Presentation& show) {
    const auto say = [&](const model::Names& words) { return phrase(show, words); };
    const std::string mean = say({"mean", "平均", ""});
    return TextTable{{{say({"way", "路线", ""}), Align::right},
                      {say({"days ", "天数", ""}) + mean, Align::right},
                      {"P5", Align::right},
                      {"P50", Align::right},
                      {"P95", Align::right},
                      {show.currency.code + "/TEU", Align::right},
                      {"kg CO2e/TEU", Align::right},
                      {say({"transfers", "换装", ""}), Align::right},
                      {"km", Align::right},
                      {say({"shared", "共用", ""}), Align::right},
                      {say({"what is ridden", "所乘班次", ""})}}};
}

} // namespace

std::string route_set_table(const RouteSet& set, const model::Network& network,
                            const Identity& identity, const Presentation& presentation) {
    const auto say = [&](const model::Names& words) { return phrase(presentation, words); };
    const auto& question = set.comparison.question;
    const double teu = question.query.shipment.size.count();
    const std::size_t found = set.comparison.answers.size();
    const bool is_pareto = std::holds_alternative<ParetoAsked>(set.asked);
    const std::string ends = network[question.query.from].names.in(presentation.language) + " → " +
                             network[question.query.to].names.in(presentation.language);
    std::string out = is_pareto ? shipment_line(question.query, ends, presentation)
                                : query_line(question.query, ends, presentation);
    out += "\n";
    out += found == 0
               ? say({"no route", "无可行路线", ""})
               : std::visit([&](const auto& asked) { return said_of(asked, found, presentation); },
                            set.asked);
    out += "\n\n";
    TextTable table = empty_table(presentation);
    for (std::size_t i = 0; i < found; ++i) {
        const scenarios::Answer& answer = set.comparison.answers[i];
        const scenarios::RouteTraits& traits = set.traits[i];
        const auto days = [](double hours) { return fixed_text(hours / model::hours_per_day, 1); };
        table.row({answer.alternative.id,
                   {days(answer.mean.time.count()), Emphasis::strong},
                   days(answer.hours.p5),
                   days(answer.hours.p50),
                   days(answer.hours.p95),
                   fixed_text(answer.mean.money.count() / teu * presentation.currency.per_usd, 0,
                              Grouping::comma),
                   fixed_text(answer.mean.carbon.count() / teu, 0, Grouping::comma),
                   std::to_string(traits.transfers),
                   fixed_text(answer.typical.length.count(), 0, Grouping::comma),
                   i == 0 ? "" : percent(traits.shared_with_first),
                   scenarios::ridden_text(traits, network, presentation.language)});
    }
    if (found > 0) {
        out += table.text(presentation.colour) +
               say({"Days, money and carbon are expected values; P5 to P95 are simulated. Shared: "
                    "with way 1, of the\nlength of the shorter of the two.\n",
                    "天数、费用、碳排放为期望值；P5 至 P95 为模拟值。共用：与路线 1 "
                    "相比，占较短者长度。\n",
                    ""});
    }
    if (!presentation.currency.note.empty()) {
        out += presentation.currency.note + "\n";
    }
    return out + identity_line(identity, set.comparison.plan) + "\n";
}

} // namespace landsea::io
