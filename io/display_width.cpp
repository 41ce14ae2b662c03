#include "io/display_width.hpp"

#include "io/detail/utf8.hpp"

#include <algorithm>
#include <array>

namespace landsea::io {

namespace {

struct Block {
    char32_t first;
    char32_t last;
};

constexpr std::array<Block, 14> wide{{
    {0x1100, 0x115F},   // Hangul Jamo
    {0x231A, 0x231B},   // watch, hourglass
    {0x2E80, 0x303E},   // CJK radicals and punctuation
    {0x3041, 0x33FF},   // kana, bopomofo, CJK symbols
    {0x3400, 0x4DBF},   // CJK extension A
    {0x4E00, 0x9FFF},   // CJK ideographs
    {0xA000, 0xA4CF},   // Yi
    {0xAC00, 0xD7A3},   // Hangul
    {0xF900, 0xFAFF},   // CJK compatibility
    {0xFE30, 0xFE6F},   // CJK compatibility forms
    {0xFF00, 0xFF60},   // full width forms
    {0xFFE0, 0xFFE6},   // full width signs
    {0x1F300, 0x1FAFF}, // pictographs
    {0x20000, 0x3FFFD}, // CJK extensions
}};

constexpr std::array<Block, 11> combining{{
    {0x0300, 0x036F}, // diacritics
    {0x0483, 0x0489}, // Cyrillic
    {0x0E31, 0x0E31}, // Thai
    {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E},
    {0x0EB1, 0x0EB1}, // Lao
    {0x0EB4, 0x0EBC},
    {0x0EC8, 0x0ECD},
    {0x200B, 0x200F}, // zero width
    {0x20D0, 0x20F0},
    {0xFE00, 0xFE0F}, // variation selectors
}};

template <std::size_t N>
bool is_in(const std::array<Block, N>& blocks, char32_t code) {
    return std::ranges::any_of(
        blocks, [&](const Block& block) { return code >= block.first && code <= block.last; });
}

} // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const auto character = detail::first_character(text);
        if (!character) {
            ++width;
            text.remove_prefix(1);
            continue;
        }
        if (!is_in(combining, character->code)) {
            width += is_in(wide, character->code) ? 2 : 1;
        }
        text.remove_prefix(character->bytes);
    }
    return width;
}

} // namespace landsea::io
