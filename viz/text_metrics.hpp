#pragma once

#include "viz/picture.hpp"

#include <memory>

namespace landsea::viz {

/// The size of a line of text in pixels: `width` is how far the pen moves, the others reach from
/// the baseline up and down and suit every letter of the font.
struct TextExtent {
    double width{};
    double ascent{};
    double descent{};
};

/// Measures text as the PNG painter sets it. SVG viewers and the window come within a few per
/// cent, because their fonts may differ. Make one and keep it: it opens the fonts.
class TextMeter {
  public:
    TextMeter();
    TextMeter(TextMeter&&) noexcept;
    TextMeter& operator=(TextMeter&&) noexcept;
    ~TextMeter();

    [[nodiscard]] TextExtent measure(const Text& text) const;

    /// Where the text stands, its halo included. Text turned by other than a multiple of 90
    /// degrees gets the upright box round it.
    [[nodiscard]] Box box(const Text& text) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace landsea::viz
