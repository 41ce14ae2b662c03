#pragma once

#include "model/names.hpp"
#include "model/quantity.hpp"
#include "model/range.hpp"

#include <string>
#include <variant>

namespace landsea::model {

/// Well-to-wheel greenhouse gas intensity of moving or handling cargo (ISO 14083): per tonne-km for
/// a transport chain element, per tonne for a hub.
struct EmissionFactor {
    std::string id;
    Names names;
    std::variant<Estimate<KgCo2ePerTonneKm>, Estimate<KgCo2ePerTonne>> intensity;
};

} // namespace landsea::model
