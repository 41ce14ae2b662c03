#pragma once

#include "model/router.hpp"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace landsea::support {

using Path = std::vector<std::uint32_t>; ///< edges of the virtual network

/// Every way through a virtual network, tried one after the other: what a router must find.
///
/// Walks to a vertex at most once with the same `via` targets met. What a path uses is judged by a
/// second reading of the rules, which shares nothing with the router but the weights.
class PathEnumeration {
  public:
    /// The graph and the query must outlive it.
    PathEnumeration(const model::VirtualNetwork& graph, const model::Query& query);

    /// All paths of least weight, then fewest edges, that meet the query.
    [[nodiscard]] const std::vector<Path>& best() const { return best_; }

  private:
    using Cost = std::pair<std::uint64_t, std::size_t>; ///< weight, then number of edges

    [[nodiscard]] bool may_use(std::uint32_t e) const;
    [[nodiscard]] bool turns_back(const model::Edge& edge) const;
    [[nodiscard]] std::uint32_t met_by(std::uint32_t e) const;
    void visit(std::uint32_t at, std::uint32_t met, Cost cost);
    void keep(Cost cost);

    const model::VirtualNetwork& graph_;
    const model::Query& query_;
    std::vector<std::uint32_t> weights_;
    std::vector<std::vector<std::uint32_t>> leaving_;
    std::vector<std::uint32_t> met_; ///< by each edge
    std::set<std::pair<std::uint32_t, std::uint32_t>> visited_;
    Path path_;
    std::vector<Path> best_;
    Cost best_cost_;
};

} // namespace landsea::support
