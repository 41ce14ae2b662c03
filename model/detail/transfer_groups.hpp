#pragma once

#include "model/id.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace landsea::model::detail {

/// A service at one of its places, as the handling there sees it.
struct Caller {
    /// The operations that concern a box that it brings; absent where it begins. Ascending.
    std::optional<std::vector<OperationId>> leaving_it;
    /// The operations that concern a box that it takes; absent where it ends. Ascending.
    std::optional<std::vector<OperationId>> boarding_it;
    /// Whether something is charged to a box that stays aboard.
    bool charges_those_who_stay{};
};

/// The transfers of a place with the services that are alike gathered in groups. A change leads
/// from every member of one group to every member of another and charges the same to all.
struct TransferGroups {
    using Group = std::vector<std::size_t>; ///< positions in the list of callers, ascending

    struct Change {
        std::size_t arriving;  ///< a group of `arriving`
        std::size_t departing; ///< a group of `departing`
        std::vector<OperationId> operations;
    };

    std::vector<Group> arriving;
    std::vector<Group> departing;
    std::vector<Change> changes; ///< by arriving, then by departing group
};

/// Gathers services that the same operations concern on both sides. `makes_possible` says which
/// operations, by index, let a box change; no group is without a change.
///
/// Changes lead from each service to each other one that some operation lets it change to. From a
/// service back to itself they lead at most where staying aboard costs nothing, and so never pays.
/// For n alike services that charge those who stay, there are 2 log2(n) groups, each with half of
/// them: any two differ in a binary digit of their position, and none differs from itself.
TransferGroups grouped(const std::vector<Caller>& callers, const std::vector<bool>& makes_possible);

} // namespace landsea::model::detail
