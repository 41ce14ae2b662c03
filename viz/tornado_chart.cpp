#include "viz/tornado_chart.hpp"

#include "scenarios/parameter_units.hpp"
#include "viz/axis.hpp"
#include "viz/detail/chart_key.hpp"
#include "viz/map_furniture.hpp"
#include "viz/text_metrics.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::viz {

namespace {

using model::Names;
using scenarios::ShownUnit;
using scenarios::Tornado;
using scenarios::TornadoBar;
using scenarios::TornadoEnd;

const Mark on_page{.pinned = Pinned::page};
constexpr double row_height = 46.0;
constexpr double bar_height = 22.0;
constexpr double top = 118.0;
constexpr double below = 130.0; ///< the bars: axis, key and note
constexpr double edge = 40.0;

class Bars {
  public:
    Bars(const Tornado& tornado, const TornadoChartStyle& style, const TextMeter& meter)
        : tornado_{tornado}, style_{style}, meter_{meter}, count_{std::min(style.most_bars,
                                                                           tornado.bars.size())},
          worth_{scenarios::shown_unit(tornado.question.query.criterion)} {
        low_colour_ = style.palette.route(1);
        high_colour_ = style.palette.route(0);
        left_ = edge + names_width() + 110.0;
        right_ = style.width - edge - 70.0;
        set_range();
    }

    [[nodiscard]] double height() const {
        return top + row_height * static_cast<double>(count_) + below;
    }

    void draw(Picture& picture) const {
        draw_axis(picture);
        for (std::size_t i = 0; i < count_; ++i) {
            draw_bar(picture, i);
        }
        draw_key(picture);
        draw_note(picture);
    }

  private:
    [[nodiscard]] const std::string& say(const Names& names) const {
        return names.in(style_.language);
    }

    [[nodiscard]] Text text(Point at, const std::string& words, double size, Anchor anchor) const {
        return {.mark = on_page,
                .at = at,
                .words = words,
                .size = size,
                .colour = style_.palette.ink,
                .anchor = anchor,
                .language = detail::glyphs(style_.language)};
    }

    [[nodiscard]] double names_width() const {
        constexpr double most_of_width = 0.42;
        double widest = 0.0;
        for (std::size_t i = 0; i < count_; ++i) {
            widest = std::max(
                widest,
                meter_.measure(text({}, say(tornado_.bars[i].names), 15.0, Anchor::end)).width);
        }
        return std::min(widest, most_of_width * style_.width);
    }

    void set_range() {
        least_ = *tornado_.saving;
        most_ = *tornado_.saving;
        for (std::size_t i = 0; i < count_; ++i) {
            for (const TornadoEnd* end : {&tornado_.bars[i].low, &tornado_.bars[i].high}) {
                least_ = std::min(least_, end->saving);
                most_ = std::max(most_, end->saving);
            }
        }
        const double reach = most_ - least_;
        if (least_ <= reach && most_ >= -reach) { // zero belongs here where bars come near it
            least_ = std::min(0.0, least_);
            most_ = std::max(0.0, most_);
        }
        const double span = most_ > least_ ? most_ - least_ : 1.0;
        least_ -= 0.03 * span;
        most_ += 0.03 * span;
    }

    [[nodiscard]] double x_of(double saving) const {
        return left_ + (saving - least_) / (most_ - least_) * (right_ - left_);
    }

    [[nodiscard]] double bottom() const { return height() - below; }

    void rule(Picture& picture, Point a, Point b, Colour colour, double width) const {
        picture.shapes.push_back(Line{
            .mark = on_page, .pieces = {{a, b}}, .stroke = {.colour = colour, .width = width}});
    }

    [[nodiscard]] int axis_decimals(const std::vector<double>& ticks) const {
        const bool whole = std::ranges::all_of(
            ticks, [](double tick) { return std::abs(tick - std::round(tick)) < 1e-9; });
        return whole ? 0 : worth_.decimals;
    }

    void draw_axis(Picture& picture) const {
        constexpr int wanted = 8;
        const Colour faint = rgb(0xE3E6E8);
        const auto ticks = round_values(least_, most_, wanted);
        for (const double tick : ticks) {
            rule(picture, {x_of(tick), top - 6.0}, {x_of(tick), bottom()}, faint, 1.0);
            picture.shapes.push_back(text({x_of(tick), bottom() + 22.0},
                                          chart_number(tick, axis_decimals(ticks)), 14.0,
                                          Anchor::middle));
        }
        if (least_ < 0.0 && most_ > 0.0) {
            rule(picture, {x_of(0.0), top - 6.0}, {x_of(0.0), bottom()}, style_.palette.ink, 2.4);
        }
        const auto& alternatives = tornado_.question.alternatives;
        const Names counted = scenarios::counted_by(tornado_.question.query.criterion);
        const Names title{alternatives.front().names.en + " saves against " +
                              alternatives[tornado_.against].names.en + ", " + counted.en,
                          alternatives.front().names.zh + "较" +
                              alternatives[tornado_.against].names.zh + "节省，" + counted.zh,
                          ""};
        const bool in_days = tornado_.question.query.criterion == model::Criterion::time;
        const std::string unit = in_days ? "" : ", " + say(worth_.names);
        Text words = text({right_ + 40.0, bottom() + 48.0}, say(title) + unit, 16.0, Anchor::end);
        words.weight = Weight::bold;
        picture.shapes.push_back(std::move(words));
    }

    [[nodiscard]] std::string end_words(const TornadoBar& bar, const TornadoEnd& end) const {
        if (!bar.unit) {
            return say(end.state);
        }
        const double largest = std::max(std::abs(bar.low.value), std::abs(bar.high.value));
        const ShownUnit unit = scenarios::shown_unit(*bar.unit, largest);
        return chart_number(end.value * unit.times, std::max(unit.decimals - 1, 0));
    }

