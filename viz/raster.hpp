#pragma once

#include "viz/picture.hpp"

#include <string>

namespace landsea::viz {

/// The bytes of a PNG file, `scale` times as many pixels as the picture states: 2 for print.
///
/// Needs no display. The same fonts and libraries give the same bytes; chosen are Noto Sans and
/// Noto Sans CJK SC when installed. Throws std::invalid_argument when the scale is not positive
/// or the result would be over 32,000 pixels wide or high, or empty.
std::string to_png(const Picture& picture, double scale = 1.0);

/// The bytes of a PDF file of one page, one point (1/72 inch) per pixel, text searchable. Its
/// date of creation is 1 January 2000, so that the same picture gives the same bytes.
std::string to_pdf(const Picture& picture);

} // namespace landsea::viz
