#include "viz/detail/panel.hpp"

namespace landsea::viz::detail {

namespace {

std::vector<Point> rectangle(const Box& box) {
    return {
        {box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}};
}

} // namespace

Text line_of_text(std::string words, Point at, double size, Colour colour) {
    return {.mark = on_page, .at = at, .words = std::move(words), .size = size, .colour = colour};
}

Box corner_box(const Picture& picture, Corner corner, double width, double height) {
    const bool left = corner == Corner::top_left || corner == Corner::bottom_left;
    const bool top = corner == Corner::top_left || corner == Corner::top_right;
    const double x = left ? panel_edge : picture.width - panel_edge - width;
    const double y = top ? panel_edge : picture.height - panel_edge - height;
    return {x, y, x + width, y + height};
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

} // namespace landsea::viz::detail
