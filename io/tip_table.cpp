#include "io/tip_table.hpp"

#include "io/comparison_table.hpp"
#include "io/number_text.hpp"
#include "scenarios/parameter_units.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io {

namespace {

using scenarios::Parameter;
using scenarios::Question;
using scenarios::ShownUnit;
using scenarios::Tipping;
using scenarios::Tornado;
using scenarios::WinnerMap;

/// Words and numbers as one presentation shows them.
class Teller {
  public:
    explicit Teller(const Presentation& show) : show_{show} {}

    [[nodiscard]] std::string say(const model::Names& words) const { return phrase(show_, words); }

    [[nodiscard]] std::string name(const Question& question, std::size_t alternative) const {
        return question.alternatives[alternative].names.in(show_.language);
    }

    [[nodiscard]] std::string bare(const ShownUnit& unit, double value) const {
        return fixed_text(value * unit.times, unit.decimals, Grouping::comma);
    }

    [[nodiscard]] std::string with_unit(const ShownUnit& unit, double value) const {
        const std::string& word = unit.names.in(show_.language);
        return bare(unit, value) + (word.empty() ? "" : " " + word);
    }

    [[nodiscard]] std::string range(const ShownUnit& unit, double from, double to) const {
        return bare(unit, from) + say({" to ", " 至 ", ""}) + with_unit(unit, to);
    }

    [[nodiscard]] std::string heading(const Question& question,
                                      const model::Network& network) const {
        return strong(question.names.in(show_.language)) + "\n" +
               query_line(question, network, show_) + "\n";
    }

    [[nodiscard]] std::string parameter_line(const Parameter& parameter) const {
        const ShownUnit unit = scenarios::shown_unit(parameter);
        std::string line = parameter.names.in(show_.language) + say({": ", "：", ""}) +
                           range(unit, parameter.from, parameter.to);
        if (parameter.today) {
            line += say({", now ", "，现为 ", ""}) + with_unit(unit, *parameter.today);
        }
        return line + "\n";
    }

    [[nodiscard]] std::string strong(const std::string& text) const {
        return emphasised(text, Emphasis::strong, show_.colour);
    }

    [[nodiscard]] const Presentation& show() const { return show_; }

  private:
    const Presentation& show_;
};

std::string identity_line(const Identity& identity) {
    return identity.program + " · data " + identity.data_hash + " · scenario " + identity.scenario +
           "\n";
}

std::string percent(double share) {
    return fixed_text(100.0 * share, 1) + " %";
}

std::string winners_text(const Teller& teller, const Question& question,
                         const std::vector<std::size_t>& winners) {
    std::string text;
    for (const std::size_t winner : winners) {
        text += (text.empty() ? "" : " = ") + teller.name(question, winner);
    }
    return text;
}

std::string stretches_text(const Teller& teller, const Tipping& tipping) {
    const Question& question = tipping.question;
    const ShownUnit unit = scenarios::shown_unit(tipping.parameter);
    const ShownUnit worth = scenarios::shown_unit(question.query.criterion);
    TextTable table{{{teller.say({"from", "从", ""}), Align::right},
                     {teller.say({"to", "到", ""}), Align::right},
                     {teller.say({"best", "最优", ""})},
                     {teller.say(scenarios::counted_by(question.query.criterion)), Align::right},
                     {teller.say({"leads by at most", "最多领先", ""}), Align::right},
                     {teller.say({"over", "其次", ""})},
                     {teller.say({"at", "在", ""}), Align::right}}};
    for (const scenarios::Stretch& stretch : tipping.stretches) {
        const std::size_t winner = stretch.winners.front();
        const double begin = *stretch.at_from[winner];
        const double end = *stretch.at_to[winner];
        const bool rival = stretch.runner_up.has_value();
        table.row({teller.bare(unit, stretch.from),
                   teller.with_unit(unit, stretch.to),
                   {winners_text(teller, question, stretch.winners), Emphasis::strong},
                   teller.bare(worth, begin) + " → " + teller.bare(worth, end),
                   rival ? teller.with_unit(worth, stretch.largest_lead) : "",
                   rival ? teller.name(question, *stretch.runner_up) : "",
                   rival ? teller.with_unit(unit, stretch.led_most_at) : ""});
    }
    return table.text(teller.show().colour);
}

std::string band_text(const Teller& teller, const ShownUnit& unit, const Parameter& parameter,
                      double value) {
    if (std::isfinite(value)) {
        return teller.bare(unit, value);
    }
    return value < 0.0 ? "< " + teller.bare(unit, parameter.from)
                       : "> " + teller.bare(unit, parameter.to);
}

std::string points_text(const Teller& teller, const Tipping& tipping) {
    const Question& question = tipping.question;
    const ShownUnit unit = scenarios::shown_unit(tipping.parameter);
    TextTable table{{{teller.say({"tips at", "转折于", ""}), Align::right},
                     {teller.say({"from", "从", ""})},
                     {teller.say({"to", "到", ""})},
                     {teller.say({"in 5 % of the draws from", "5 % 抽样自", ""}), Align::right},
                     {"50 %", Align::right},
                     {"95 %", Align::right}}};
    for (const scenarios::TippingPoint& point : tipping.points) {
        std::vector<Cell> row{{teller.with_unit(unit, point.at), Emphasis::strong},
                              teller.name(question, point.before),
                              teller.name(question, point.after)};
        if (point.band) {
            for (const double value : {point.band->p5, point.band->p50, point.band->p95}) {
                row.emplace_back(band_text(teller, unit, tipping.parameter, value));
            }
        }
        table.row(std::move(row));
    }
    return table.text(teller.show().colour);
}

std::string today_text(const Teller& teller, const Tipping& tipping) {
    const Question& question = tipping.question;
    const ShownUnit worth = scenarios::shown_unit(question.query.criterion);
    TextTable table{{{teller.say({"as it is", "现状", ""})},
                     {teller.say(scenarios::counted_by(question.query.criterion)), Align::right},
                     {teller.say({"best in so many draws", "最优的抽样占比", ""}), Align::right},
                     {teller.say({"routes in the range", "范围内路线数", ""}), Align::right}}};
    for (std::size_t a = 0; a < tipping.today.size(); ++a) {
        const scenarios::Standpoint& today = tipping.today[a];
        if (!today.worth) {
            table.row({teller.name(question, a),
                       {teller.say({"no route", "无可行路线", ""}), Emphasis::bad}});
            continue;
        }
        const bool best = tipping.wins_now == a;
        table.row({{teller.name(question, a), best ? Emphasis::strong : Emphasis::none},
                   teller.bare(worth, *today.worth),
                   percent(today.wins.value),
                   integer_text(static_cast<std::int64_t>(tipping.routes[a]))});
    }
    return table.text(teller.show().colour);
}

} // namespace

