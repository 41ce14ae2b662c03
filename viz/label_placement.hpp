#pragma once

#include "viz/picture.hpp"
#include "viz/text_metrics.hpp"

#include <optional>
#include <vector>

namespace landsea::viz {

/// A name to be written near a place.
struct Label {
    Text text;       ///< where it stands is decided here; size, weight and halo are kept
    Point place;     ///< what the name belongs to
    double gap{7.0}; ///< pixels between the place and the nearest letter
    int priority{};  ///< higher ones are placed first; equal ones in the order given
};

/// What names must respect.
struct LabelRoom {
    Box frame;                   ///< names lie within it
    std::vector<Box> keep_out{}; ///< and touch none of these: legend, markers
    std::vector<Box> avoid{};    ///< and cover as few as possible of these: bits of the routes
};

/// Each label's text set to the right, left, above, below or aslant of its place, so that none
/// overlaps another; nullopt where there is no room. In the order given. Greedy by priority, so
/// the same input gives the same result.
std::vector<std::optional<Text>> place_labels(const std::vector<Label>& labels,
                                              const LabelRoom& room, const TextMeter& meter);

/// Small boxes along a line, to be avoided by names: one for each 6 pixels.
std::vector<Box> boxes_along(const std::vector<Point>& line, double width);

} // namespace landsea::viz
