#pragma once

#include "model/query.hpp"
#include "tests/support/pairwise_network.hpp"

#include <cstdint>
#include <vector>

namespace landsea::support {

using Path = std::vector<std::uint32_t>; ///< edges of the pairwise network

/// What a path of a query is made of, what it weighs and what it uses: a second reading of the
/// rules, which shares with the router only the expected value of a step.
class PathRules {
  public:
    /// The graph and the query must outlive it.
    PathRules(const PairwiseNetwork& graph, const model::Query& query);

    [[nodiscard]] const PairwiseNetwork& graph() const { return graph_; }

    [[nodiscard]] const model::Query& query() const { return query_; }

    /// Of each edge, in thousandths of an hour, cents or grams.
    [[nodiscard]] std::vector<std::uint64_t> weights(model::Criterion criterion) const;

    /// The edges that may be used from a vertex.
    [[nodiscard]] const std::vector<std::uint32_t>& leaving(std::uint32_t vertex) const {
        return leaving_[vertex];
    }

    /// The `via` targets that an edge uses, a bit each, and one for the order of riding.
    [[nodiscard]] std::uint32_t met(std::uint32_t e) const { return met_[e]; }

    [[nodiscard]] bool is_in_order(std::uint32_t e, std::uint32_t met) const;

    [[nodiscard]] bool is_at_goal(std::uint32_t vertex, std::uint32_t met) const;

  private:
    [[nodiscard]] bool may_use(std::uint32_t e) const;
    [[nodiscard]] bool turns_back(const model::Edge& edge) const;
    [[nodiscard]] std::uint32_t met_by(std::uint32_t e) const;
    [[nodiscard]] bool rides_one_of(std::uint32_t e,
                                    std::vector<model::ServiceId> model::RidingOrder::*list) const;

    const PairwiseNetwork& graph_;
    const model::Query& query_;
    std::vector<std::vector<std::uint32_t>> leaving_;
    static constexpr std::uint32_t has_begun_ = 1U << 31; ///< the order of riding
    std::vector<std::uint32_t> met_;                      ///< by each edge
};

} // namespace landsea::support
