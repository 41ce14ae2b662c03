#pragma once

#include "viz/legend.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"

#include <string>

namespace landsea::viz::detail {

inline constexpr double panel_edge = 16.0;    ///< from the picture's border to a panel
inline constexpr double panel_padding = 12.0; ///< from a panel's border to its content

/// The mark of furniture, which stays where it is when the map is dragged.
inline const Mark on_page{.id = {}, .title = {}, .pinned = Pinned::page};

/// One line of furniture's text.
Text line_of_text(std::string words, Point at, double size, Colour colour);

/// Where a panel of a size stands in a corner.
Box corner_box(const Picture& picture, Corner corner, double width, double height);

/// A pale ground with a thin border.
void add_panel(Picture& picture, const Box& box, const Palette& palette);

} // namespace landsea::viz::detail
