#pragma once

#include "viz/picture.hpp"

#include <pango/pangocairo.h>

#include <memory>

namespace landsea::viz::detail {

struct GObjectRelease {
    void operator()(void* object) const { g_object_unref(object); }
};

using Layout = std::unique_ptr<PangoLayout, GObjectRelease>;

/// One line of text ready to be measured or painted on `context`. Glyphs are not hinted, so that
/// sizes do not depend on the resolution.
Layout layout(cairo_t* context, const Text& text);

} // namespace landsea::viz::detail
