#include "viz/detail/chart_key.hpp"

#include "viz/axis.hpp"

namespace landsea::viz::detail {

Language glyphs(model::Language language) {
    switch (language) {
    case model::Language::zh:
        return Language::zh_hans;
    case model::Language::ru:
        return Language::ru;
    case model::Language::en:
        break;
    }
    return Language::en;
}

void draw_key(Picture& picture, const scenarios::Comparison& comparison,
              const DistanceChartStyle& style, const TextMeter& meter) {
    double x = 70.0;
    double y = picture.height - 62.0;
    for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
        const scenarios::Answer& answer = comparison.answers[i];
        const model::Names none{": no route", "：无可行路线", ""};
        const model::Names days{" d", " 天", ""};
        const std::string total =
            answer.has_route()
                ? ": " + chart_number(model::days(answer.typical.time), 1) +
                      days.in(style.language) + ", " +
                      chart_number((answer.typical.money / comparison.question.query.shipment.size)
                                       .count()) +
                      " USD"
                : none.in(style.language);
        Text words{.mark = {.pinned = Pinned::page},
                   .at = {x + 40.0, y},
                   .words = answer.alternative.names.in(style.language) + total,
                   .size = 15.0,
                   .colour = style.palette.ink,
                   .language = glyphs(style.language)};
        const double width = 40.0 + meter.measure(words).width + 34.0;
        if (x + width > picture.width - 40.0 && x > 70.0) {
            x = 70.0;
            y += 24.0;
            words.at = {x + 40.0, y};
        }
        picture.shapes.push_back(
            Line{.mark = {.pinned = Pinned::page},
                 .pieces = {{{x, y - 5.0}, {x + 32.0, y - 5.0}}},
                 .stroke = {.colour = style.palette.route(i), .width = i < fans ? 3.4 : 2.0}});
        picture.shapes.push_back(std::move(words));
        x += width;
    }
}

void draw_note(Picture& picture, const DistanceChartStyle& style) {
    const model::Names how{
        "Lines: typical values. Shaded: every step at its low or high end. Bars: P5, P50, P95 of "
        "the simulated total.",
        "线：典型值。阴影：各步骤同取下限或上限。竖条：模拟总值的5%、50%、95%分位。", ""};
    const std::string date = style.data_date.empty() ? "" : " · " + style.data_date;
    picture.shapes.push_back(Text{.mark = {.pinned = Pinned::page},
                                  .at = {70.0, picture.height - 12.0},
                                  .words = how.in(style.language) + "  " + style.credit + date,
                                  .size = 12.0,
                                  .colour = style.palette.muted_ink,
                                  .language = glyphs(style.language)});
}

} // namespace landsea::viz::detail
