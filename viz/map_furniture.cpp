#include "viz/map_furniture.hpp"

#include "geo/basemap.hpp"
#include "geo/geodesic.hpp"
#include "viz/detail/decimal.hpp"

#include <cmath>

namespace landsea::viz {

namespace {

constexpr double edge = 16.0;    // from the picture's border to a panel
constexpr double padding = 12.0; // from a panel's border to its content
constexpr double sample_length = 34.0;
constexpr double sample_gap = 10.0;
constexpr double row_height = 21.0;
constexpr double row_size = 13.0;
constexpr double title_row = 25.0;
constexpr double note_size = 11.0;
constexpr double note_row = 15.0;

constexpr Mark on_page{.id = {}, .title = {}, .pinned = Pinned::page};

Text line_of_text(std::string words, Point at, double size, Colour colour) {
    return {.mark = on_page, .at = at, .words = std::move(words), .size = size, .colour = colour};
}

Box corner_box(const Picture& picture, Corner corner, double width, double height) {
    const bool left = corner == Corner::top_left || corner == Corner::bottom_left;
    const bool top = corner == Corner::top_left || corner == Corner::top_right;
    const double x = left ? edge : picture.width - edge - width;
    const double y = top ? edge : picture.height - edge - height;
    return {x, y, x + width, y + height};
}

std::vector<Point> rectangle(const Box& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

void add_panel(Picture& picture, const Box& box, const Palette& palette) {
    Colour ground = palette.paper;
    ground.opacity = 0.92;
    Colour border = palette.muted_ink;
    border.opacity = 0.25;
    picture.shapes.emplace_back(Area{.mark = on_page,
                                     .rings = {rectangle(box)},
                                     .fill = ground,
                                     .outline = Stroke{.colour = border, .width = 1.0}});
}

void add_sample(Picture& picture, const LegendEntry& entry, Point from) {
    const Point to{from.x + sample_length, from.y};
    if (entry.line) {
        picture.shapes.emplace_back(
            Line{.mark = on_page, .pieces = {{from, to}}, .stroke = *entry.line});
    }
    if (entry.marker) {
        Marker marker = *entry.marker;
        marker.mark = on_page;
        marker.at = {(from.x + to.x) / 2.0, from.y};
        picture.shapes.emplace_back(std::move(marker));
    }
}

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

Box add_legend(Picture& picture, const Legend& legend, Corner corner, const TextMeter& meter,
               const Palette& palette) {
    if (legend.entries.empty()) {
        return {};
    }
    Text title = line_of_text(legend.title, {}, row_size, palette.ink);
    title.weight = Weight::bold;
    double width = legend.title.empty() ? 0.0 : meter.measure(title).width;
    std::vector<Text> rows;
    for (const LegendEntry& entry : legend.entries) {
        rows.push_back(line_of_text(entry.words, {}, row_size, palette.ink));
        rows.back().language = entry.language;
        width = std::max(width, sample_length + sample_gap + meter.measure(rows.back()).width);
    }
    const double title_height = legend.title.empty() ? 0.0 : title_row;
    const double height =
        2.0 * padding + title_height + row_height * static_cast<double>(rows.size()) - 3.0;
    const Box box = corner_box(picture, corner, width + 2.0 * padding, height);
    add_panel(picture, box, palette);
    const double left = box.left + padding;
    if (!legend.title.empty()) {
        title.at = {left, box.top + padding + row_size};
        picture.shapes.emplace_back(title);
    }
    double middle = box.top + padding + title_height + row_height / 2.0 - 1.5;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        add_sample(picture, legend.entries[i], {left, middle});
        rows[i].at = {left + sample_length + sample_gap, middle + 0.36 * row_size};
        picture.shapes.emplace_back(rows[i]);
        middle += row_height;
    }
    return box;
}

Box add_title(Picture& picture, const std::string& title, const std::string& subtitle,
              const TextMeter& meter, const Palette& palette) {
    constexpr double title_size = 22.0;
    constexpr double subtitle_size = 14.0;
    if (picture.title.empty()) {
        picture.title = title;
    }
    Text head = line_of_text(title, {}, title_size, palette.ink);
    head.weight = Weight::bold;
    Text below = line_of_text(subtitle, {}, subtitle_size, palette.muted_ink);
    const double width = std::max(meter.measure(head).width, meter.measure(below).width);
    const double height = title_size + (subtitle.empty() ? 0.0 : subtitle_size + 8.0);
    const Box box =
        corner_box(picture, Corner::top_left, width + 2.0 * padding, height + 2.0 * padding - 4.0);
    add_panel(picture, box, palette);
    head.at = {box.left + padding, box.top + padding + 0.8 * title_size};
    picture.shapes.emplace_back(head);
    if (!subtitle.empty()) {
        below.at = {box.left + padding, head.at.y + subtitle_size + 9.0};
        picture.shapes.emplace_back(below);
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
    const char* where =
        language == Language::zh_hans ? " 公里（图幅中心）" : " km at the centre of the map";
    Text words =
        line_of_text(grouped(km) + where, {at.x, at.y - tick - 4.0}, note_size, palette.muted_ink);
    words.language = language;
    words.halo = Halo{palette.halo, 2.0};
    picture.shapes.emplace_back(words);
    return around(meter.box(words), {at.x, at.y - tick, at.x + length, at.y + 2.0});
}

std::vector<std::string> note_lines(const MapNote& note) {
    const bool chinese = note.language == Language::zh_hans;
    std::string first = (chinese ? "投影：" : "Projection: ") + note.projection;
    if (!note.data_date.empty()) {
        first += (chinese ? " · 数据：" : " · Data: ") + note.data_date;
    }
    std::string credits =
        chinese ? "底图：Natural Earth，公有领域" : std::string{geo::base_map_credit};
    for (const std::string& credit : note.credits) {
        credits += " · " + credit;
    }
    return {first,
            chinese ? "界线为示意，不作为划界依据"
                    : "Boundaries are schematic, not an authority on boundaries",
            credits};
}

Box add_map_note(Picture& picture, const MapNote& note, const TextMeter& meter,
                 const Palette& palette) {
    const std::vector<std::string> lines = note_lines(note);
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
    return *covered;
}

} // namespace landsea::viz
