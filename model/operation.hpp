#pragma once

#include "model/emission_factor.hpp"
#include "model/id.hpp"
#include "model/mode.hpp"
#include "model/range.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace landsea::model {

enum class OperationKind {
    load,         ///< onto a vehicle, from the gate or a truck
    unload,       ///< off a vehicle, to the gate or a truck
    transfer,     ///< from one means of transport to another
    dwell,        ///< yard, customs, cut-off slack: standing without waiting for a departure
    port_dwell,   ///< a ship waiting for its berth
    call,         ///< an intermediate stop of a vehicle that goes on
    border,       ///< border formalities
    gauge_change, ///< between track gauges
    lock,         ///< lockage
    queue         ///< waiting for one's turn at a lock
};

/// Which arriving or departing means an operation concerns.
struct AnyMeans {
    friend constexpr bool operator==(AnyMeans, AnyMeans) = default;
};

/// The terminal's gate: origin, destination or a truck.
struct Gate {
    friend constexpr bool operator==(Gate, Gate) = default;
};

/// The very origin or destination of the trip, and no truck.
struct Door {
    friend constexpr bool operator==(Door, Door) = default;
};

using Selector = std::variant<AnyMeans, Gate, Door, Mode, MeansId, ServiceId>;

/// Charged when a box changes from one of `from` to one of `to` at the place.
struct Handling {
    std::vector<Selector> from;
    std::vector<Selector> to;
};

/// Charged when a vehicle of `on` stops at or goes through the place and carries on.
struct Passing {
    std::vector<Selector> on;
};

/// Charged at the place when a vehicle of `on` goes between it and the other place, whatever it
/// does there: formalities and gauge changes belong to the border, not to the journey's end.
struct Crossing {
    enum class Way { leaving_to, arriving_from };
    Way way{};
    PlaceId other;
    std::vector<Selector> on;
};

/// What an operation takes in one state of its season.
struct OperationCost {
    Estimate<Hours> time;
    Estimate<UsdPerTeu> money;
};

/// Something done to a box, or waited for, at a place.
struct Operation {
    std::string id;
    PlaceId place;
    OperationKind kind{};
    std::variant<Handling, Passing, Crossing> trigger;
    std::vector<CargoKind> only_for;  ///< empty: every kind
    std::optional<SeasonId> season;   ///< absent: `costs` has one entry
    std::vector<OperationCost> costs; ///< one for each state of the season, in its order
    std::optional<FactorId> hub;      ///< a factor per tonne, once for each change of vehicle
    std::optional<CauseId> cause;
    int price_year{};
};

} // namespace landsea::model
