#include "viz/detail/graticule_labels.hpp"

#include "viz/base_layers.hpp"
#include "viz/detail/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace landsea::viz::detail {

namespace {

enum class Side { bottom, top, left, right };

constexpr double size = 10.5;
constexpr double inset = 4.0;

std::string degrees_text(double value, const std::array<const char*, 2>& halves) {
    const bool none = value == 0.0 || std::abs(value) == 180.0;
    return decimal(std::abs(value), 2) + "°" + (none ? "" : halves[value < 0.0 ? 1 : 0]);
}

std::string meridian_text(double lon, Language language) {
    return degrees_text(lon, language == Language::ru
                                 ? std::array<const char*, 2>{" в. д.", " з. д."}
                                 : std::array<const char*, 2>{"E", "W"});
}

std::string parallel_text(double lat, Language language) {
    return degrees_text(lat, language == Language::ru
                                 ? std::array<const char*, 2>{" с. ш.", " ю. ш."}
                                 : std::array<const char*, 2>{"N", "S"});
}

/// Where a line crosses one side of the frame.
std::vector<Point> crossings(const std::vector<std::vector<Point>>& pieces, const Box& frame,
                             Side side) {
    const auto beyond = [&](Point p) {
        switch (side) {
        case Side::bottom:
            return p.y - frame.bottom;
        case Side::top:
            return frame.top - p.y;
        case Side::left:
            return frame.left - p.x;
        case Side::right:
            break;
        }
        return p.x - frame.right;
    };
    std::vector<Point> found;
    for (const auto& piece : pieces) {
        for (std::size_t i = 1; i < piece.size(); ++i) {
            const double a = beyond(piece[i - 1]);
            const double b = beyond(piece[i]);
            if ((a < 0.0) != (b < 0.0)) {
                const double part = a / (a - b);
                found.push_back({piece[i - 1].x + (piece[i].x - piece[i - 1].x) * part,
                                 piece[i - 1].y + (piece[i].y - piece[i - 1].y) * part});
            }
        }
    }
    return found;
}

/// Writes labels one after the other, each where it finds room.
class Writer {
  public:
    Writer(Picture& picture, Box frame, const std::vector<Box>& keep_out, const TextMeter& meter,
           const Palette& palette, Language language)
        : picture_{&picture}, frame_{frame}, taken_{keep_out}, meter_{&meter}, palette_{&palette},
          language_{language} {}

    void write(const std::vector<std::vector<Point>>& line, const std::string& words,
               std::array<Side, 2> sides) {
        for (const Side side : sides) {
            for (const Point at : crossings(line, frame_, side)) {
                place(words, at, side);
            }
        }
    }

    [[nodiscard]] std::vector<Box> written() const { return written_; }

  private:
    void place(const std::string& words, Point at, Side side) {
        Text text{.mark = {},
                  .at = at,
                  .words = words,
                  .size = size,
                  .colour = palette_->muted_ink,
                  .language = language_,
                  .halo = Halo{palette_->halo, 2.0}};
        const bool upright = side == Side::bottom || side == Side::top;
        text.anchor = upright ? Anchor::middle : side == Side::left ? Anchor::start : Anchor::end;
        text.at.x += upright ? 0.0 : side == Side::left ? inset : -inset;
        text.at.y += side == Side::bottom ? -inset : side == Side::top ? size + inset : 0.36 * size;
        const Box box = meter_->box(text);
        const auto touches = [&](const Box& other) { return other.overlaps(box.grown(2.0)); };
        if (!frame_.contains(box) || std::ranges::any_of(taken_, touches)) {
            return;
        }
        taken_.push_back(box);
        written_.push_back(box);
        picture_->shapes.emplace_back(std::move(text));
    }

    Picture* picture_;
    Box frame_;
    std::vector<Box> taken_;
    std::vector<Box> written_;
    const TextMeter* meter_;
    const Palette* palette_;
    Language language_;
};

} // namespace

std::vector<Box> add_graticule_labels(Picture& picture, const geo::Projection& projection,
                                      const Camera& camera, double degrees,
                                      const std::vector<Box>& keep_out, const TextMeter& meter,
                                      const Palette& palette, Language language) {
    if (!(degrees > 0.0)) {
        return {};
    }
    Writer writer{picture, {0.0, 0.0, camera.width, camera.height}, keep_out, meter, palette,
                  language};
    for (double lon = -180.0; lon < 180.0; lon += degrees) {
        writer.write(
            to_pixels(projection, camera, graticule_meridian(lon), geo::Edge::straight_in_degrees),
            meridian_text(lon, language), {Side::bottom, Side::top});
    }
    for (double lat = 0.0; lat < 90.0; lat += degrees) {
        for (const double signed_lat : {lat, -lat}) {
            if (lat > 0.0 || signed_lat == lat) {
                writer.write(to_pixels(projection, camera, graticule_parallel(signed_lat),
                                       geo::Edge::straight_in_degrees),
                             parallel_text(signed_lat, language), {Side::left, Side::right});
            }
        }
    }
    return writer.written();
}

} // namespace landsea::viz::detail
