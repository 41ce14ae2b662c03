#pragma once

#include "geo/geodesic.hpp"
#include "model/mode.hpp"
#include "model/names.hpp"
#include "viz/picture.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::viz {

/// Which way boxes go on a leg; those that go one way get arrowheads.
enum class Flow { onward, both_ways };

/// Whether a track is what a map is about, or thin and grey behind it, for context.
enum class Emphasis { full, backdrop };

/// A stretch of a track in one mode.
struct MapLeg {
    model::Mode mode{};
    geo::Path path;
    Flow flow{Flow::onward};
};

/// One way or corridor on a map.
struct MapTrack {
    std::string id;                 ///< letters, digits, - and _
    std::string title;              ///< what it is, for readers who cannot see it
    std::string legend;             ///< its row in the legend; empty for none
    std::size_t look{};             ///< which colour and, beyond six, which pattern
    std::optional<Colour> colour{}; ///< instead of the colour of `look`
    Emphasis emphasis{Emphasis::full};
    std::vector<MapLeg> legs;
};

/// A place that a map marks and names where there is room.
struct MapPlace {
    std::string id;
    model::Names names;
    model::LatLon at;
    std::string part_of; ///< places of one group are named once; empty for none
    int weight{};        ///< 3 and more for the ends of routes; higher ones are named first
};

/// A sign at a place that says something by its shape and colour.
struct MapSpot {
    std::string id;
    model::Names names;
    model::LatLon at;
    Symbol symbol{};
    Colour fill;
    int weight{}; ///< higher ones are drawn above and named first
};

/// A row of the legend that explains a sign.
struct MapKey {
    std::string words;
    Symbol symbol{};
    Colour fill;
};

/// What a map shows, without how: plain values.
struct MapContent {
    std::string title;
    std::string subtitle{};
    std::string legend_title{};
    std::vector<MapTrack> tracks;
    std::vector<MapPlace> places{};
    std::vector<MapSpot> spots{};
    std::vector<MapKey> keys{};
    std::vector<std::string> remarks{}; ///< further rows of the legend, words only
};

} // namespace landsea::viz
