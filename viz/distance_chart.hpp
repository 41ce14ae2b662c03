#pragma once

#include "model/names.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"

#include <string>

namespace landsea::viz {

/// What a distance chart says about itself and how large it is.
struct DistanceChartStyle {
    double width{1600.0};
    double height{960.0};
    model::Language language{model::Language::en};
    Palette palette{};
    std::string data_date{}; ///< "2026-11"; empty to leave out
    std::string credit{};    ///< program, version and data, for the note
};

/// The time-distance and the cost-distance chart of a comparison, side by side: cumulative days
/// and USD per TEU over cumulative kilometres. Hauls are slopes, what is done at a place is a
/// vertical step. The first two routes have a fan from the sum of all low to the sum of all high
/// values, their steps are named; the others are thinner. A bar beside each end shows P5, P50 and
/// P95 of the simulated total, which is narrower than the fan.
///
/// Source: UNESCAP time/cost-distance methodology, after Beresford and Dubey 1990 and Banomyong
/// 2000.
Picture distance_chart(const scenarios::Comparison& comparison, const model::Network& network,
                       const DistanceChartStyle& style = {});

} // namespace landsea::viz
