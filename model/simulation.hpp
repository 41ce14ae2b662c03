#pragma once

#include "model/itinerary.hpp"
#include "model/month.hpp"
#include "model/network.hpp"
#include "model/overlay.hpp"
#include "model/pert.hpp"
#include "model/shipment.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace landsea::model {

/// How many draws, and from which seed. The same plan gives the same draws for every route.
struct DrawPlan {
    std::uint64_t seed = 1;
    std::uint32_t draws = 10000;
};

/// One value for each draw, of the same trip.
struct Sample {
    std::vector<double> hours;
    std::vector<double> usd;
    std::vector<double> kg_co2e;
};

/// Draws what itineraries take, with common random numbers: draw k of an element is a function of
/// (seed, the element's name, k) alone, so an element that two routes share is drawn once and a
/// change elsewhere changes no draw.
///
/// Durations, prices and intensities are PERT draws; a wait is uniform between 0 and the time
/// between departures; all operations of a season are in the same state in one draw; blocks of one
/// cause take the same quantile in a share of the draws (see `Cause`). Over the whole year the
/// month is drawn first.
class Simulation {
  public:
    /// The network and the overlay, which may be null, must outlive it.
    Simulation(const Network& network, const Shipment& shipment, Month month, DrawPlan plan,
               const Overlay* overlay = nullptr);

    /// One value per draw, in the order of the draws.
    Sample sample(const Itinerary& itinerary);

    /// What one step takes, in hours per draw.
    std::vector<double> hours_of(const Step& step);

    [[nodiscard]] std::uint32_t draws() const { return plan_.draws; }

  private:
    using Column = std::vector<double>;

    const Column& uniforms(const std::string& name);
    Column quantiles(const std::string& name, const std::optional<CauseId>& cause);
    Column drawn(double low, double typical, double high, TypicalIs typical_is,
                 const std::string& name, const std::optional<CauseId>& cause);
    const std::vector<std::uint8_t>& states(SeasonId season);
    Column months();

    template <class Q>
    Column drawn(const Estimate<Q>& estimate, const std::string& name,
                 const std::optional<CauseId>& cause);

    void apply(const Effects& effects, Column& column);

    enum class Quantity { time, money };
    Column haul(const Haul& haul, Quantity quantity);
    Column work(OperationId id, Quantity quantity);
    Column usd_of(const Step& step);
    Column kg_of(const Step& step);
    Column kg_of(const Haul& haul);
    void charge_carbon(const Haul& haul, Column& usd);

    const Network* network_;
    Shipment shipment_;
    Month month_;
    DrawPlan plan_;
    const Overlay* overlay_;
    std::map<std::string, Column> uniforms_;
    std::map<std::uint32_t, std::vector<std::uint8_t>> states_;
    std::map<double, PertQuantiles> quantiles_;
};

} // namespace landsea::model
