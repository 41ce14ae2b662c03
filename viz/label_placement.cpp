#include "viz/label_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace landsea::viz {

namespace {

/// Where a name may stand: which end of it is near the place, and how far it is shifted in gaps
/// and in heights of the text.
struct Position {
    Anchor anchor;
    double gaps_right;
    double gaps_down;
    double heights_down; ///< of the text's middle below the place
};

// In the order of preference that map makers state: right before left, above before below.
// Source: Imhof, Positioning names on maps, The American Cartographer 2 (1975).
constexpr std::array positions{
    Position{Anchor::start, 1.0, 0.0, 0.0},    Position{Anchor::end, -1.0, 0.0, 0.0},
    Position{Anchor::middle, 0.0, -0.8, -0.5}, Position{Anchor::middle, 0.0, 0.8, 0.5},
    Position{Anchor::start, 0.8, -0.4, -0.5},  Position{Anchor::start, 0.8, 0.4, 0.5},
    Position{Anchor::end, -0.8, -0.4, -0.5},   Position{Anchor::end, -0.8, 0.4, 0.5},
};

Text at_position(const Label& label, const Position& position, const TextExtent& extent) {
    // Capital letters reach to about 0.72 of the size: centre on them, not on the line's box.
    const double capitals = 0.72 * label.text.size;
    const double height = extent.ascent + extent.descent;
    Text text = label.text;
    text.anchor = position.anchor;
    text.at = {label.place.x + position.gaps_right * label.gap,
               label.place.y + position.gaps_down * label.gap +
                   position.heights_down * height * 0.8 + capitals / 2.0};
    return text;
}

/// What the letters cover: the line's box without the room above and below for accents.
Box letters(const TextMeter& meter, const Text& text) {
    const Box whole = meter.box(text);
    const double spare = 0.12 * whole.height();
    return {whole.left, whole.top + spare, whole.right, whole.bottom - spare};
}

bool hits(const std::vector<Box>& boxes, const Box& box) {
    return std::ranges::any_of(boxes, [&](const Box& other) { return other.overlaps(box); });
}

auto covered(const std::vector<Box>& boxes, const Box& box) {
    return std::ranges::count_if(boxes, [&](const Box& other) { return other.overlaps(box); });
}

} // namespace

std::vector<std::optional<Text>> place_labels(const std::vector<Label>& labels,
                                              const LabelRoom& room, const TextMeter& meter) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return labels[i].priority; });
    std::vector<Box> taken = room.keep_out;
    std::vector<std::optional<Text>> placed(labels.size());
    for (const std::size_t i : order) {
        const TextExtent extent = meter.measure(labels[i].text);
        std::optional<Box> best_box;
        auto least = std::numeric_limits<std::ptrdiff_t>::max();
        for (const Position& position : positions) {
            const Text text = at_position(labels[i], position, extent);
            const Box box = letters(meter, text);
            if (!room.frame.contains(box) || hits(taken, box)) {
                continue;
            }
            const std::ptrdiff_t cost = covered(room.avoid, box);
            if (cost < least) {
                least = cost;
                placed[i] = text;
                best_box = box;
            }
        }
        if (best_box) {
            taken.push_back(*best_box);
        }
    }
    return placed;
}

std::vector<Box> boxes_along(const std::vector<Point>& line, double width) {
    constexpr double step = 6.0;
    std::vector<Box> boxes;
    double next = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        while (next < length) {
            const double x = a.x + (b.x - a.x) * next / length;
            const double y = a.y + (b.y - a.y) * next / length;
            boxes.push_back(Box{x, y, x, y}.grown(width / 2.0));
            next += step;
        }
        next -= length;
    }
    return boxes;
}

} // namespace landsea::viz
