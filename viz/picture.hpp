#pragma once

#include "viz/box.hpp"
#include "viz/colour.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace landsea::viz {

enum class Cap { butt, round, square };
enum class Join { miter, round, bevel };

/// How a line is drawn; lengths in pixels.
struct Stroke {
    Colour colour;
    double width{1.0};
    std::vector<double> dash{}; ///< lengths of dash, gap, dash, …; empty for a solid line
    Cap cap{Cap::round};
    Join join{Join::round};
};

/// A band of `width` pixels round a line or text, which keeps it readable on any ground.
struct Halo {
    Colour colour;
    double width{};
};

/// What a shape stays with when the reader drags the map.
enum class Pinned {
    map,  ///< moves with the map: coasts, routes, labels
    page, ///< stays: legend, scale bar, notes
};

/// What every shape has. `id` is unique in the picture or empty; letters, digits, - and _ only.
/// `title` is read aloud by screen readers and shown on hovering; empty for decoration.
struct Mark {
    std::string id{};
    std::string title{};
    Pinned pinned{Pinned::map};
};

/// A filled surface: rings without their last point repeated, filled by the even-odd rule.
struct Area {
    Mark mark;
    std::vector<std::vector<Point>> rings;
    Colour fill;
    std::optional<Stroke> outline{};
};

/// One line, in several pieces where the map cuts it.
struct Line {
    Mark mark;
    std::vector<std::vector<Point>> pieces;
    Stroke stroke;
    std::optional<Halo> halo{};
};

enum class Weight { normal, bold };
enum class Anchor { start, middle, end };
enum class Language { en, zh_hans, ru };

/// One line of text. `at` is on the baseline.
struct Text {
    Mark mark;
    Point at;
    std::string words; ///< UTF-8
    double size{13.0}; ///< of the type, in pixels
    Colour colour;
    Weight weight{Weight::normal};
    Anchor anchor{Anchor::start};
    Language language{Language::en}; ///< zh_hans also for "Chongqing 重庆": it chooses the glyphs
    std::optional<Halo> halo{};
    double turned{0.0}; ///< degrees clockwise about `at`
};

enum class Symbol { circle, square, diamond, triangle };

/// A sign at a place. `size` is its width in pixels.
struct Marker {
    Mark mark;
    Point at;
    Symbol symbol{Symbol::circle};
    double size{8.0};
    Colour fill;
    std::optional<Stroke> outline{};
};

using Shape = std::variant<Area, Line, Text, Marker>;

/// A finished drawing, painted first to last. It is plain data, so a test can read it and any
/// painter (SVG, PNG, PDF, a window) can show it. Sizes in pixels.
struct Picture {
    double width{};
    double height{};
    Colour background;
    std::string title{};       ///< what the picture shows, in a few words
    std::string description{}; ///< the same for someone who cannot see it
    std::vector<Shape> shapes{};
};

/// The mark of any shape.
const Mark& mark_of(const Shape& shape);

/// `picture` with all shapes pinned to the map magnified about the top left corner and then moved;
/// widths of lines, sizes of text and shapes pinned to the page stay as they are.
Picture moved(Picture picture, double magnified, Point by);

/// `picture` with everything magnified: places, widths, sizes of text, dashes, halos.
Picture scaled(Picture picture, double magnified);

/// Puts `part` onto `picture` with its top left corner at `at`: a chart below a map. Its
/// background is painted as an area. Shapes are not clipped.
void place(Picture& picture, const Picture& part, Point at);

} // namespace landsea::viz