    [[nodiscard]] std::string range_words(const TornadoBar& bar) const {
        std::string unit;
        if (bar.unit) {
            const double largest = std::max(std::abs(bar.low.value), std::abs(bar.high.value));
            unit = say(scenarios::shown_unit(*bar.unit, largest).names);
        }
        return end_words(bar, bar.low) + say({" to ", " 至 ", ""}) + end_words(bar, bar.high) +
               (unit.empty() ? "" : " " + unit);
    }

    void draw_half(Picture& picture, const TornadoEnd& end, double middle, Colour colour,
                   const std::string& id) const {
        const double from = x_of(*tornado_.saving);
        const double to = x_of(end.saving);
        const double half = bar_height / 2.0;
        picture.shapes.push_back(Area{.mark = {.id = id, .pinned = Pinned::page},
                                      .rings = {{{from, middle - half},
                                                 {to, middle - half},
                                                 {to, middle + half},
                                                 {from, middle + half}}},
                                      .fill = colour});
    }

    /// The saving at an end of the bar, beside it on the side to which it reaches.
    void draw_value(Picture& picture, const TornadoEnd& end, double other, double middle) const {
        const bool to_the_right = end.saving >= other;
        Text words = text({x_of(end.saving) + (to_the_right ? 6.0 : -6.0), middle + 5.0},
                          chart_number(end.saving, worth_.decimals), 13.0,
                          to_the_right ? Anchor::start : Anchor::end);
        words.halo = Halo{style_.palette.halo, 2.0};
        picture.shapes.push_back(std::move(words));
    }

    void draw_bar(Picture& picture, std::size_t i) const {
        const TornadoBar& bar = tornado_.bars[i];
        const double middle = top + row_height * (static_cast<double>(i) + 0.5);
        const std::string number = std::to_string(i + 1);
        draw_half(picture, bar.low, middle, low_colour_, "low-" + number);
        draw_half(picture, bar.high, middle, high_colour_, "high-" + number);
        rule(picture, {x_of(*tornado_.saving), middle - bar_height / 2.0 - 3.0},
             {x_of(*tornado_.saving), middle + bar_height / 2.0 + 3.0}, style_.palette.ink, 1.2);
        draw_value(picture, bar.low, bar.high.saving, middle);
        draw_value(picture, bar.high, bar.low.saving, middle);
        Text name = text({left_ - 78.0, middle - 2.0}, say(bar.names), 15.0, Anchor::end);
        const double room = left_ - 78.0 - edge;
        const double width = meter_.measure(name).width;
        name.size *= std::min(1.0, room / width);
        picture.shapes.push_back(name);
        Text range = text({left_ - 78.0, middle + 15.0}, range_words(bar), 12.0, Anchor::end);
        range.colour = style_.palette.muted_ink;
        picture.shapes.push_back(std::move(range));
    }

    void draw_key(Picture& picture) const {
        double x = edge;
        const double y = bottom() + 84.0;
        const std::vector<std::pair<Names, Colour>> samples{
            {{"at the low end", "取低值", ""}, low_colour_},
            {{"at the high end", "取高值", ""}, high_colour_}};
        for (const auto& [names, colour] : samples) {
            picture.shapes.push_back(Area{
                .mark = on_page,
                .rings = {{{x, y - 12.0}, {x + 27.0, y - 12.0}, {x + 27.0, y + 2.0}, {x, y + 2.0}}},
                .fill = colour});
            Text words = text({x + 35.0, y}, say(names), 14.0, Anchor::start);
            x += 35.0 + meter_.measure(words).width + 30.0;
            picture.shapes.push_back(std::move(words));
        }
        const Names moved = how_moved();
        picture.shapes.push_back(text({x, y}, say(moved), 14.0, Anchor::start));
    }

    [[nodiscard]] Names how_moved() const {
        if (!tornado_.rule.share) {
            return {"Each input alone from the low to the high end of its range.",
                    "各输入单独由区间下限变至上限。", ""};
        }
        const std::string share = chart_number(100.0 * *tornado_.rule.share) + " %";
        return {"Each input alone " + share + " below and above what is expected.",
                "各输入单独在期望值上下变动 " + share + "。", ""};
    }

    void draw_note(Picture& picture) const {
        const Names how{"Expected values; both ways are chosen anew each time. Inputs do not move "
                        "together.",
                        "按期望值；每次重新选路；各输入不联动。", ""};
        const std::string date = style_.data_date.empty() ? "" : " · " + style_.data_date;
        Text words = text({edge, height() - 16.0}, say(how) + "  " + style_.credit + date, 12.0,
                          Anchor::start);
        words.colour = style_.palette.muted_ink;
        picture.shapes.push_back(std::move(words));
    }

    const Tornado& tornado_;
    const TornadoChartStyle& style_;
    const TextMeter& meter_;
    std::size_t count_;
    ShownUnit worth_;
    Colour low_colour_;
    Colour high_colour_;
    double left_{};
    double right_{};
    double least_{};
    double most_{};
};

} // namespace

Picture tornado_chart(const Tornado& tornado, const TornadoChartStyle& style) {
    const TextMeter meter;
    Picture picture{.width = style.width, .height = 300.0, .background = style.palette.paper};
    picture.title = tornado.question.names.in(style.language);
    picture.description =
        Names{"What moves the saving most", "何者对节省影响最大", ""}.in(style.language);
    add_title(picture, picture.title, picture.description, meter, style.palette,
              detail::glyphs(style.language));
    if (tornado.saving) {
        const Bars bars{tornado, style, meter};
        picture.height = bars.height();
        bars.draw(picture);
    }
    return picture;
}

} // namespace landsea::viz
