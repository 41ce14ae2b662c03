#pragma once

#include "model/detail/layered_graph.hpp"
#include "model/query.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace landsea::model::detail {

/// The arcs that a query may use, to be searched forwards and backwards, by any numbers along them.
class SearchSpace {
  public:
    using Sum = std::uint64_t;

    static constexpr Sum nowhere = std::numeric_limits<Sum>::max();

    /// An edge of the virtual network in a layer of the query.
    struct Arc {
        std::uint32_t tail{};
        std::uint32_t head{};
        std::uint32_t edge{};
    };

    /// The graph must outlive it. Throws as `Router::best` does.
    SearchSpace(const VirtualNetwork& graph, const Query& query);

    [[nodiscard]] const VirtualNetwork& graph() const { return *graph_; }

    [[nodiscard]] std::uint32_t vertex_count() const {
        return static_cast<std::uint32_t>(first_.size()) - 1;
    }

    [[nodiscard]] std::uint32_t source() const { return source_; }

    [[nodiscard]] bool is_goal(std::uint32_t vertex) const {
        return vertex / layers_ == goal_ && is_goal_[vertex % layers_];
    }

    /// Sorted by tail, those of one tail by edge.
    [[nodiscard]] const std::vector<Arc>& arcs() const { return arcs_; }

    [[nodiscard]] const Edge& edge(std::uint32_t arc) const {
        return graph_->edges()[arcs_[arc].edge];
    }

    /// The arcs that leave a vertex: from the first up to the second.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> leaving(std::uint32_t vertex) const {
        return {first_[vertex], first_[vertex + 1]};
    }

    /// Whether an arc leads to a vertex between the services of a transfer, which services share.
    [[nodiscard]] bool ends_within_transfer(std::uint32_t arc) const {
        const Edge::Kind kind = edge(arc).kind;
        return kind == Edge::Kind::leave || kind == Edge::Kind::transfer;
    }

    /// The vertices that a path comes to, those within transfers aside. Paths with the same ones
    /// are the same route: a transfer may have several ways through the vertices it shares.
    [[nodiscard]] std::vector<std::uint32_t>
    vertices_along(const std::vector<std::uint32_t>& arcs) const;

    /// Whether of two paths from one vertex the first has the earlier vertices; where they have the
    /// same ones, the earlier arcs.
    [[nodiscard]] bool comes_before(const std::vector<std::uint32_t>& a,
                                    const std::vector<std::uint32_t>& b) const;

    [[nodiscard]] std::uint32_t layer_of(std::uint32_t vertex) const { return vertex % layers_; }

    [[nodiscard]] std::uint32_t layers() const { return layers_; }

    /// One number for each arc from one for each edge of the virtual network.
    template <class Number>
    [[nodiscard]] std::vector<Number> along_arcs(const std::vector<Number>& of_edges) const {
        std::vector<Number> numbers;
        numbers.reserve(arcs_.size());
        for (const Arc& arc : arcs_) {
            numbers.push_back(of_edges[arc.edge]);
        }
        return numbers;
    }

    /// The least sum from each vertex to a goal of numbers along the arcs; `nowhere` where no goal
    /// can be reached.
    [[nodiscard]] std::vector<Sum> least_to_goal(const std::vector<Sum>& along_arcs) const;

    /// What happens along arcs.
    [[nodiscard]] Itinerary itinerary_along(const std::vector<std::uint32_t>& arcs,
                                            CargoKind cargo) const;

  private:
    const VirtualNetwork* graph_;
    std::uint32_t layers_{};
    std::uint32_t source_{};
    std::uint32_t goal_{};      ///< vertex of the virtual network
    std::vector<bool> is_goal_; ///< by layer
    std::vector<Arc> arcs_;
    std::vector<std::uint32_t> first_; ///< arc of each vertex, and one more
    std::vector<std::uint32_t> into_;  ///< arcs sorted by head
    std::vector<std::uint32_t> first_into_;
};

} // namespace landsea::model::detail
