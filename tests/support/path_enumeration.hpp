#pragma once

#include "model/query.hpp"
#include "tests/support/pairwise_network.hpp"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace landsea::support {

using Path = std::vector<std::uint32_t>; ///< edges of the pairwise network

/// Every way through a network, tried one after the other: what a router must find.
///
/// Walks to a vertex at most once with the same `via` targets met. What a path is made of, what it
/// weighs and what it uses are judged by a second reading of the rules, which shares with the
/// router only the expected value of a step.
class PathEnumeration {
  public:
    /// The graph and the query must outlive it.
    PathEnumeration(const PairwiseNetwork& graph, const model::Query& query);

    /// All paths of least weight, then fewest edges, that meet the query.
    [[nodiscard]] const std::vector<Path>& best() const { return best_; }

  private:
    using Cost = std::pair<std::uint64_t, std::size_t>; ///< weight, then number of edges

    [[nodiscard]] bool may_use(std::uint32_t e) const;
    [[nodiscard]] bool turns_back(const model::Edge& edge) const;
    [[nodiscard]] std::uint32_t met_by(std::uint32_t e) const;
    [[nodiscard]] bool rides_one_of(std::uint32_t e,
                                    std::vector<model::ServiceId> model::RidingOrder::*list) const;
    void visit(std::uint32_t at, std::uint32_t met, Cost cost);
    void keep(Cost cost);

    [[nodiscard]] std::uint64_t weight_of(const model::Edge& edge) const;

    const PairwiseNetwork& graph_;
    const model::Query& query_;
    std::vector<std::uint64_t> weights_;
    std::vector<std::vector<std::uint32_t>> leaving_;
    static constexpr std::uint32_t has_begun_ = 1U << 31; ///< the order of riding
    std::vector<std::uint32_t> met_;                      ///< by each edge
    std::set<std::pair<std::uint32_t, std::uint32_t>> visited_;
    Path path_;
    std::vector<Path> best_;
    Cost best_cost_;
};

} // namespace landsea::support
