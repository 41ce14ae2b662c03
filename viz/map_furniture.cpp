#include "viz/map_furniture.hpp"

#include "geo/basemap.hpp"
#include "geo/geodesic.hpp"
#include "viz/detail/decimal.hpp"
#include "viz/detail/panel.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::viz {

namespace {

using detail::add_panel;
using detail::corner_box;
using detail::line_of_text;
using detail::on_page;

constexpr double edge = detail::panel_edge;
constexpr double padding = detail::panel_padding;
constexpr double note_size = 11.0;
constexpr double note_row = 16.5;

/// The greatest of 1, 2 and 5 times a power of ten that is not above `most`.
double round_length(double most) {
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= most) {
            return factor * power;
        }
    }
    return power;
}

std::string grouped(double whole) {
    std::string digits = detail::decimal(whole, 3);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t at = point; at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

} // namespace

namespace {

/// The words of a title in lines no wider than the room; a line is broken between words.
std::vector<Text> title_lines(const Text& whole, double room, const TextMeter& meter) {
    std::vector<Text> lines;
    std::string rest = whole.words;
    while (!rest.empty()) {
        Text line = whole;
        line.words = rest;
        std::size_t end = rest.size();
        while (meter.measure(line).width > room) {
            const std::size_t space = line.words.rfind(' ');
            if (space == std::string::npos || space == 0) {
                break;
            }
            end = space;
            line.words = rest.substr(0, end);
        }
        lines.push_back(line);
        rest = end < rest.size() ? rest.substr(end + 1) : "";
    }
    return lines;
}

} // namespace

Box add_title(Picture& picture, const std::string& title, const std::string& subtitle,
              const TextMeter& meter, const Palette& palette, Language language) {
    constexpr double title_size = 22.0;
    constexpr double smallest = 0.6;
    constexpr double subtitle_size = 14.0;
    if (picture.title.empty()) {
        picture.title = title;
    }
    const double room = picture.width - 2.0 * (edge + padding);
    Text head = line_of_text(title, {}, title_size, palette.ink);
    head.weight = Weight::bold;
    head.language = language;
    head.size *= std::clamp(room / std::max(1.0, meter.measure(head).width), smallest, 1.0);
    std::vector<Text> lines = title_lines(head, room, meter);
    Text below = line_of_text(subtitle, {}, subtitle_size, palette.muted_ink);
    below.language = language;
    if (!subtitle.empty() && meter.measure(below).width <= room) {
        lines.push_back(below);
    }
    double width = 0.0;
    double height = 2.0 * padding - 4.0;
    for (const Text& line : lines) {
        width = std::max(width, meter.measure(line).width);
        height += line.size + (&line == &lines.front() ? 0.0 : 8.0);
    }
    const Box box = corner_box(picture, Corner::top_left, width + 2.0 * padding, height);
    add_panel(picture, box, palette);
    double baseline = box.top + padding - 0.2 * head.size;
    for (Text& line : lines) {
        baseline += line.size;
        line.at = {box.left + padding, baseline};
        picture.shapes.emplace_back(line);
        baseline += 9.0;
    }
    return box;
}

std::optional<Box> add_scale_bar(Picture& picture, const geo::Projection& projection,
                                 const Camera& camera, Point at, const TextMeter& meter,
                                 const Palette& palette, Language language) {
    constexpr double reach = 40.0; // pixels to either side of the centre
    constexpr double longest = 170.0;
    const Point centre{camera.width / 2.0, camera.height / 2.0};
    const auto west = projection.inverse(camera.to_map({centre.x - reach, centre.y}));
    const auto east = projection.inverse(camera.to_map({centre.x + reach, centre.y}));
    if (!west || !east) {
        return std::nullopt;
    }
    const double km_per_pixel = geo::distance(*west, *east).count() / (2.0 * reach);
    const double km = round_length(longest * km_per_pixel);
    const double length = km / km_per_pixel;
    const double tick = 5.0;
    const std::vector<Point> bar{
        {at.x, at.y - tick}, {at.x, at.y}, {at.x + length, at.y}, {at.x + length, at.y - tick}};
    picture.shapes.emplace_back(
        Line{.mark = {.id = "scale-bar", .title = {}, .pinned = Pinned::page},
             .pieces = {bar},
             .stroke = {.colour = palette.muted_ink,
                        .width = 1.6,
                        .dash = {},
                        .cap = Cap::butt,
                        .join = Join::miter},
             .halo = Halo{palette.halo, 1.5}});
    const char* where = language == Language::zh_hans ? " 公里（图幅中心）"
                        : language == Language::ru    ? " км в центре карты"
                                                      : " km at the centre of the map";
    Text words =
        line_of_text(grouped(km) + where, {at.x, at.y - tick - 4.0}, note_size, palette.muted_ink);
    words.language = language;
    words.halo = Halo{palette.halo, 2.0};
    picture.shapes.emplace_back(words);
    return around(meter.box(words), {at.x, at.y - tick, at.x + length, at.y + 2.0});
}

