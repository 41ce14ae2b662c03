#include "viz/fonts.hpp"

#include "viz/detail/pango_text.hpp"

namespace landsea::viz {

namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

    void operator()(cairo_t* context) const { cairo_destroy(context); }

    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

} // namespace

std::string font_for(const std::string& words, Language language) {
    const std::unique_ptr<cairo_surface_t, SurfaceRelease> surface{
        cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
    const std::unique_ptr<cairo_t, SurfaceRelease> context{cairo_create(surface.get())};
    const detail::Layout made =
        detail::layout(context.get(), {.words = words, .language = language});
    if (pango_layout_get_unknown_glyphs_count(made.get()) > 0) {
        return {};
    }
    PangoLayoutLine* line = pango_layout_get_line_readonly(made.get(), 0);
    if (line == nullptr || line->runs == nullptr) {
        return {};
    }
    const auto* run = static_cast<PangoLayoutRun*>(line->runs->data);
    const std::unique_ptr<PangoFontDescription, SurfaceRelease> font{
        pango_font_describe(run->item->analysis.font)};
    return pango_font_description_get_family(font.get());
}

} // namespace landsea::viz
