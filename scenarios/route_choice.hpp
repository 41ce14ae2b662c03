#pragma once

#include "model/arc_search.hpp"
#include "scenarios/path_size_logit.hpp"

namespace landsea::scenarios {

/// Which alternatives a shipper looks at.
struct ChoiceRules {
    std::size_t most = 8;     ///< alternatives of a pair
    double dearest = 2.0;     ///< times the cheapest one
    double most_shared = 0.7; ///< of its cost, with each alternative found before it
    double penalty = 1.3;     ///< what the cost of a used arc is multiplied by
    int searches = 40;
};

/// Alternatives between two vertices, the cheapest first.
///
/// Link penalty: the cheapest route is found again and again, each time with the arcs of the last
/// one dearer, and kept when it is not much dearer than the best one and not much the same as one
/// kept already, both at the true costs. Empty when nothing leads there. Assumed: all numbers of
/// the rules; 70 % is the shared part that `landsea route` allows.
ChoiceSet route_choice(const model::ArcGraph& graph, const std::vector<double>& costs,
                       std::uint32_t from, std::uint32_t to, const ChoiceRules& rules = {});

} // namespace landsea::scenarios