namespace {

/// The note's fixed words in a language.
struct NoteWords {
    std::string projection;
    std::string data;
    std::string boundaries;
    std::string base;
};

NoteWords note_words(Language language) {
    switch (language) {
    case Language::zh_hans:
        return {"投影：", " · 数据：", "界线为示意，不作为划界依据",
                "底图：Natural Earth，公有领域"};
    case Language::ru:
        return {"Проекция: ", " · Данные: ",
                "Границы показаны схематично и не служат основанием "
                "для их определения",
                "Основа: Natural Earth, общественное достояние"};
    case Language::en:
        break;
    }
    return {"Projection: ", " · Data: ", "Boundaries are schematic, not an authority on boundaries",
            std::string{geo::base_map_credit}};
}

/// The lines of a note that fit; those too wide are broken at their dots or left out.
std::vector<std::string> fitting_lines(const MapNote& note, double room, const TextMeter& meter) {
    const auto fits = [&](const std::string& words) {
        Text text = line_of_text(words, {}, note_size, {});
        text.language = note.language;
        return meter.measure(text).width <= room;
    };
    const std::string dot = " · ";
    std::vector<std::string> lines;
    for (const std::string& line : note_lines(note)) {
        std::string rest = line;
        while (!rest.empty()) {
            std::size_t end = rest.size();
            while (!fits(rest.substr(0, end)) && end != std::string::npos && end > 0) {
                end = rest.rfind(dot, end - 1);
            }
            if (end == std::string::npos || end == 0) {
                // Not even its first part fits: the note on boundaries stays all the same.
                const std::size_t next = rest.find(dot);
                if (rest == note_words(note.language).boundaries) {
                    lines.push_back(rest);
                }
                rest = next == std::string::npos ? "" : rest.substr(next + dot.size());
                continue;
            }
            lines.push_back(rest.substr(0, end));
            rest = end < rest.size() ? rest.substr(end + dot.size()) : "";
        }
    }
    return lines;
}

} // namespace

std::vector<std::string> note_lines(const MapNote& note) {
    const NoteWords words = note_words(note.language);
    std::string first = words.projection + note.projection;
    if (!note.data_date.empty()) {
        first += words.data + note.data_date;
    }
    std::string credits = words.base;
    for (const std::string& credit : note.credits) {
        credits += credit.empty() ? "" : " · " + credit;
    }
    return {first, words.boundaries, credits};
}

Box add_map_note(Picture& picture, const MapNote& note, const TextMeter& meter,
                 const Palette& palette) {
    const std::vector<std::string> lines =
        fitting_lines(note, picture.width - 2.0 * edge - 4.0, meter);
    std::optional<Box> covered;
    double baseline = picture.height - edge - note_row * (static_cast<double>(lines.size()) - 1.0);
    for (const std::string& line : lines) {
        Text words =
            line_of_text(line, {picture.width - edge, baseline}, note_size, palette.muted_ink);
        words.anchor = Anchor::end;
        words.language = note.language;
        words.halo = Halo{palette.halo, 2.0};
        const Box box = meter.box(words);
        covered = covered ? around(*covered, box) : box;
        picture.shapes.emplace_back(std::move(words));
        baseline += note_row;
    }
    return covered.value_or(Box{});
}

} // namespace landsea::viz
