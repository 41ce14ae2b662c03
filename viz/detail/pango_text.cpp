#include "viz/detail/pango_text.hpp"

#include <cmath>

namespace landsea::viz::detail {

namespace {

const char* tag(Language language) {
    switch (language) {
    case Language::zh_hans:
        return "zh-hans";
    case Language::ru:
        return "ru";
    case Language::en:
        break;
    }
    return "en";
}

struct FontRelease {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }

    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }

    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};

} // namespace

Layout layout(cairo_t* context, const Text& text) {
    Layout made{pango_cairo_create_layout(context)};
    PangoContext* settings = pango_layout_get_context(made.get());
    const std::unique_ptr<cairo_font_options_t, FontRelease> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(settings, options.get());
    pango_context_set_language(settings, pango_language_from_string(tag(text.language)));
    pango_context_set_round_glyph_positions(settings, FALSE);
    pango_layout_context_changed(made.get());

    const std::unique_ptr<PangoFontDescription, FontRelease> font{pango_font_description_new()};
    pango_font_description_set_family(font.get(),
                                      "Noto Sans,Noto Sans CJK SC,WenQuanYi Micro Hei,Sans");
    pango_font_description_set_absolute_size(font.get(), std::round(text.size * PANGO_SCALE));
    pango_font_description_set_weight(
        font.get(), text.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_single_paragraph_mode(made.get(), TRUE);
    pango_layout_set_text(made.get(), text.words.data(), static_cast<int>(text.words.size()));
    return made;
}

} // namespace landsea::viz::detail
