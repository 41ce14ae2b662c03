#include "viz/distance_chart.hpp"

#include "scenarios/step_names.hpp"
#include "viz/axis.hpp"
#include "viz/detail/chart_key.hpp"
#include "viz/label_placement.hpp"
#include "viz/map_furniture.hpp"
#include "viz/text_metrics.hpp"

#include <algorithm>

namespace landsea::viz {

namespace {

using detail::fans;
using scenarios::Answer;
using scenarios::AnswerStep;
using scenarios::Comparison;

enum class Measure { days, usd };

constexpr double named_share = 0.035; ///< of the panel's height that a step must have to be named

double of(const model::Tally& tally, Measure measure, model::Teu size) {
    return measure == Measure::days ? model::days(tally.time)
                                    : tally.money / size / model::UsdPerTeu{1};
}

/// A point of a cumulative curve.
struct Cumulative {
    double km{};
    double low{};
    double typical{};
    double high{};
};

std::vector<Cumulative> cumulative(const Answer& answer, Measure measure, model::Teu size) {
    std::vector<Cumulative> points{{}};
    for (const AnswerStep& step : answer.steps) {
        Cumulative next = points.back();
        next.km += step.typical.length.count();
        next.low += of(step.low, measure, size);
        next.typical += of(step.typical, measure, size);
        next.high += of(step.high, measure, size);
        points.push_back(next);
    }
    return points;
}

/// One of the two charts.
class Panel {
  public:
    Panel(const Comparison& comparison, const model::Network& network,
          const DistanceChartStyle& style, const TextMeter& meter, Measure measure, Box frame)
        : comparison_{comparison}, network_{network}, style_{style}, meter_{meter},
          measure_{measure}, frame_{frame}, size_{comparison.question.query.shipment.size} {
        double km = 0.0;
        double most = 0.0;
        for (std::size_t i = 0; i < comparison.answers.size(); ++i) {
            curves_.push_back(cumulative(comparison.answers[i], measure, size_));
            km = std::max(km, curves_.back().back().km);
            most = std::max({most, curves_.back().back().typical, p95(i)});
            if (i < fans) {
                most = std::max(most, curves_.back().back().high);
            }
        }
        x_ = round_axis(km * 1.06, frame.left, frame.right, 7);
        y_ = round_axis(most * 1.02, frame.bottom, frame.top, 8);
    }

    void draw(Picture& picture) {
        draw_grid(picture);
        for (std::size_t i = 0; i < std::min(fans, curves_.size()); ++i) {
            draw_fan(picture, i);
        }
        for (std::size_t i = curves_.size(); i-- > 0;) {
            draw_curve(picture, i);
        }
        draw_names(picture);
    }

  private:
    [[nodiscard]] const scenarios::Spread& spread(std::size_t i) const {
        const Answer& answer = comparison_.answers[i];
        return measure_ == Measure::days ? answer.hours : answer.usd;
    }

    /// From the unit of the draws to that of the axis.
    [[nodiscard]] double scaled(double drawn) const {
        return measure_ == Measure::days ? drawn / model::hours_per_day : drawn / size_.count();
    }

    [[nodiscard]] double p95(std::size_t i) const { return scaled(spread(i).p95); }

    [[nodiscard]] Point at(double km, double value) const { return {x_.at(km), y_.at(value)}; }

    [[nodiscard]] std::string id(const char* what, std::size_t i) const {
        return std::string{measure_ == Measure::days ? "days-" : "usd-"} + what + "-" +
               comparison_.answers[i].alternative.id;
    }

    void write(Picture& picture, Point where, const std::string& words, Anchor anchor,
               double size = 14.0, Weight weight = Weight::normal) const {
        picture.shapes.push_back(Text{.mark = {.pinned = Pinned::page},
                                      .at = where,
                                      .words = words,
                                      .size = size,
                                      .colour = style_.palette.muted_ink,
                                      .weight = weight,
                                      .anchor = anchor,
                                      .language = detail::glyphs(style_.language)});
    }

