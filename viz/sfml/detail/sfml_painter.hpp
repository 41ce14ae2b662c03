#pragma once

#include "viz/picture.hpp"
#include "viz/sfml/detail/fonts.hpp"
#include "viz/triangles.hpp"
#include "viz/view.hpp"

#include <SFML/Graphics/RenderTarget.hpp>

#include <vector>

namespace landsea::viz::detail {

/// Paints one picture as often as wanted; surfaces are cut into triangles once.
class SfmlPainter {
  public:
    SfmlPainter(Picture picture, const Fonts& fonts);

    /// Paints the picture as seen through `view`; what is pinned to the page stays.
    void paint(sf::RenderTarget& target, const View& view) const;

    [[nodiscard]] const Picture& picture() const { return picture_; }

  private:
    Picture picture_;
    std::vector<std::vector<Triangle>> triangles_; ///< one entry per shape; empty unless an area
    const Fonts* fonts_;
};

} // namespace landsea::viz::detail
