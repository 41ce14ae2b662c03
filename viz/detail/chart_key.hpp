#pragma once

#include "scenarios/comparison.hpp"
#include "viz/distance_chart.hpp"
#include "viz/text_metrics.hpp"

namespace landsea::viz::detail {

/// How many routes of a chart are drawn with their range.
inline constexpr std::size_t fans = 2;

/// The glyph forms for a language.
Language glyphs(model::Language language);

/// Samples of all routes with their totals, in rows along the bottom.
void draw_key(Picture& picture, const scenarios::Comparison& comparison,
              const DistanceChartStyle& style, const TextMeter& meter);

/// How to read the chart, who made it and from what.
void draw_note(Picture& picture, const DistanceChartStyle& style);

} // namespace landsea::viz::detail
