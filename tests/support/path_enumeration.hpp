#pragma once

#include "tests/support/path_rules.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <utility>
#include <vector>

namespace landsea::support {

/// Every way through a network, tried one after the other: what a router must find.
///
/// Walks to a vertex at most once with the same `via` targets met.
class PathEnumeration {
  public:
    /// The graph and the query must outlive it.
    PathEnumeration(const PairwiseNetwork& graph, const model::Query& query);

    /// All paths of least weight, then fewest edges, that meet the query.
    [[nodiscard]] const std::vector<Path>& best() const { return best_; }

  private:
    using Cost = std::pair<std::uint64_t, std::size_t>; ///< weight, then number of edges

    void visit(std::uint32_t at, std::uint32_t met, Cost cost);
    void keep(Cost cost);

    PathRules rules_;
    std::vector<std::uint64_t> weights_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> visited_;
    Path path_;
    std::vector<Path> best_;
    Cost best_cost_;
};

/// A path and the `via` targets met after each of its edges.
using PathUse = std::function<bool(const Path&, const std::vector<std::uint32_t>& met)>;

/// Gives every path that meets the query to `see`, those that come to a vertex twice with the same
/// `via` targets met aside, and those of which a part from the beginning is none for `may_begin`.
void for_every_path(const PathRules& rules, const std::function<void(const Path&)>& see,
                    const PathUse& may_begin);

} // namespace landsea::support
