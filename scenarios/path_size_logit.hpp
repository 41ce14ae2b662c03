#pragma once

#include "scenarios/traffic_network.hpp"

#include <vector>

namespace landsea::scenarios {

/// The alternatives of one pair: routes as arcs.
using ChoiceSet = std::vector<std::vector<std::uint32_t>>;

struct LogitRules {
    double theta = 1.0; ///< per unit of cost: how sharply cost decides
    double residual = 1e-6;
    int most_iterations = 200;
};

/// The path size of each alternative: 1 for one that shares nothing, 1/n for n equal ones.
///
/// PS = sum over its arcs of (cost of the arc / cost of the route) / (alternatives that use the
/// arc), at the costs without traffic.
/// Source: Ramming 2002, as printed in the documentation of AequilibraE, "Path-size logit"; overlap
/// is measured by cost there, too.
std::vector<double> path_sizes(const ChoiceSet& alternatives, const TrafficNetwork& network);

/// A path-size logit over given alternatives, at the costs that its own volumes cause.
///
/// Of each pair, an alternative gets the share PS exp(-theta cost) / sum of the same over all.
/// `Assignment::residual` is what a fresh choice at the costs of the volumes reported would move:
/// the sum of all differences over the sum of the demand. Pairs without alternatives stay without
/// routes. It may exceed the wanted one when the iterations run out.
///
/// The volumes of the bottlenecks are the unknowns: a damped Newton method finds those that their
/// own costs reproduce. Where its step does not help, the choice is averaged in instead (method of
/// successive averages). The fixed point is the only one: delays rise with volume.
/// Cost: B^3 an iteration for B bottlenecks that alternatives use.
Assignment path_size_logit(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                           const std::vector<ChoiceSet>& alternatives,
                           const LogitRules& rules = {});

} // namespace landsea::scenarios
