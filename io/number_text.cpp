#include "io/number_text.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace landsea::io {

namespace {

/// Room for the longest double in fixed notation (309 digits), a sign, a point and 20 decimals.
using Digits = std::array<char, 400>;

std::string grouped(std::string text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t end = text.find('.');
    if (end == std::string::npos) {
        end = text.size();
    }
    for (std::size_t at = end; at > first + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

} // namespace

std::string fixed_text(double value, int decimals, Grouping grouping) {
    assert(decimals >= 0 && decimals <= 20);
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    Digits digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    std::string text{digits.data(), end};
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos) {
        text.erase(0, 1);
    }
    return grouping == Grouping::comma ? grouped(std::move(text)) : text;
}

std::string shortest_text(double value) {
    if (value == 0.0) {
        return "0";
    }
    if (!std::isfinite(value)) {
        return fixed_text(value, 0);
    }
    Digits digits{};
    const double size = std::abs(value);
    const auto format =
        size >= 1e-5 && size < 1e15 ? std::chars_format::fixed : std::chars_format::general;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, format).ptr;
    return {digits.data(), end};
}

std::string integer_text(std::int64_t value, Grouping grouping) {
    std::string text = std::to_string(value);
    return grouping == Grouping::comma ? grouped(std::move(text)) : text;
}

} // namespace landsea::io
