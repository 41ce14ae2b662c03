#pragma once

#include "model/mode.hpp"
#include "model/quantity.hpp"

namespace landsea::model {

/// What is sent. Rates per TEU are multiplied by `size`, factors per tonne by its weight.
struct Shipment {
    Teu size{1};
    /// Assumed: 10 t in a TEU is the average that container carbon calculators use.
    TonnesPerTeu weight{10};
    /// Assumed: a TEU of laptops is worth more, one of tiles less.
    UsdPerTeu value{50000};
    CargoKind kind = CargoKind::dry;
};

inline Tonnes tonnes_of(const Shipment& shipment) {
    return shipment.weight * shipment.size;
}

/// What an hour and a kilogram are worth. Generalised cost = money + value of time x hours x TEU +
/// carbon price x kg.
struct Prices {
    UsdPerTeuHour time{};
    UsdPerKgCo2e carbon{};
};

/// The value of time of cargo that costs only the interest on its worth.
/// Source: value x annual rate / 8760 h; `yearly_rate` of 0.1 is assumed (5 to 15 % are in use).
constexpr UsdPerTeuHour carrying_cost(UsdPerTeu value, double yearly_rate) {
    return value * yearly_rate / Hours{8760};
}

} // namespace landsea::model
