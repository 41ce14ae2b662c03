#pragma once

#include "geo/projection.hpp"
#include "viz/camera.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/text_metrics.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::viz {

enum class Corner { top_left, top_right, bottom_left, bottom_right };

/// One row of a legend: a sample of a line, a marker on it, or both, and what it means.
struct LegendEntry {
    std::string words;
    std::optional<Stroke> line{};
    std::optional<Marker> marker{}; ///< its place is ignored
    Language language{Language::en};
};

struct Legend {
    std::string title{};
    std::vector<LegendEntry> entries;
};

/// Draws a panel in a corner and returns where it stands, so that names keep clear of it. Draws
/// nothing and returns an empty box when there are no entries.
Box add_legend(Picture& picture, const Legend& legend, Corner corner, const TextMeter& meter,
               const Palette& palette = {});

/// A title, and a smaller line below it unless it is empty, in the top left corner. Also becomes
/// the picture's title when that is empty.
Box add_title(Picture& picture, const std::string& title, const std::string& subtitle,
              const TextMeter& meter, const Palette& palette = {});

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

/// Writes the note into the bottom right corner.
Box add_map_note(Picture& picture, const MapNote& note, const TextMeter& meter,
                 const Palette& palette = {});

} // namespace landsea::viz
