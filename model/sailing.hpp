#pragma once

#include "model/id.hpp"
#include "model/range.hpp"
#include "model/sea_lanes.hpp"

#include <optional>

namespace landsea::model {

/// How ships of a means sail and what they charge, so that a voyage of any length can be computed:
/// time is a fixed part + length / speed, money is a fixed part + length x rate + the tolls of its
/// passages.
struct Sailing {
    Vessel vessel = Vessel::ocean;
    Estimate<Hours> fixed_time;      ///< of any voyage: pilotage, slow water, calls on the way
    Estimate<KmPerHour> speed;       ///< at sea
    Estimate<UsdPerTeu> fixed_money; ///< of any voyage, however short; no terminal handling
    Estimate<UsdPerTeuKm> rate;
    int price_year{};
    FactorId emission_factor;
    std::optional<CauseId> cause; ///< why voyages of these means are long or short together
};

} // namespace landsea::model
