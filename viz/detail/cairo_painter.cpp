#include "viz/detail/cairo_painter.hpp"

#include "viz/detail/marker_outline.hpp"
#include "viz/detail/pango_text.hpp"

#include <numbers>

namespace landsea::viz::detail {

namespace {

class Painter {
  public:
    explicit Painter(cairo_t* context) : to_{context} {}

    void operator()(const Area& area) const {
        cairo_new_path(to_);
        trace(area.rings, true);
        cairo_set_fill_rule(to_, CAIRO_FILL_RULE_EVEN_ODD);
        use(area.fill);
        cairo_fill_preserve(to_);
        outline(area.outline);
    }

    void operator()(const Line& line) const {
        cairo_new_path(to_);
        trace(line.pieces, false);
        if (line.halo) {
            Stroke casing = line.stroke;
            casing.colour = line.halo->colour;
            casing.width += 2.0 * line.halo->width;
            casing.dash.clear();
            use(casing);
            cairo_stroke_preserve(to_);
        }
        use(line.stroke);
        cairo_stroke(to_);
    }

    void operator()(const Text& text) const {
        const Layout made = layout(to_, text);
        PangoRectangle logical;
        pango_layout_get_extents(made.get(), nullptr, &logical);
        constexpr double unit = PANGO_SCALE;
        const double width = logical.width / unit;
        const double before = text.anchor == Anchor::start    ? 0.0
                              : text.anchor == Anchor::middle ? width / 2.0
                                                              : width;
        cairo_save(to_);
        cairo_translate(to_, text.at.x, text.at.y);
        cairo_rotate(to_, text.turned * std::numbers::pi / 180.0);
        cairo_translate(to_, -before, -pango_layout_get_baseline(made.get()) / unit);
        cairo_new_path(to_);
        if (text.halo) {
            pango_cairo_layout_path(to_, made.get());
            use(Stroke{.colour = text.halo->colour, .width = 2.0 * text.halo->width});
            cairo_stroke(to_);
            cairo_move_to(to_, 0.0, 0.0);
        }
        use(text.colour);
        pango_cairo_show_layout(to_, made.get());
        cairo_restore(to_);
    }

    void operator()(const Marker& marker) const {
        const std::vector<Point> corners = marker_outline(marker);
        cairo_new_path(to_);
        if (corners.empty()) {
            cairo_arc(to_, marker.at.x, marker.at.y, marker.size / 2.0, 0.0,
                      2.0 * std::numbers::pi);
            cairo_close_path(to_);
        } else {
            trace({corners}, true);
        }
        use(marker.fill);
        cairo_fill_preserve(to_);
        outline(marker.outline);
    }

  private:
    void trace(const std::vector<std::vector<Point>>& lines, bool closed) const {
        for (const auto& line : lines) {
            cairo_new_sub_path(to_);
            for (const Point& point : line) {
                cairo_line_to(to_, point.x, point.y);
            }
            if (closed) {
                cairo_close_path(to_);
            }
        }
    }

    void outline(const std::optional<Stroke>& stroke) const {
        if (stroke) {
            use(*stroke);
            cairo_stroke_preserve(to_);
        }
        cairo_new_path(to_);
    }

    void use(Colour colour) const {
        constexpr double full = 255.0;
        cairo_set_source_rgba(to_, colour.red / full, colour.green / full, colour.blue / full,
                              colour.opacity);
    }

    void use(const Stroke& stroke) const {
        use(stroke.colour);
        cairo_set_line_width(to_, stroke.width);
        cairo_set_dash(to_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0.0);
        cairo_set_line_cap(to_, stroke.cap == Cap::round    ? CAIRO_LINE_CAP_ROUND
                                : stroke.cap == Cap::square ? CAIRO_LINE_CAP_SQUARE
                                                            : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(to_, stroke.join == Join::round   ? CAIRO_LINE_JOIN_ROUND
                                 : stroke.join == Join::bevel ? CAIRO_LINE_JOIN_BEVEL
                                                              : CAIRO_LINE_JOIN_MITER);
    }

    cairo_t* to_;
};

} // namespace

void paint(cairo_t* context, const Picture& picture) {
    constexpr double full = 255.0;
    cairo_set_source_rgba(context, picture.background.red / full, picture.background.green / full,
                          picture.background.blue / full, picture.background.opacity);
    cairo_paint(context);
    const Painter painter{context};
    for (const Shape& shape : picture.shapes) {
        std::visit(painter, shape);
    }
}

} // namespace landsea::viz::detail
