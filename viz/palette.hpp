#pragma once

#include "viz/colour.hpp"

#include <array>
#include <cstddef>

namespace landsea::viz {

/// Colours by what they mean. Grounds are pale and of like lightness, so that routes carry all the
/// contrast.
struct Palette {
    Colour paper{rgb(0xFFFFFF)}; ///< page, panels of the furniture
    Colour sea{rgb(0xD3E3EC)};
    Colour land{rgb(0xF4F1E8)};
    Colour lake{rgb(0xD3E3EC)};
    Colour river{rgb(0x9FC0D3)};
    Colour coast{rgb(0x8FA9B8)};
    Colour boundary{rgb(0xC3BAA6)};
    Colour graticule{rgb(0x7C97A6, 0.22)};
    Colour ink{rgb(0x1E2733)};       ///< titles and main labels
    Colour muted_ink{rgb(0x56616D)}; ///< notes and minor labels
    Colour halo{rgb(0xFFFFFF, 0.88)};

    /// Told apart by people with any common colour blindness, and dark enough for the grounds
    /// above: five of the eight colours of Okabe & Ito, Color Universal Design (2008), and their
    /// reddish purple darkened; their yellow and sky blue are too pale for lines on water.
    std::array<Colour, 6> routes{rgb(0xD55E00), rgb(0x0072B2), rgb(0x009E73),
                                 rgb(0xA8467F), rgb(0xE69F00), rgb(0x000000)};

    /// The colour of the n-th route to be compared; begins again after the last.
    [[nodiscard]] Colour route(std::size_t n) const { return routes[n % routes.size()]; }
};

} // namespace landsea::viz
