#pragma once

#include "scenarios/traffic_network.hpp"

#include <vector>

namespace landsea::scenarios {

/// When to stop.
struct EquilibriumRules {
    double relative_gap = 1e-6;
    int most_iterations = 1000;
};

/// The user equilibrium (Wardrop's first principle): of each pair, every route that is used costs
/// the same, and none that is not used costs less.
///
/// `Assignment::residual` is the relative gap: what all would save on the cheapest routes at these
/// costs, over what they pay. It may exceed the wanted one when the iterations run out. Pairs that
/// no route joins stay without one. Of routes that cost the same whatever the traffic, the first
/// one found is used, so that volumes of arcs without bottlenecks need not be the only solution;
/// those of bottlenecks whose delay rises with volume are.
///
/// Each iteration searches the cheapest route of every pair at the present costs and then, pair by
/// pair, moves volume from each dearer route to the cheapest one until both cost the same.
/// The gap is that of the equivalent minimisation: Beckmann, McGuire, Winsten 1956, whose objective
/// is reported.
/// Cost: a search from each origin an iteration.
Assignment user_equilibrium(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                            const EquilibriumRules& rules = {});

} // namespace landsea::scenarios
