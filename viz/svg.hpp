#pragma once

#include "viz/picture.hpp"

#include <string>

namespace landsea::viz {

/// The picture as an SVG document in UTF-8. Text stays text, ids and titles are kept, and the same
/// picture gives the same bytes: no clock, no locale, coordinates to a tenth of a pixel.
std::string to_svg(const Picture& picture);

} // namespace landsea::viz
