#pragma once

#include "model/names.hpp"
#include "scenarios/tornado.hpp"
#include "viz/palette.hpp"
#include "viz/picture.hpp"

#include <cstddef>
#include <string>

namespace landsea::viz {

/// What a tornado chart says about itself and how large it is.
struct TornadoChartStyle {
    double width{1400.0}; ///< the height follows from the number of bars
    std::size_t most_bars{12};
    model::Language language{model::Language::en};
    Palette palette{};
    std::string data_date{}; ///< "2026-11"; empty to leave out
    std::string credit{};    ///< program, version and data, for the note
};

/// A bar for each input, the widest first: the saving with the input at its low end (blue) and at
/// its high end (orange), from the saving with nothing moved. A dark line marks a saving of zero,
/// where the answer turns.
Picture tornado_chart(const scenarios::Tornado& tornado, const TornadoChartStyle& style = {});

} // namespace landsea::viz
