#pragma once

#include "model/itinerary.hpp"
#include "model/month.hpp"
#include "model/network.hpp"
#include "model/overlay.hpp"
#include "model/shipment.hpp"
#include "model/tally.hpp"

namespace landsea::model {

/// ISO 14083 multiplies the shortest feasible sea distance by this before applying an intensity
/// that was measured over distance actually sailed.
/// Assumed: 15 %, the adjustment that GLEC Framework v3 is reported to use; not read at the source.
inline constexpr double sea_distance_adjustment = 1.15;

/// Half the time between departures of a regular service: 84 h over its departures per week, as
/// the overlay, which may be null, leaves them.
Hours mean_wait(const Network& network, ServiceId service, const Overlay* overlay);

/// The state whose figures count as typical: the one that the overlay, which may be null, forces;
/// else the likeliest one in the month, the normal one in a tie or when the operation knows no
/// seasons.
std::size_t typical_state(const Operation& operation, const Network& network, Month month,
                          const Overlay* overlay = nullptr);

/// What steps take for a shipment that departs in a month. Typical and mean values add up exactly
/// along an itinerary. Lengths and departures per week are taken at their typical value.
class Costing {
  public:
    /// The network and the overlay, which may be null, must outlive it.
    Costing(const Network& network, const Shipment& shipment, Month month,
            const Overlay* overlay = nullptr)
        : network_{&network}, shipment_{shipment}, month_{month}, overlay_{overlay} {}

    /// What the steps take under a query: its shipment, month and overlay.
    Costing(const Network& network, const Query& query)
        : Costing{network, query.shipment, query.month, query.overlay.get()} {}

    /// The sum of typical values: of a day in the likeliest state of the month.
    [[nodiscard]] Tally typical(const Step& step) const;

    /// The sum of low values in the state that is typical: a quick day.
    [[nodiscard]] Tally low(const Step& step) const;

    /// The sum of high values in the state that is typical: a slow day.
    [[nodiscard]] Tally high(const Step& step) const;

    /// The expected value over all states and draws.
    [[nodiscard]] Tally mean(const Step& step) const;

    [[nodiscard]] Tally typical(const Itinerary& itinerary) const;

    [[nodiscard]] Tally mean(const Itinerary& itinerary) const;

  private:
    template <class Pick>
    [[nodiscard]] Tally in_typical_state(const Step& step, Pick pick, double waits) const;

    const Network* network_;
    Shipment shipment_;
    Month month_;
    const Overlay* overlay_;
};

/// The distance to multiply an intensity with: adjusted for sea legs of shortest feasible length.
Km activity_distance(const Link& link);

} // namespace landsea::model