std::string tipping_table(const Tipping& tipping, const model::Network& network,
                          const Identity& identity, const Presentation& presentation) {
    const Teller teller{presentation};
    std::string out =
        teller.heading(tipping.question, network) + teller.parameter_line(tipping.parameter) + "\n";
    out += today_text(teller, tipping);
    if (!tipping.stretches.empty()) {
        out += "\n" + stretches_text(teller, tipping);
        out += "\n" + (tipping.points.empty()
                           ? teller.say({"Nothing tips in this range.\n", "此范围内无转折。\n", ""})
                           : points_text(teller, tipping));
    }
    if (!tipping.touches) {
        out += teller.say({"None of the routes is touched by it.\n", "各路线均不受其影响。\n", ""});
    }
    return out + "\n" + io::identity_line(identity, tipping.plan) + "\n";
}

namespace {

/// Letters for alternatives; more than these are not told apart.
std::string letter_of(const std::optional<std::size_t>& winner) {
    constexpr std::size_t letters = 26;
    return winner ? std::string(1, static_cast<char>('A' + *winner % letters)) : std::string{"."};
}

/// About so many of a row of points, both ends included.
std::vector<std::size_t> spread_over(std::size_t count, std::size_t wanted) {
    const std::size_t shown = std::min(count, wanted);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < shown; ++i) {
        places.push_back(i * (count - 1) / (shown - 1));
    }
    return places;
}

std::string letters_text(const Teller& teller, const WinnerMap& map) {
    constexpr std::size_t most_rows = 11;
    constexpr std::size_t most_columns = 41;
    const ShownUnit up = scenarios::shown_unit(map.up);
    const ShownUnit across = scenarios::shown_unit(map.across);
    std::string text;
    auto rows = spread_over(map.up_values.size(), most_rows);
    const auto columns = spread_over(map.across_values.size(), most_columns);
    std::size_t width = 0;
    for (const std::size_t row : rows) {
        width = std::max(width, teller.bare(up, map.up_values[row]).size());
    }
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const std::string label = teller.bare(up, map.up_values[*row]);
        text += std::string(width - label.size(), ' ') + label + "  ";
        for (const std::size_t column : columns) {
            text += letter_of(map.winners[map.at(column, *row)]);
        }
        text += "\n";
    }
    const std::string low = teller.bare(across, map.across.from);
    const std::string high = teller.bare(across, map.across.to);
    const std::size_t gap =
        columns.size() > low.size() + high.size() ? columns.size() - low.size() - high.size() : 1;
    return text + std::string(width + 2, ' ') + low + std::string(gap, ' ') + high + "\n";
}

} // namespace

