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
    std::vector<std::uint64_t> distance;   ///< of each vertex, the greatest number where none leads
};

/// What an edge does for the conditions that a route has to meet, a bit for each.
struct Conditions {
    std::uint32_t meets{}; ///< by going along it
    std::uint32_t needs{}; ///< met before it or by it; else it cannot be used
};

/// The virtual network once for each set of conditions already met: a route that meets all of them
/// is a path to the last layer. Lengths are not part of it: one graph serves all queries.
class LayeredGraph {
  public:
    /// An edge in one layer, or from a layer to the one where more is met.
    struct Arc {
        std::uint32_t tail{};
        std::uint32_t head{};
        std::uint32_t edge{}; ///< of the virtual network
        Edge::Kind kind{};
    };

    /// One layer: nothing is to be met.
    explicit LayeredGraph(const VirtualNetwork& network);

    /// A layer for each set of so many conditions; `of_edge` says what each edge does for them.
    LayeredGraph(const VirtualNetwork& network, std::uint32_t conditions,
                 const std::vector<Conditions>& of_edge);

    ~LayeredGraph();
    LayeredGraph(const LayeredGraph&) = delete;
    LayeredGraph& operator=(const LayeredGraph&) = delete;

    /// The vertex where such conditions are met: 0 where none is.
    [[nodiscard]] std::uint32_t at(std::uint32_t vertex, std::uint32_t met) const {
        return vertex * layers_ + met;
    }

    [[nodiscard]] std::uint32_t layers() const { return layers_; }

    [[nodiscard]] std::uint32_t vertex_count() const { return vertices_; }

    /// Sorted by tail, those of one tail by edge.
    [[nodiscard]] const std::vector<Arc>& arcs() const { return arcs_; }

    /// The best paths from a source, by the weights of the edges of the virtual network. Ties go as
    /// `Router` says.
    [[nodiscard]] SearchTree search(std::uint32_t source,
                                    const std::vector<std::uint32_t>& weights) const;

    /// The edges of the virtual network along the tree to a vertex; nullopt when none leads there.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> path(const SearchTree& tree,
                                                                 std::uint32_t vertex) const;

  private:
    struct Csr;

    using Distance = std::uint64_t; ///< the weight, then the number of edges that count in a tie

    [[nodiscard]] std::vector<Distance> lengths(const std::vector<std::uint32_t>& weights) const;
    [[nodiscard]] std::vector<Distance> distances(std::uint32_t source,
                                                  const std::vector<Distance>& lengths) const;
    [[nodiscard]] std::vector<std::uint32_t> arrivals(const SearchTree& tree,
                                                      const std::vector<Distance>& lengths) const;

    std::uint32_t layers_;
    std::uint32_t vertices_;
    std::vector<Arc> arcs_; ///< sorted by tail
    std::unique_ptr<const Csr> csr_;
};

} // namespace landsea::model::detail
