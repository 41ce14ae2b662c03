#pragma once

#include "model/names.hpp"
#include "scenarios/winner_map.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"

#include <string>

namespace landsea::viz {

/// What a picture of a winner map says about itself and how large it is.
struct WinnerMapStyle {
    double width{1200.0};
    double height{1000.0};
    model::Language language{model::Language::en};
    Palette palette{};
    std::string data_date{}; ///< "2026-11"; empty to leave out
    std::string credit{};    ///< program, version and data, for the note
};

/// The areas of two parameters in which each alternative is best: pale colours that anyone can tell
/// apart, each area named where its name has room, with a dark border between them; axes in the
/// units of the parameters, and a sign where things stand now, if that lies within.
///
/// Between the points of the grid, what each alternative takes is interpolated on triangles, so
/// that borders are smooth; at the points they are exact.
Picture draw_winner_map(const scenarios::WinnerMap& map, const WinnerMapStyle& style = {});

} // namespace landsea::viz
