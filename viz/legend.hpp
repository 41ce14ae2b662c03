#pragma once

#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/text_metrics.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::viz {

enum class Corner { top_left, top_right, bottom_left, bottom_right };

/// One row of a legend: a sample of a line, a marker on it, or both, and what it means.
struct LegendEntry {
    std::string words;
    std::optional<Stroke> line{};
    std::optional<Stroke> core{};   ///< a thinner line on it
    std::optional<Marker> marker{}; ///< its place is ignored
    Language language{Language::en};
};

struct Legend {
    std::string title{};
    std::vector<LegendEntry> entries;
    Language language{Language::en}; ///< of the title
};

/// Where `add_legend` would draw its panel: in a corner, in as many columns as keep it below three
/// fifths of the picture's height.
Box legend_box(const Picture& picture, const Legend& legend, Corner corner, const TextMeter& meter);

/// Draws a panel in a corner and returns where it stands, so that names keep clear of it. Draws
/// nothing and returns an empty box when there are no entries.
Box add_legend(Picture& picture, const Legend& legend, Corner corner, const TextMeter& meter,
               const Palette& palette = {});

/// The same with its top left corner at a point.
Box add_legend_at(Picture& picture, const Legend& legend, Point top_left, const TextMeter& meter,
                  const Palette& palette = {});

} // namespace landsea::viz