    void rule(Picture& picture, Point a, Point b, Colour colour, double width) const {
        picture.shapes.push_back(Line{.mark = {.pinned = Pinned::page},
                                      .pieces = {{a, b}},
                                      .stroke = {.colour = colour, .width = width}});
    }

    void draw_grid(Picture& picture) const {
        const Colour faint = rgb(0xE3E6E8);
        for (const double tick : y_.ticks()) {
            rule(picture, at(0.0, tick), at(x_.most, tick), faint, 1.0);
            write(picture, {frame_.left - 8.0, y_.at(tick) + 5.0}, chart_number(tick), Anchor::end);
        }
        for (const double tick : x_.ticks()) {
            rule(picture, at(tick, 0.0), {x_.at(tick), frame_.bottom + 5.0},
                 style_.palette.muted_ink, 1.0);
            write(picture, {x_.at(tick), frame_.bottom + 22.0}, chart_number(tick), Anchor::middle);
        }
        rule(picture, at(0.0, 0.0), at(x_.most, 0.0), style_.palette.ink, 1.4);
        rule(picture, at(0.0, 0.0), at(0.0, y_.most), style_.palette.ink, 1.4);
        const bool days = measure_ == Measure::days;
        const model::Names title = days ? model::Names{"Days from gate to gate", "场到场天数", ""}
                                        : model::Names{"USD per TEU", "美元/标箱", ""};
        write(picture, {frame_.left, frame_.top - 16.0}, title.in(style_.language), Anchor::start,
              17.0, Weight::bold);
        write(picture, {frame_.right, frame_.bottom + 44.0},
              model::Names{"distance travelled, km", "累计里程（公里）", ""}.in(style_.language),
              Anchor::end);
    }

    void draw_fan(Picture& picture, std::size_t i) const {
        std::vector<Point> ring;
        for (const Cumulative& point : curves_[i]) {
            ring.push_back(at(point.km, point.low));
        }
        for (auto point = curves_[i].rbegin(); point != curves_[i].rend(); ++point) {
            ring.push_back(at(point->km, point->high));
        }
        Colour fill = style_.palette.route(i);
        fill.opacity = 0.13;
        picture.shapes.push_back(Area{
            .mark = {.id = id("fan", i), .pinned = Pinned::page}, .rings = {ring}, .fill = fill});
    }

    void draw_curve(Picture& picture, std::size_t i) const {
        if (!comparison_.answers[i].has_route()) {
            return;
        }
        std::vector<Point> line;
        for (const Cumulative& point : curves_[i]) {
            line.push_back(at(point.km, point.typical));
        }
        const bool main = i < fans;
        const Answer& answer = comparison_.answers[i];
        picture.shapes.push_back(
            Line{.mark = {.id = id("typical", i),
                          .title = answer.alternative.names.in(style_.language),
                          .pinned = Pinned::page},
                 .pieces = {line},
                 .stroke = {.colour = style_.palette.route(i), .width = main ? 3.4 : 2.0},
                 .halo = Halo{style_.palette.halo, 1.5}});
        draw_whisker(picture, i, line.back());
    }

    /// P5 to P95 of the simulated total, with P50, a little beside the end of the curve.
    void draw_whisker(Picture& picture, std::size_t i, Point end) const {
        const double x = end.x + 14.0 + 9.0 * static_cast<double>(i); // ends may coincide
        const auto level = [&](double drawn) { return y_.at(scaled(drawn)); };
        const Colour colour = style_.palette.route(i);
        rule(picture, {x, level(spread(i).p5)}, {x, level(spread(i).p95)}, colour, 2.2);
        for (const double drawn : {spread(i).p5, spread(i).p95}) {
            rule(picture, {x - 4.0, level(drawn)}, {x + 4.0, level(drawn)}, colour, 2.2);
        }
        picture.shapes.push_back(Marker{.mark = {.id = id("median", i), .pinned = Pinned::page},
                                        .at = {x, level(spread(i).p50)},
                                        .size = 8.0,
                                        .fill = colour,
                                        .outline = Stroke{style_.palette.paper, 1.4}});
    }

