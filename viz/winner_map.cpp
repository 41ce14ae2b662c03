#include "viz/winner_map.hpp"

#include "scenarios/parameter_units.hpp"
#include "viz/axis.hpp"
#include "viz/detail/chart_key.hpp"
#include "viz/detail/winner_areas.hpp"
#include "viz/map_furniture.hpp"
#include "viz/text_metrics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace landsea::viz {

namespace {

using model::Names;
using scenarios::Parameter;
using scenarios::ShownUnit;
using scenarios::WinnerMap;

const Mark on_page{.pinned = Pinned::page};

Colour paled(Colour colour) {
    constexpr double kept = 0.42; // of the colour; the rest is white, so that dark text is read
    const auto mixed = [](std::uint8_t part) {
        return static_cast<std::uint8_t>(std::lround(255.0 - kept * (255.0 - part)));
    };
    return {mixed(colour.red), mixed(colour.green), mixed(colour.blue)};
}

/// What stands in an area that is too small for a name.
std::string letter_of(std::size_t alternative) {
    constexpr std::size_t letters = 26;
    return {static_cast<char>('A' + alternative % letters)};
}

/// The map, drawn into a frame.
class Plot {
  public:
    Plot(const WinnerMap& map, const WinnerMapStyle& style, const TextMeter& meter, Box frame)
        : map_{map}, style_{style}, meter_{meter}, frame_{frame} {}

