#pragma once

#include "model/quantity.hpp"
#include "model/shipment.hpp"

namespace landsea::model {

/// What a step or a trip takes. Adds exactly.
struct Tally {
    Km length{};
    Hours time{};
    Usd money{};
    KgCo2e carbon{};

    constexpr Tally& operator+=(const Tally& other) {
        length += other.length;
        time += other.time;
        money += other.money;
        carbon += other.carbon;
        return *this;
    }

    friend constexpr Tally operator+(Tally a, const Tally& b) { return a += b; }

    friend constexpr bool operator==(const Tally&, const Tally&) = default;
};

/// Money, time and carbon in one currency.
constexpr Usd generalised_cost(const Tally& tally, const Prices& prices, Teu size) {
    return tally.money + prices.time * tally.time * size + prices.carbon * tally.carbon;
}

} // namespace landsea::model
