#include "viz/legend.hpp"

#include "viz/detail/panel.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::viz {

namespace {

using detail::add_panel;
using detail::corner_box;
using detail::line_of_text;
using detail::on_page;

constexpr double padding = detail::panel_padding;
constexpr double sample_length = 34.0;
constexpr double sample_gap = 10.0;
constexpr double row_height = 21.0;
constexpr double row_size = 13.0;
constexpr double title_row = 25.0;
constexpr double column_gap = 18.0;

void add_sample(Picture& picture, const LegendEntry& entry, Point from) {
    const Point to{from.x + sample_length, from.y};
    if (entry.line) {
        picture.shapes.emplace_back(
            Line{.mark = on_page, .pieces = {{from, to}}, .stroke = *entry.line});
    }
    if (entry.core) {
        picture.shapes.emplace_back(
            Line{.mark = on_page, .pieces = {{from, to}}, .stroke = *entry.core});
    }
    if (entry.marker) {
        Marker marker = *entry.marker;
        marker.mark = on_page;
        marker.at = {(from.x + to.x) / 2.0, from.y};
        picture.shapes.emplace_back(std::move(marker));
    }
}

/// A legend's rows in columns, measured.
struct LegendLayout {
    std::size_t rows{}; ///< in the longest column
    std::vector<double> columns;
    double title_height{};
    double width{};
    double height{};
};

Text legend_title(const Legend& legend, const Palette& palette) {
    Text title = line_of_text(legend.title, {}, row_size, palette.ink);
    title.weight = Weight::bold;
    title.language = legend.language;
    return title;
}

Text legend_row(const LegendEntry& entry, const Palette& palette) {
    Text row = line_of_text(entry.words, {}, row_size, palette.ink);
    row.language = entry.language;
    return row;
}

/// How far a row's words stand from its left end: rows without a sample begin there.
double words_after(const LegendEntry& entry) {
    return entry.line || entry.marker ? sample_length + sample_gap : 0.0;
}

LegendLayout laid_out(const Picture& picture, const Legend& legend, const TextMeter& meter) {
    constexpr double most_of_height = 0.6;
    LegendLayout layout{.title_height = legend.title.empty() ? 0.0 : title_row};
    const double room = most_of_height * picture.height - layout.title_height - 2.0 * padding;
    const double fit = std::max(1.0, std::floor(room / row_height));
    const double count = static_cast<double>(legend.entries.size());
    const double columns = std::ceil(count / fit);
    layout.rows = static_cast<std::size_t>(std::ceil(count / columns));
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        if (i % layout.rows == 0) {
            layout.columns.push_back(0.0);
        }
        const LegendEntry& entry = legend.entries[i];
        layout.columns.back() = std::max(
            layout.columns.back(), words_after(entry) + meter.measure(legend_row(entry, {})).width);
    }
    for (const double column : layout.columns) {
        layout.width += column;
    }
    layout.width += column_gap * static_cast<double>(layout.columns.size() - 1);
    if (!legend.title.empty()) {
        layout.width = std::max(layout.width, meter.measure(legend_title(legend, {})).width);
    }
    layout.width += 2.0 * padding;
    layout.height =
        2.0 * padding + layout.title_height + row_height * static_cast<double>(layout.rows) - 3.0;
    return layout;
}

} // namespace

Box legend_box(const Picture& picture, const Legend& legend, Corner corner,
               const TextMeter& meter) {
    if (legend.entries.empty()) {
        return {};
    }
    const LegendLayout layout = laid_out(picture, legend, meter);
    return corner_box(picture, corner, layout.width, layout.height);
}

Box add_legend(Picture& picture, const Legend& legend, Corner corner, const TextMeter& meter,
               const Palette& palette) {
    if (legend.entries.empty()) {
        return {};
    }
    const LegendLayout layout = laid_out(picture, legend, meter);
    const Box box = corner_box(picture, corner, layout.width, layout.height);
    return add_legend_at(picture, legend, {box.left, box.top}, meter, palette);
}

Box add_legend_at(Picture& picture, const Legend& legend, Point top_left, const TextMeter& meter,
                  const Palette& palette) {
    const LegendLayout layout = laid_out(picture, legend, meter);
    const Box box{top_left.x, top_left.y, top_left.x + layout.width, top_left.y + layout.height};
    add_panel(picture, box, palette);
    double left = box.left + padding;
    if (!legend.title.empty()) {
        Text title = legend_title(legend, palette);
        title.at = {left, box.top + padding + row_size};
        picture.shapes.emplace_back(title);
    }
    const double top = box.top + padding + layout.title_height + row_height / 2.0 - 1.5;
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        const std::size_t row = i % layout.rows;
        if (row == 0 && i > 0) {
            left += layout.columns[i / layout.rows - 1] + column_gap;
        }
        const double middle = top + row_height * static_cast<double>(row);
        const LegendEntry& entry = legend.entries[i];
        add_sample(picture, entry, {left, middle});
        Text words = legend_row(entry, palette);
        words.at = {left + words_after(entry), middle + 0.36 * row_size};
        picture.shapes.emplace_back(std::move(words));
    }
    return box;
}

} // namespace landsea::viz
