#pragma once

#include "geo/basemap.hpp"
#include "viz/base_layers.hpp"
#include "viz/map_content.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::viz {

/// A piece of the Earth in degrees; `west` may exceed `east` across the antimeridian.
struct Extent {
    double west{};
    double south{};
    double east{};
    double north{};
};

/// How a map is drawn and what it says about itself.
struct MapStyle {
    double width{1600.0}; ///< pixels
    double height{1100.0};
    /// Text and lines as large as on a map of 1,600 by 1,100 pixels of the same shape, times this:
    /// a poster's text grows with it. Below 1,200 by 825 pixels they stay at three quarters.
    double magnified{1.0};
    /// The first is that of titles, legend and note; places are named in all.
    std::vector<model::Language> languages{model::Language::en};
    /// A preset or a PROJ string; empty for a Lambert conformal conic fitted to the tracks.
    std::string projection{};
    BaseMapStyle base{};
    /// Between the lines of the graticule; 0 for none; absent for a round step that suits the map.
    std::optional<double> graticule_degrees{};
    std::string data_date{};        ///< "2026-11"; empty to leave out
    std::string credit{};           ///< program and data, for the note
    std::optional<Extent> extent{}; ///< what is shown; else all of every track
    std::optional<View> view{};     ///< what a reader sees of it in a window; sizes stay as stated
};

/// A map with coast, tracks, arrowheads, places and their names, legend, scale bar, graticule with
/// its degrees, projection, credit, date and the note that boundaries are schematic. Tracks that
/// share a line run side by side. Furniture that finds no room is left out, and nothing written
/// overlaps; the title and the note on boundaries are always there.
///
/// Throws std::invalid_argument for a projection that cannot be drawn.
Picture draw_map(const MapContent& content, const geo::BaseMap& base, const MapStyle& style);

/// One panel for each content on one page, all on one projection and scale, with a shared title,
/// legend and note.
Picture draw_panels(const std::vector<MapContent>& contents, const std::string& title,
                    const geo::BaseMap& base, const MapStyle& style);

/// How many metres of the projected map one pixel of `draw_map`'s picture shows: for choosing the
/// scale of the base map.
double metres_per_pixel(const MapContent& content, const MapStyle& style);

} // namespace landsea::viz