    void draw(Picture& picture) const {
        draw_areas(picture);
        draw_axes(picture);
        const std::optional<Box> now = draw_now(picture);
        for (std::size_t a = 0; a < map_.worths.size(); ++a) {
            draw_name(picture, a, now);
        }
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

    [[nodiscard]] double x_of(double value) const {
        return frame_.left +
               (value - map_.across.from) / (map_.across.to - map_.across.from) * frame_.width();
    }

    [[nodiscard]] double y_of(double value) const {
        return frame_.bottom -
               (value - map_.up.from) / (map_.up.to - map_.up.from) * frame_.height();
    }

    void rule(Picture& picture, Point a, Point b, Colour colour, double width) const {
        picture.shapes.push_back(Line{
            .mark = on_page, .pieces = {{a, b}}, .stroke = {.colour = colour, .width = width}});
    }

    void draw_areas(Picture& picture) const {
        const detail::WinnerAreas areas = detail::winner_areas(map_, frame_);
        for (std::size_t a = 0; a < areas.rings.size(); ++a) {
            const auto& alternative = map_.question.alternatives[a];
            if (!areas.rings[a].empty()) {
                picture.shapes.push_back(Area{.mark = {.id = "wins-" + std::to_string(a + 1),
                                                       .title = say(alternative.names),
                                                       .pinned = Pinned::page},
                                              .rings = areas.rings[a],
                                              .fill = paled(style_.palette.route(a))});
            }
        }
        if (!areas.borders.empty()) {
            picture.shapes.push_back(Line{.mark = {.id = "borders", .pinned = Pinned::page},
                                          .pieces = areas.borders,
                                          .stroke = {.colour = style_.palette.ink, .width = 2.0}});
        }
    }

    void draw_axes(Picture& picture) const {
        const ShownUnit across = scenarios::shown_unit(map_.across);
        const ShownUnit up = scenarios::shown_unit(map_.up);
        for (const double tick : ticks(map_.across, across)) {
            const double x = x_of(tick / across.times);
            rule(picture, {x, frame_.bottom}, {x, frame_.bottom + 6.0}, style_.palette.ink, 1.2);
            picture.shapes.push_back(
                text({x, frame_.bottom + 25.0}, tick_words(tick, across), 15.0, Anchor::middle));
        }
        for (const double tick : ticks(map_.up, up)) {
            const double y = y_of(tick / up.times);
            rule(picture, {frame_.left - 6.0, y}, {frame_.left, y}, style_.palette.ink, 1.2);
            picture.shapes.push_back(
                text({frame_.left - 11.0, y + 5.0}, tick_words(tick, up), 15.0, Anchor::end));
        }
        picture.shapes.push_back(
            Line{.mark = on_page,
                 .pieces = {{{frame_.left, frame_.top},
                             {frame_.right, frame_.top},
                             {frame_.right, frame_.bottom},
                             {frame_.left, frame_.bottom},
                             {frame_.left, frame_.top}}},
                 .stroke = {.colour = style_.palette.ink, .width = 1.4, .join = Join::miter}});
        Text title = text({frame_.right, frame_.bottom + 54.0}, titled(map_.across, across), 17.0,
                          Anchor::end);
        title.weight = Weight::bold;
        picture.shapes.push_back(title);
        title = text({frame_.left, frame_.top - 16.0}, titled(map_.up, up), 17.0, Anchor::start);
        title.weight = Weight::bold;
        picture.shapes.push_back(title);
    }

    [[nodiscard]] static std::vector<double> ticks(const Parameter& parameter,
                                                   const ShownUnit& unit) {
        constexpr int wanted = 8;
        return round_values(parameter.from * unit.times, parameter.to * unit.times, wanted);
    }

    [[nodiscard]] static std::string tick_words(double tick, const ShownUnit& unit) {
        const int most = std::max(unit.decimals - 1, 0);
        for (int decimals = 0; decimals < most; ++decimals) {
            const double scale = std::pow(10.0, decimals);
            if (std::abs(tick * scale - std::round(tick * scale)) < 1e-6) {
                return chart_number(tick, decimals);
            }
        }
        return chart_number(tick, most);
    }

    [[nodiscard]] std::string titled(const Parameter& parameter, const ShownUnit& unit) const {
        const std::string& word = say(unit.names);
        return say(parameter.names) + (word.empty() ? "" : ", " + word);
    }

    /// The sign where things stand now, and where it stands on the page.
    std::optional<Box> draw_now(Picture& picture) const {
        const auto lies_within = [](const Parameter& parameter) {
            return parameter.today && *parameter.today >= parameter.from &&
                   *parameter.today <= parameter.to;
        };
        if (!lies_within(map_.across) || !lies_within(map_.up)) {
            return std::nullopt;
        }
        const Point at{x_of(*map_.across.today), y_of(*map_.up.today)};
        const bool at_right = at.x > frame_.right - 80.0;
        Text words = text({at.x + (at_right ? -14.0 : 14.0), at.y + 5.0}, say({"now", "现状", ""}),
                          15.0, at_right ? Anchor::end : Anchor::start);
        words.weight = Weight::bold;
        words.halo = Halo{style_.palette.halo, 2.5};
        words.at.y = std::clamp(words.at.y, frame_.top + 20.0, frame_.bottom - 9.0);
        picture.shapes.push_back(Marker{.mark = {.id = "now", .pinned = Pinned::page},
                                        .at = at,
                                        .symbol = Symbol::diamond,
                                        .size = 17.0,
                                        .fill = style_.palette.ink,
                                        .outline = Stroke{style_.palette.paper, 2.0}});
        const Box box = meter_.box(words);
        picture.shapes.push_back(words);
        return Box{std::min(box.left, at.x - 10.0), std::min(box.top, at.y - 10.0),
                   std::max(box.right, at.x + 10.0), std::max(box.bottom, at.y + 10.0)};
    }

    /// The points that stand for the map when a name is placed: enough of them, not all.
    [[nodiscard]] static std::size_t stride(std::size_t count) {
        constexpr std::size_t enough = 60;
        return 1 + count / enough;
    }

    struct Spot {
        Point at;
        std::optional<std::size_t> winner;
    };

    [[nodiscard]] std::vector<Spot> spots() const {
        std::vector<Spot> all;
        for (std::size_t row = 0; row < map_.up_values.size();
             row += stride(map_.up_values.size())) {
            for (std::size_t column = 0; column < map_.across_values.size();
                 column += stride(map_.across_values.size())) {
                all.push_back({{x_of(map_.across_values[column]), y_of(map_.up_values[row])},
                               map_.winners[map_.at(column, row)]});
            }
        }
        return all;
    }

    /// The middle of the area, as far from others as can be; none when the name has no room.
    [[nodiscard]] std::optional<Point> room_for(std::size_t a, const TextExtent& size,
                                                const std::optional<Box>& now) const {
        // Borders lie up to a cell from the points that they part.
        const auto cell = [](double length, std::size_t count) {
            return length * static_cast<double>(stride(count)) / static_cast<double>(count - 1);
        };
        const double half_width =
            size.width / 2.0 + 6.0 + cell(frame_.width(), map_.across_values.size());
        const double half_height =
            (size.ascent + size.descent) / 2.0 + 4.0 + cell(frame_.height(), map_.up_values.size());
        const auto all = spots();
        std::optional<Point> best;
        double widest = 1.0; // how far the nearest other is, in half names
        for (const Spot& spot : all) {
            if (spot.winner != a) {
                continue;
            }
            double free = std::min({(spot.at.x - frame_.left) / half_width,
                                    (frame_.right - spot.at.x) / half_width,
                                    (spot.at.y - frame_.top) / half_height,
                                    (frame_.bottom - spot.at.y) / half_height});
            const auto keep_from = [&](Point other) {
                free = std::min(free, std::max(std::abs(other.x - spot.at.x) / half_width,
                                               std::abs(other.y - spot.at.y) / half_height));
            };
            for (const Spot& other : all) {
                if (other.winner != a) {
                    keep_from(other.at);
                }
            }
            if (now) {
                for (const double x : {now->left, (now->left + now->right) / 2.0, now->right}) {
                    keep_from({x, (now->top + now->bottom) / 2.0});
                }
            }
            if (free > widest) {
                widest = free;
                best = spot.at;
            }
        }
        return best;
    }

    /// The name where it has room, else the letter.
    void draw_name(Picture& picture, std::size_t a, const std::optional<Box>& now) const {
        for (const std::string& words : {say(map_.question.alternatives[a].names), letter_of(a)}) {
            Text name = text({}, words, 18.0, Anchor::middle);
            name.weight = Weight::bold;
            const TextExtent size = meter_.measure(name);
            if (const auto middle = room_for(a, size, now)) {
                name.at = {middle->x, middle->y + (size.ascent - size.descent) / 2.0};
                picture.shapes.push_back(std::move(name));
                return;
            }
        }
    }

    const WinnerMap& map_;
    const WinnerMapStyle& style_;
    const TextMeter& meter_;
    Box frame_;
};

/// A sample of every area, with its name and the share of the points that it wins.
void draw_key(Picture& picture, const WinnerMap& map, const WinnerMapStyle& style,
              const TextMeter& meter, double left) {
    double x = left;
    double y = picture.height - 96.0;
    for (std::size_t a = 0; a < map.worths.size(); ++a) {
        const auto wins = std::ranges::count(map.winners, std::optional{a});
        const double share = static_cast<double>(wins) / static_cast<double>(map.winners.size());
        const std::string amount = map.worths[a].empty()
                                       ? Names{"no route", "无可行路线", ""}.in(style.language)
                                       : chart_number(100.0 * share) + " %";
        Text words{.mark = on_page,
                   .at = {x + 36.0, y},
                   .words = letter_of(a) + " · " +
                            map.question.alternatives[a].names.in(style.language) + ": " + amount,
                   .size = 15.0,
                   .colour = style.palette.ink,
                   .language = detail::glyphs(style.language)};
        const double width = 36.0 + meter.measure(words).width + 30.0;
        if (x + width > picture.width - 30.0 && x > left) {
            x = left;
            y += 24.0;
            words.at = {x + 36.0, y};
        }
        picture.shapes.push_back(Area{
            .mark = on_page,
            .rings = {{{x, y - 13.0}, {x + 27.0, y - 13.0}, {x + 27.0, y + 3.0}, {x, y + 3.0}}},
            .fill = paled(style.palette.route(a)),
            .outline = Stroke{.colour = style.palette.ink, .width = 1.0}});
        picture.shapes.push_back(std::move(words));
        x += width;
    }
}

void draw_note(Picture& picture, const WinnerMap& map, const WinnerMapStyle& style, double left) {
    const std::string grid =
        std::to_string(map.across_values.size()) + " × " + std::to_string(map.up_values.size());
    const Names how{"Expected values; every way chosen anew at each of " + grid +
                        " points, interpolated between them. Percentages: share of the points.",
                    "按期望值比较；在 " + grid +
                        " 个格点上分别重新选路，其间为插值。百分比：所占格点比例。",
                    ""};
    const std::string date = style.data_date.empty() ? "" : " · " + style.data_date;
    double y = picture.height - 30.0;
    for (const std::string& words : {how.in(style.language), style.credit + date}) {
        picture.shapes.push_back(Text{.mark = on_page,
                                      .at = {left, y},
                                      .words = words,
                                      .size = 12.0,
                                      .colour = style.palette.muted_ink,
                                      .language = detail::glyphs(style.language)});
        y += 18.0;
    }
}

} // namespace

Picture draw_winner_map(const WinnerMap& map, const WinnerMapStyle& style) {
    const TextMeter meter;
    Picture picture{
        .width = style.width, .height = style.height, .background = style.palette.paper};
    picture.title = map.question.names.in(style.language);
    const Names counted = scenarios::counted_by(map.question.query.criterion);
    picture.description =
        Names{"Which way is best, by " + counted.en, "何者最优，按" + counted.zh, ""}.in(
            style.language);
    add_title(picture, picture.title, picture.description, meter, style.palette,
              detail::glyphs(style.language));
    const double left = 100.0;
    Plot{map, style, meter, {left, 136.0, style.width - 50.0, style.height - 192.0}}.draw(picture);
    draw_key(picture, map, style, meter, left);
    draw_note(picture, map, style, left);
    return picture;
}

} // namespace landsea::viz
