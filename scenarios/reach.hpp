#pragma once

#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/router.hpp"
#include "model/tally.hpp"
#include "scenarios/way_out.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// How far is far enough: expected time, or what it takes for one TEU.
using ReachLimit = std::variant<model::Hours, model::UsdPerTeu, model::KgCo2ePerTeu>;

/// What can be reached from a place, and by which corridor best?
struct ReachQuestion {
    model::Query query; ///< from, criterion, month, shipment, constraints; `to` is not read
    std::vector<model::PlaceKind> kinds{model::PlaceKind::seaport, model::PlaceKind::city};
    std::optional<ReachLimit> within;        ///< absent: any distance
    std::optional<model::CorridorId> only{}; ///< absent: all corridors out of the origin compete
};

/// The best way to a place that sets out by one corridor.
struct Way {
    /// Absent when no corridor is ridden, such as by truck to a neighbour.
    std::optional<WayOut> sets_out_by;
    model::Itinerary route;
    model::Tally typical;
    model::Tally mean;
};

/// A place and its ways, the best one first.
struct ReachedPlace {
    model::PlaceId place;
    Way best;
    std::optional<Way> runner_up; ///< the best way by another corridor, within the limit or not
};

/// How many places something holds for.
struct ReachCount {
    int places{};    ///< of the kinds asked for
    int ports{};     ///< those of them that are seaports
    int countries{}; ///< in which the places lie
    int countries_of_ports{};
};

/// What one corridor reaches.
struct CorridorReach {
    model::CorridorId corridor;
    ReachCount wins;    ///< where it is the best
    ReachCount reaches; ///< where it leads at all, within the limit
};

/// Within so many days of expected time.
struct ReachBand {
    model::Hours within;
    ReachCount count;
};

/// The reach of a place.
struct Reach {
    ReachQuestion question;
    std::vector<ReachedPlace> places;         ///< the best first; ties in the order of the network
    std::vector<model::PlaceId> out_of_reach; ///< no way there, or none within the limit
    std::vector<CorridorReach> corridors;     ///< that lead anywhere, in the order of the network
    std::vector<ReachBand> bands;             ///< 5, 10, 15, 20 and 30 days
    ReachCount all;                           ///< of `places`
};

/// Finds the best way to every place by each corridor that leads out of the origin (`WayOut`), by
/// one search for each.
///
/// While one corridor is tried, no service of another one is ridden before it, and the box does not
/// come back to the city that it left. Ways are compared by expected values, as routes are; a tie
/// goes to the corridor that the network holds first. The origin, its city and its terminals are no
/// places to reach. With `question.only`, which may be part of a larger corridor, no other one is
/// tried and what needs no corridor is not listed.
Reach reach(const model::Router& router, const ReachQuestion& question);

/// The corridors that compete from a place, in the order of the network.
std::vector<model::CorridorId> corridors_out_of(model::PlaceId origin,
                                                const model::VirtualNetwork& graph);

/// What a tally weighs by a criterion: hours, USD or kg, of the whole shipment.
double measure(const model::Tally& tally, const model::Query& query);

} // namespace landsea::scenarios
