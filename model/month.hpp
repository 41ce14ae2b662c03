#pragma once

#include <array>

namespace landsea::model {

/// A month of departure, 1 to 12, or the whole year. It governs the whole trip.
struct Month {
    int number{}; ///< 0 is the whole year

    static constexpr Month whole_year() { return {0}; }

    [[nodiscard]] constexpr bool is_whole_year() const { return number == 0; }

    friend constexpr bool operator==(Month, Month) = default;
};

/// One value for each month, January first.
template <class T>
using ByMonth = std::array<T, 12>;

} // namespace landsea::model
