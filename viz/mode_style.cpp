#include "viz/mode_style.hpp"

#include <algorithm>

namespace landsea::viz {

const std::vector<ModeStyle>& mode_styles() {
    static const std::vector<ModeStyle> styles{
        {model::Mode::rail, {"rail", "铁路", "железная дорога"}, 4.2, {}},
        {model::Mode::road, {"road", "公路", "автодорога"}, 2.6, {}},
        {model::Mode::inland_waterway, {"inland waterway", "内河", "река"}, 4.2, {9.0, 4.5}},
        {model::Mode::sea, {"sea", "海运", "море"}, 3.2, {14.0, 7.0}},
        {model::Mode::air, {"air", "航空", "воздух"}, 2.4, {2.0, 6.0}},
    };
    return styles;
}

namespace {

const ModeStyle& style_of(model::Mode mode) {
    return *std::ranges::find(mode_styles(), mode, &ModeStyle::mode);
}

} // namespace

Stroke stroke_of(model::Mode mode, Colour colour) {
    const ModeStyle& style = style_of(mode);
    return {.colour = colour,
            .width = style.width,
            .dash = style.dash,
            .cap = style.dash.empty() ? Cap::round : Cap::butt};
}

} // namespace landsea::viz