    [[nodiscard]] std::string amount(double value) const {
        if (measure_ == Measure::days) {
            return chart_number(value, 1) + model::Names{" d", " 天", ""}.in(style_.language);
        }
        return chart_number(value) + " USD";
    }

    /// Names of the larger steps of a route, each at the middle of its rise or slope.
    void add_labels(std::size_t i, std::vector<Label>& labels) const {
        const Answer& answer = comparison_.answers[i];
        for (const scenarios::Stage& stage : scenarios::stages_of(answer, network_)) {
            const Cumulative& begin = curves_[i][stage.first];
            const Cumulative& end = curves_[i][stage.last + 1];
            const double rise = end.typical - begin.typical;
            if (rise < named_share * y_.most) {
                continue;
            }
            const model::Step& step = answer.steps[stage.first].step;
            const std::string name = stage.kind == scenarios::Stage::Kind::haul
                                         ? scenarios::doing_of(step, network_, style_.language)
                                         : network_[step.place].names.in(style_.language);
            labels.push_back(
                {.text = {.mark = {.pinned = Pinned::page},
                          .words = name + ", " + amount(rise),
                          .size = 13.0,
                          .colour = style_.palette.route(i),
                          .language = detail::glyphs(style_.language),
                          .halo = Halo{style_.palette.halo, 2.5}},
                 .place = at((begin.km + end.km) / 2.0, (begin.typical + end.typical) / 2.0),
                 .gap = 8.0,
                 .priority = static_cast<int>(1000.0 * rise / y_.most)});
        }
    }

    void draw_names(Picture& picture) const {
        std::vector<Label> labels;
        LabelRoom room{
            .frame = {frame_.left + 4.0, frame_.top, frame_.right + 30.0, frame_.bottom - 2.0}};
        for (std::size_t i = 0; i < curves_.size(); ++i) {
            std::vector<Point> line;
            for (const Cumulative& point : curves_[i]) {
                line.push_back(at(point.km, point.typical));
            }
            const auto boxes = boxes_along(line, 4.0);
            room.avoid.insert(room.avoid.end(), boxes.begin(), boxes.end());
            if (i < fans && comparison_.answers[i].has_route()) {
                add_labels(i, labels);
            }
        }
        for (auto& placed : place_labels(labels, room, meter_)) {
            if (placed) {
                picture.shapes.push_back(std::move(*placed));
            }
        }
    }

    const Comparison& comparison_;
    const model::Network& network_;
    const DistanceChartStyle& style_;
    const TextMeter& meter_;
    Measure measure_;
    Box frame_;
    model::Teu size_;
    std::vector<std::vector<Cumulative>> curves_;
    Axis x_;
    Axis y_;
};

} // namespace

Picture distance_chart(const Comparison& comparison, const model::Network& network,
                       const DistanceChartStyle& style) {
    const TextMeter meter;
    Picture picture{
        .width = style.width, .height = style.height, .background = style.palette.paper};
    const std::string& title = comparison.question.names.in(style.language);
    picture.title = title;
    picture.description = comparison.question.text.in(style.language);
    add_title(picture, title, picture.description, meter, style.palette);
    const double top = 128.0;
    const double bottom = style.height - 152.0;
    const double gap = 110.0;
    const double width = (style.width - 70.0 - gap - 50.0) / 2.0;
    Panel{comparison, network, style, meter, Measure::days, {70.0, top, 70.0 + width, bottom}}.draw(
        picture);
    Panel{comparison, network,      style,
          meter,      Measure::usd, {70.0 + width + gap, top, style.width - 50.0, bottom}}
        .draw(picture);
    detail::draw_key(picture, comparison, style, meter);
    detail::draw_note(picture, style);
    return picture;
}

} // namespace landsea::viz
