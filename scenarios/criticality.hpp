#pragma once

#include "model/query.hpp"
#include "model/router.hpp"
#include "model/tally.hpp"
#include "scenarios/network_components.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace landsea::scenarios {

/// Boxes that go from one place to another.
struct OdPair {
    model::PlaceId from;
    model::PlaceId to;
    double weight = 1.0; ///< TEU a year; 1 where all pairs count alike
};

struct CriticalityQuestion {
    model::Query query; ///< criterion, month, shipment, constraints, overlay; the ends are not read
    std::vector<OdPair> pairs; ///< each between two places that are not within each other
    std::vector<ComponentKind> kinds{ComponentKind::leg, ComponentKind::place,
                                     ComponentKind::border, ComponentKind::passage};
};

/// What closing a component does. Differences are expected values of the new best route less those
/// of the old one: days and km of the trip, USD and kg of one TEU.
struct Criticality {
    Component component;
    std::size_t used_by{};              ///< pairs whose best route uses it and does not end there
    std::vector<std::size_t> cut_off;   ///< pairs that have no route left
    std::vector<std::size_t> connected; ///< pairs that have a route now and had none: by detours
    double weight_cut_off{};            ///< of the pairs that are cut off
    model::Tally total;     ///< over all pairs that keep a route, each difference times its weight
    model::Tally mean;      ///< the total over the weight of all pairs that keep a route
    double total_measure{}; ///< the same by the criterion: hours, USD or kg
    double mean_measure{};
    std::optional<std::size_t> worst;        ///< the worst-hit pair; absent where none is hit
    std::optional<model::Tally> worst_extra; ///< of that pair; absent where it is cut off
};

/// How many components of a kind there are, and how many of them best routes use between their
/// ends.
struct ComponentCount {
    ComponentKind kind{};
    std::size_t all{};
    std::size_t used{};
};

/// What a tally for one TEU weighs by a criterion: hours, USD or kg.
double measure_of_one_teu(const model::Tally& tally, model::Query query);

/// The criticality of all that best routes use.
struct CriticalityRanking {
    CriticalityQuestion question;
    std::vector<std::optional<model::Tally>> base; ///< expected, of each pair; absent: no route
    std::vector<ComponentCount> counts;            ///< for each kind that is asked for
    std::vector<Criticality> components;           ///< the most critical first
};

/// Closes every component of the kinds asked for in turn, and compares the best routes of the pairs
/// before and after. Pairs that start or end at a place, or within it, are not asked when it is
/// closed. The more weight a component cuts off the higher it ranks; then the more it adds to the
/// total by the criterion.
///
/// A component that no best route uses is left out. Closing it takes nothing but edges that no best
/// route uses: what was best is still there and nothing new is, so the effect is zero. A passage is
/// different, as closing it lets ships sail that keep away from it; so every pair is asked about
/// each passage that is closed. About one that no best route uses nothing is found out. Its detours
/// take no less time than the way through it; where they save a toll, they could be cheaper.
///
/// Detours round the passages have to be in the network: see `closures_to_chart`. The same for any
/// number of threads, at least 1, which share the components.
/// Cost: a search for each origin, and for each component one for each origin whose routes use it.
CriticalityRanking criticality(const model::Router& router, const CriticalityQuestion& question,
                               unsigned threads);

/// The closures that have to be charted first (model/sea_services.hpp): what the query closes, with
/// each passage that best routes use. None when passages are not asked for.
std::vector<model::ClosureSet> closures_to_chart(const model::Router& router,
                                                 const CriticalityQuestion& question);

} // namespace landsea::scenarios