std::string winner_map_table(const WinnerMap& map, const model::Network& network,
                             const Identity& identity, const Presentation& presentation) {
    const Teller teller{presentation};
    std::string out = teller.heading(map.question, network);
    out += teller.say({"across  ", "横轴  ", ""}) + teller.parameter_line(map.across);
    out += teller.say({"up      ", "纵轴  ", ""}) + teller.parameter_line(map.up) + "\n";
    TextTable table{{{""},
                     {teller.say({"alternative", "方案", ""})},
                     {teller.say({"best at so many points", "最优的格点占比", ""}), Align::right}}};
    for (std::size_t a = 0; a < map.worths.size(); ++a) {
        const auto wins = std::ranges::count(map.winners, std::optional{a});
        table.row(
            {letter_of(a),
             {teller.name(map.question, a), map.wins_now == a ? Emphasis::strong : Emphasis::none},
             map.worths[a].empty()
                 ? teller.say({"no route", "无可行路线", ""})
                 : percent(static_cast<double>(wins) / static_cast<double>(map.winners.size()))});
    }
    out += table.text(presentation.colour) + "\n" + letters_text(teller, map) + "\n";
    if (map.wins_now) {
        out += teller.say({"As it is, the best is ", "现状下最优：", ""}) +
               teller.name(map.question, *map.wins_now) + teller.say({".\n", "。\n", ""});
    }
    return out + identity_line(identity);
}

namespace {

std::string end_text(const Teller& teller, const scenarios::TornadoBar& bar,
                     const scenarios::TornadoEnd& end) {
    if (!bar.unit) {
        return teller.say(end.state);
    }
    const double largest = std::max(std::abs(bar.low.value), std::abs(bar.high.value));
    ShownUnit unit = scenarios::shown_unit(*bar.unit, largest);
    unit.decimals = std::max(unit.decimals - 1, 0);
    return teller.with_unit(unit, end.value);
}

} // namespace

std::string tornado_table(const Tornado& tornado, std::size_t most, const model::Network& network,
                          const Identity& identity, const Presentation& presentation) {
    const Teller teller{presentation};
    const Question& question = tornado.question;
    const ShownUnit worth = scenarios::shown_unit(question.query.criterion);
    std::string out = teller.heading(question, network);
    if (!tornado.saving) {
        return out +
               teller.say({"One of the two has no route.\n", "其中一个方案无可行路线。\n", ""}) +
               identity_line(identity);
    }
    out += teller.name(question, 0) + teller.say({" saves ", " 较 ", ""});
    out += presentation.language == model::Language::zh
               ? teller.name(question, tornado.against) + " 节省 " +
                     teller.with_unit(worth, *tornado.saving)
               : teller.with_unit(worth, *tornado.saving) + " against " +
                     teller.name(question, tornado.against);
    out += "\n\n";
    TextTable table{{{teller.say({"moved alone", "单独变动", ""})},
                     {teller.say({"low", "低", ""}), Align::right},
                     {teller.say({"high", "高", ""}), Align::right},
                     {teller.say({"saves at low", "低时节省", ""}), Align::right},
                     {teller.say({"at high", "高时节省", ""}), Align::right},
                     {teller.say({"swing", "摆幅", ""}), Align::right},
                     {""}}};
    const std::size_t shown = std::min(most, tornado.bars.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const scenarios::TornadoBar& bar = tornado.bars[i];
        std::string notes;
        notes += bar.turns_the_answer() ? teller.say({"turns the answer", "改变结论", ""}) : "";
        if (bar.low.changes_way || bar.high.changes_way) {
            notes += (notes.empty() ? "" : ", ") + teller.say({"another way", "改走他路", ""});
        }
        table.row({bar.names.in(presentation.language), end_text(teller, bar, bar.low),
                   end_text(teller, bar, bar.high), teller.bare(worth, bar.low.saving),
                   teller.bare(worth, bar.high.saving), teller.bare(worth, bar.swing()), notes});
    }
    out += table.text(presentation.colour);
    if (shown < tornado.bars.size()) {
        out += integer_text(static_cast<std::int64_t>(tornado.bars.size() - shown)) +
               teller.say({" more move it less.\n", " 项影响更小。\n", ""});
    }
    return out + "\n" + identity_line(identity);
}

} // namespace landsea::io
