#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace landsea::io::detail {

/// One character of a UTF-8 text and how many bytes it takes.
struct Utf8Character {
    char32_t code{};
    std::size_t bytes{};
};

/// The character at the start of `text`, which is not empty. Nullopt when the bytes are not UTF-8:
/// overlong forms, surrogates and codes above U+10FFFF are not.
/// Source: RFC 3629, section 4.
std::optional<Utf8Character> first_character(std::string_view text);

/// The offset of the first byte that is not part of a UTF-8 character; nullopt when all are.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

} // namespace landsea::io::detail
