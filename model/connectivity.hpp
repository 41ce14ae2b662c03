#pragma once

#include "model/network.hpp"

#include <vector>

namespace landsea::model {

/// Which places reach one another over open services. Lists are in the order of the network.
///
/// A city with terminals stands for them and is in no list.
struct Connectivity {
    std::vector<PlaceId> core;        ///< the largest set of places that all reach one another
    std::vector<PlaceId> unreachable; ///< served, but not to be reached from the core
    std::vector<PlaceId> no_way_out;  ///< served, but the core is not to be reached from there
    std::vector<PlaceId> unserved;    ///< no open service calls or passes there
    /// What is in both lists above the last, each set by itself: places that reach one another but
    /// neither the core nor are reached from it.
    std::vector<std::vector<PlaceId>> islands;

    /// Whether all places that are served reach one another.
    [[nodiscard]] bool is_strong() const { return unreachable.empty() && no_way_out.empty(); }
};

/// How well a network hangs together, for cargo of every kind.
///
/// A box changes means only where an operation lets it; what is planned or suspended, and the roads
/// that `with_first_mile` adds, do not count. Of equally large sets the one with the first place of
/// the network is the core. Cost: O(edges of the virtual network).
/// Source: strongly connected components (Tarjan 1972).
Connectivity connectivity_of(const Network& network);

} // namespace landsea::model
