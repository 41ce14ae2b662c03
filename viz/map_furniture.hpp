#pragma once

#include "geo/projection.hpp"
#include "viz/camera.hpp"
#include "viz/legend.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/text_metrics.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::viz {

/// A title, and a smaller line below it unless it is empty, in the top left corner. A title too
/// wide for the picture is set smaller, down to three fifths, and then broken into lines; a line
/// below it that is too wide is left out. Also becomes the picture's title when that is empty.
Box add_title(Picture& picture, const std::string& title, const std::string& subtitle,
              const TextMeter& meter, const Palette& palette = {},
              Language language = Language::en);

/// A bar of a round length that is right, in the east-west direction, at the centre of the map,
/// and says so; its lower left end is at `at`. Nullopt, and nothing drawn, when the centre shows
/// no place on the Earth. Accuracy: 1 % of the drawn length.
std::optional<Box> add_scale_bar(Picture& picture, const geo::Projection& projection,
                                 const Camera& camera, Point at, const TextMeter& meter,
                                 const Palette& palette = {}, Language language = Language::en);

/// What every map has to say about itself.
struct MapNote {
    std::string projection;             ///< `geo::Projection::name`
    std::string data_date{};            ///< of the data shown, "2024-06"; empty to leave out
    std::vector<std::string> credits{}; ///< in addition to that of the base map
    Language language{Language::en};    ///< of the words; names of projections are English
};

/// The note's lines: projection and date; that boundaries are schematic; the credits.
std::vector<std::string> note_lines(const MapNote& note);

/// Writes the note into the bottom right corner. Lines too wide for the picture are left out,
/// except that credits are broken at their dots.
Box add_map_note(Picture& picture, const MapNote& note, const TextMeter& meter,
                 const Palette& palette = {});

} // namespace landsea::viz
