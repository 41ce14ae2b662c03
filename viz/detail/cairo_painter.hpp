#pragma once

#include "viz/picture.hpp"

#include <cairo.h>

namespace landsea::viz::detail {

/// Paints background and shapes in the units of the picture.
void paint(cairo_t* context, const Picture& picture);

} // namespace landsea::viz::detail
