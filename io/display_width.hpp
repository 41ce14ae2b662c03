#pragma once

#include <cstddef>
#include <string_view>

namespace landsea::io {

/// How many terminal columns a UTF-8 text takes: two for a wide East Asian character or emoji, none
/// for a combining mark, one for each other character and for each byte that is not UTF-8.
///
/// Accuracy: by blocks, not by single characters; right for Latin, Cyrillic, Greek, Chinese,
/// Japanese, Korean, Thai and box drawing.
/// Source: Unicode Standard Annex 11 (East Asian Width W and F), general categories Mn and Me.
std::size_t display_width(std::string_view text);

} // namespace landsea::io
