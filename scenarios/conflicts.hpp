#pragma once

#include "scenarios/scenario.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// Which scenarios each one extends, directly or not.
using Lineage = std::map<std::string, std::set<std::string>>;

/// Two changes that contradict each other, by their positions in a scenario.
struct Conflict {
    std::size_t first{};
    std::size_t second{};
    std::string about; ///< "hours of leg CNQZH-SGSIN"
};

/// The changes of a scenario that set the same number in the same month, or close and open the
/// same scope. A file may set anew what those that it extends have set; where two of them did so,
/// the conflict is settled by that.
std::vector<Conflict> conflicts_in(const Scenario& scenario, const Lineage& lineage,
                                   const model::Network& network);

} // namespace landsea::scenarios
