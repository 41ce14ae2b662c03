#include "viz/text_metrics.hpp"

#include "viz/detail/pango_text.hpp"

#include <cmath>
#include <initializer_list>
#include <numbers>

namespace landsea::viz {

struct TextMeter::State {
    // Pango measures on a surface; nothing is ever painted on this one.
    cairo_surface_t* surface{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
    cairo_t* context{cairo_create(surface)};

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ~State() {
        cairo_destroy(context);
        cairo_surface_destroy(surface);
    }
};

TextMeter::TextMeter() : state_{std::make_unique<State>()} {}

TextMeter::TextMeter(TextMeter&&) noexcept = default;
TextMeter& TextMeter::operator=(TextMeter&&) noexcept = default;
TextMeter::~TextMeter() = default;

TextExtent TextMeter::measure(const Text& text) const {
    const detail::Layout made = detail::layout(state_->context, text);
    PangoRectangle logical;
    pango_layout_get_extents(made.get(), nullptr, &logical);
    constexpr double unit = PANGO_SCALE;
    const double baseline = pango_layout_get_baseline(made.get()) / unit;
    return {.width = logical.width / unit,
            .ascent = baseline - logical.y / unit,
            .descent = (logical.y + logical.height) / unit - baseline};
}

Box TextMeter::box(const Text& text) const {
    const TextExtent extent = measure(text);
    const double before = text.anchor == Anchor::start    ? 0.0
                          : text.anchor == Anchor::middle ? extent.width / 2.0
                                                          : extent.width;
    const double angle = text.turned * std::numbers::pi / 180.0;
    std::optional<Box> found;
    for (const double right : {-before, extent.width - before}) {
        for (const double down : {-extent.ascent, extent.descent}) {
            const double x = text.at.x + right * std::cos(angle) - down * std::sin(angle);
            const double y = text.at.y + right * std::sin(angle) + down * std::cos(angle);
            const Box corner{x, y, x, y};
            found = found ? around(*found, corner) : corner;
        }
    }
    return found->grown(text.halo ? text.halo->width : 0.0);
}

} // namespace landsea::viz
