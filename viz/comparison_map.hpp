#pragma once

#include "geo/basemap.hpp"
#include "model/names.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"
#include "viz/view.hpp"

#include <optional>
#include <string>

namespace landsea::viz {

/// What a map of routes says about itself and how large it is.
struct ComparisonMapStyle {
    double width{1600.0};
    double height{1100.0};
    model::Language language{model::Language::en};
    /// A preset or a PROJ string; empty for a Lambert conformal conic fitted to the routes.
    std::string projection{};
    Palette palette{};
    std::string data_date{};    ///< "2026-11"; empty to leave out
    std::string credit{};       ///< program and data, for the note
    std::optional<View> view{}; ///< what a reader sees of the map in a window; else all of it
};

/// The routes of a comparison on real coastline: one colour for each alternative, one pattern for
/// each mode, places where the box is handled named in English and Chinese (in Chinese first when
/// that is the language), with legend, scale bar, projection, credit and the note that boundaries
/// are schematic. Shows all of every route.
Picture comparison_map(const scenarios::Comparison& comparison, const model::Network& network,
                       const geo::BaseMap& base, const ComparisonMapStyle& style = {});

} // namespace landsea::viz
