#pragma once

#include <cstdint>

namespace landsea::viz {

/// A colour in sRGB with an opacity from 0 (nothing) to 1 (solid).
struct Colour {
    std::uint8_t red{};
    std::uint8_t green{};
    std::uint8_t blue{};
    double opacity{1.0};

    friend bool operator==(Colour, Colour) = default;
};

/// `rgb(0x0072B2)` is the colour written #0072B2 on the web.
constexpr Colour rgb(std::uint32_t code, double opacity = 1.0) {
    return {static_cast<std::uint8_t>(code >> 16U), static_cast<std::uint8_t>(code >> 8U),
            static_cast<std::uint8_t>(code), opacity};
}

} // namespace landsea::viz
