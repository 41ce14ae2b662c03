#pragma once

#include "model/mode.hpp"
#include "model/names.hpp"
#include "viz/picture.hpp"

#include <vector>

namespace landsea::viz {

/// How the lines of a mode are drawn: told apart by pattern and width as well as by words, so that
/// colour is free for routes.
struct ModeStyle {
    model::Mode mode{};
    model::Names names;
    double width{};
    std::vector<double> dash;
};

/// One for each mode, in the order of legends.
const std::vector<ModeStyle>& mode_styles();

/// The stroke of a mode's lines in a colour.
Stroke stroke_of(model::Mode mode, Colour colour);

} // namespace landsea::viz
