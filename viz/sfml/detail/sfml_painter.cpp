#include "viz/sfml/detail/sfml_painter.hpp"

#include "viz/detail/marker_outline.hpp"
#include "viz/stroke_mesh.hpp"

#include <SFML/Graphics/Text.hpp>
#include <SFML/Graphics/Vertex.hpp>
#include <SFML/System/Utf.hpp>

#include <cmath>
#include <iterator>

namespace landsea::viz::detail {

namespace {

sf::Color colour(Colour c, double cover = 1.0) {
    return {c.red, c.green, c.blue, static_cast<sf::Uint8>(std::lround(255.0 * c.opacity * cover))};
}

sf::Vector2f vector(Point p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

Point seen(Point p, const View& view) {
    return {p.x * view.magnified + view.moved.x, p.y * view.magnified + view.moved.y};
}

std::vector<Point> seen(const std::vector<Point>& line, const View& view) {
    std::vector<Point> moved;
    moved.reserve(line.size());
    for (const Point& p : line) {
        moved.push_back(seen(p, view));
    }
    return moved;
}

/// A stretch of text in one font.
struct Run {
    sf::String words;
    bool chinese{false};
};

std::vector<Run> runs(const std::string& words) {
    constexpr sf::Uint32 first_chinese = 0x2E80; // CJK radicals; all below is in Noto Sans
    std::vector<Run> made;
    for (const sf::Uint32 letter : sf::String::fromUtf8(words.begin(), words.end())) {
        const bool chinese = letter >= first_chinese;
        if (made.empty() || made.back().chinese != chinese) {
            made.push_back({.words = {}, .chinese = chinese});
        }
        made.back().words += letter;
    }
    return made;
}

/// Paints one shape.
class ShapePainter {
  public:
    ShapePainter(sf::RenderTarget& target, const View& view, const Fonts& fonts,
                 const std::vector<Triangle>& triangles)
        : target_{&target}, view_{&view}, fonts_{&fonts}, triangles_{&triangles} {}

    void operator()(const Area& area) {
        for (const Triangle& triangle : *triangles_) {
            for (const Point& p : triangle) {
                vertices_.emplace_back(vector(seen(p, *view_)), colour(area.fill));
            }
        }
        // The fill has hard borders: a line of its own colour softens them.
        const Stroke border =
            area.outline.value_or(Stroke{.colour = area.fill, .width = 1.0, .dash = {}});
        if (area.outline || area.fill.opacity == 1.0) {
            for (std::vector<Point> ring : area.rings) {
                if (!ring.empty()) {
                    ring.push_back(ring.front());
                }
                add_line(seen(ring, *view_), border);
            }
        }
        flush();
    }

    void operator()(const Line& line) {
        if (line.halo) {
            Stroke casing = line.stroke;
            casing.colour = line.halo->colour;
            casing.width += 2.0 * line.halo->width;
            casing.dash.clear();
            for (const auto& piece : line.pieces) {
                add_line(seen(piece, *view_), casing);
            }
        }
        for (const auto& piece : line.pieces) {
            add_line(seen(piece, *view_), line.stroke);
        }
        flush();
    }

    void operator()(const Text& text) {
        std::vector<sf::Text> parts;
        double width = 0.0;
        for (const Run& run : runs(text.words)) {
            const sf::Font& font = run.chinese ? *fonts_->chinese : fonts_->for_text(text.weight);
            sf::Text part{run.words, font, static_cast<unsigned>(std::lround(text.size))};
            // The Chinese font has no bold face, and thickening closes letters such as 重.
            part.setFillColor(colour(text.colour));
            part.move(static_cast<float>(width), 0.0F);
            width += static_cast<double>(part.findCharacterPos(run.words.getSize()).x -
                                         part.getPosition().x);
            parts.push_back(part);
        }
        write(text, parts, width);
    }

    void operator()(const Marker& marker) {
        Marker here = marker;
        here.at = seen(marker.at, *view_);
        const std::vector<Point> corners = marker_outline(here);
        const double border = marker.outline ? marker.outline->width / 2.0 : 0.0;
        if (corners.empty()) {
            if (marker.outline) {
                add_mesh(disc_mesh(here.at, marker.size / 2.0 + border), marker.outline->colour);
            }
            add_mesh(disc_mesh(here.at, marker.size / 2.0 - border), marker.fill);
        } else {
            for (const Triangle& triangle : triangulated({corners})) {
                for (const Point& p : triangle) {
                    vertices_.emplace_back(vector(p), colour(marker.fill));
                }
            }
            std::vector<Point> ring = corners;
            ring.push_back(corners.front());
            add_line(ring, marker.outline.value_or(
                               Stroke{.colour = marker.fill, .width = 1.0, .dash = {}}));
        }
        flush();
    }

  private:
    void add_mesh(const std::vector<MeshTriangle>& mesh, Colour c) {
        for (const MeshTriangle& triangle : mesh) {
            for (const MeshPoint& p : triangle) {
                vertices_.emplace_back(vector(p.at), colour(c, p.cover));
            }
        }
    }

    void add_line(const std::vector<Point>& line, const Stroke& stroke) {
        add_mesh(stroke_mesh(line, stroke), stroke.colour);
    }

    void flush() {
        if (!vertices_.empty()) {
            target_->draw(vertices_.data(), vertices_.size(), sf::Triangles);
            vertices_.clear();
        }
    }

    void write(const Text& text, std::vector<sf::Text>& parts, double width) {
        const double before = text.anchor == Anchor::start    ? 0.0
                              : text.anchor == Anchor::middle ? width / 2.0
                                                              : width;
        const Point at = seen(text.at, *view_);
        sf::Transform place;
        // Whole pixels keep the letters sharp. SFML puts the baseline one size below the top.
        const bool upright = text.turned == 0.0;
        const Point start{at.x - (upright ? before : 0.0), at.y};
        place.translate(upright ? sf::Vector2f{std::round(static_cast<float>(start.x)),
                                               std::round(static_cast<float>(start.y))}
                                : vector(start));
        place.rotate(static_cast<float>(text.turned));
        place.translate(upright ? 0.0F : static_cast<float>(-before),
                        -std::round(static_cast<float>(text.size)));
        if (text.halo) {
            for (sf::Text part : parts) {
                part.setFillColor(sf::Color::Transparent);
                part.setOutlineColor(colour(text.halo->colour));
                part.setOutlineThickness(static_cast<float>(text.halo->width));
                target_->draw(part, place);
            }
        }
        for (const sf::Text& part : parts) {
            target_->draw(part, place);
        }
    }

    sf::RenderTarget* target_;
    const View* view_;
    const Fonts* fonts_;
    const std::vector<Triangle>* triangles_;
    std::vector<sf::Vertex> vertices_;
};

} // namespace

SfmlPainter::SfmlPainter(Picture picture, const Fonts& fonts)
    : picture_{std::move(picture)}, fonts_{&fonts} {
    for (const Shape& shape : picture_.shapes) {
        const auto* area = std::get_if<Area>(&shape);
        triangles_.push_back(area == nullptr ? std::vector<Triangle>{} : triangulated(area->rings));
    }
}

void SfmlPainter::paint(sf::RenderTarget& target, const View& view) const {
    target.clear(colour(picture_.background));
    const View page{.width = view.width, .height = view.height};
    for (std::size_t i = 0; i < picture_.shapes.size(); ++i) {
        const bool on_page = mark_of(picture_.shapes[i]).pinned == Pinned::page;
        std::visit(ShapePainter{target, on_page ? page : view, *fonts_, triangles_[i]},
                   picture_.shapes[i]);
    }
}

} // namespace landsea::viz::detail
