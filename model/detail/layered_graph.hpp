#pragma once

#include "model/virtual_network.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace landsea::model::detail {

/// Where the best path from a source comes from, at each vertex that it reaches.
struct SearchTree {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t source{};
    std::vector<std::uint32_t> arrived_by; ///< an arc for each vertex, or `none`
};

/// The virtual network once for each set of `via` targets already met: a route that meets all of
/// them is a path to the last layer. Lengths are not part of it: one graph serves all queries.
class LayeredGraph {
  public:
    /// One layer: nothing is to be met.
    explicit LayeredGraph(const VirtualNetwork& network);

    /// A layer for each set of targets; `met` holds those that each edge meets, a bit each.
    LayeredGraph(const VirtualNetwork& network, std::uint32_t targets,
                 const std::vector<std::uint32_t>& met);

    ~LayeredGraph();
    LayeredGraph(const LayeredGraph&) = delete;
    LayeredGraph& operator=(const LayeredGraph&) = delete;

    /// The vertex before anything is met, and when all is met.
    [[nodiscard]] std::uint32_t first(std::uint32_t vertex) const { return vertex * layers_; }

    [[nodiscard]] std::uint32_t last(std::uint32_t vertex) const {
        return vertex * layers_ + layers_ - 1;
    }

    /// The best paths from a source, by the weights of the edges of the virtual network. Ties go as
    /// `Router` says.
    [[nodiscard]] SearchTree search(std::uint32_t source,
                                    const std::vector<std::uint32_t>& weights) const;

    /// The edges of the virtual network along the tree to a vertex; nullopt when none leads there.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> path(const SearchTree& tree,
                                                                 std::uint32_t vertex) const;

  private:
    struct Arc {
        std::uint32_t tail{};
        std::uint32_t head{};
        std::uint32_t edge{}; ///< of the virtual network
        Edge::Kind kind{};
    };

    struct Csr;

    using Distance = std::uint64_t; ///< the weight, then the number of edges that count in a tie

    [[nodiscard]] std::vector<Distance> lengths(const std::vector<std::uint32_t>& weights) const;
    [[nodiscard]] std::vector<Distance> distances(std::uint32_t source,
                                                  const std::vector<Distance>& lengths) const;
    [[nodiscard]] SearchTree tree(std::uint32_t source, const std::vector<Distance>& distance,
                                  const std::vector<Distance>& lengths) const;

    std::uint32_t layers_;
    std::uint32_t vertices_;
    std::vector<Arc> arcs_; ///< sorted by tail
    std::unique_ptr<const Csr> csr_;
};

} // namespace landsea::model::detail
