#pragma once

#include "viz/picture.hpp"

#include <string>

namespace landsea::viz {

/// The family that pictures set this text in, "Noto Sans CJK SC"; empty when no installed font has
/// a letter of it, so that boxes would be painted.
std::string font_for(const std::string& words, Language language);

} // namespace landsea::viz
