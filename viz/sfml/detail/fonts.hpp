#pragma once

#include "viz/picture.hpp"

#include <SFML/Graphics/Font.hpp>

#include <memory>

namespace landsea::viz::detail {

/// The fonts of a window. SFML knows no substitutes, so Chinese text has a font of its own.
struct Fonts {
    std::unique_ptr<sf::Font> normal;
    std::unique_ptr<sf::Font> bold;
    std::unique_ptr<sf::Font> chinese;

    [[nodiscard]] const sf::Font& for_text(Weight weight) const {
        return weight == Weight::bold ? *bold : *normal;
    }
};

/// Finds and opens the fonts by way of fontconfig. Throws std::runtime_error that names the Debian
/// package to install when one cannot be opened.
Fonts open_fonts();

} // namespace landsea::viz::detail
