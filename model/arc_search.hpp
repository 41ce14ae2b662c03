#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace landsea::model {

/// The cheapest paths from a vertex of an `ArcGraph`.
struct ArcTree {
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::uint32_t source{};
    std::vector<double> distance;          ///< of each vertex, infinite where none leads
    std::vector<std::uint32_t> arrived_by; ///< an arc for each vertex, or `none`
};

/// A directed graph of arcs whose costs are given with each search; parallel arcs stay apart.
class ArcGraph {
  public:
    using Ends = std::pair<std::uint32_t, std::uint32_t>; ///< tail and head

    /// Arcs in any order; their position is their id. Throws std::invalid_argument when an arc
    /// leads out of the vertices.
    ArcGraph(std::uint32_t vertices, std::vector<Ends> arcs);
    ~ArcGraph();
    ArcGraph(const ArcGraph&) = delete;
    ArcGraph& operator=(const ArcGraph&) = delete;

    [[nodiscard]] const std::vector<Ends>& arcs() const { return arcs_; }

    /// Costs are zero or more, one for each arc; an infinite one closes it. The same graph and
    /// costs give the same tree; of arcs that reach a vertex equally cheaply, the one that the
    /// search meets first stays.
    /// Cost: O((V + E) log V).
    [[nodiscard]] ArcTree cheapest_from(std::uint32_t source,
                                        const std::vector<double>& costs) const;

    /// The arcs from the source of a tree to a vertex; nullopt when none leads there.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> path(const ArcTree& tree,
                                                                 std::uint32_t vertex) const;

  private:
    struct Csr;

    std::uint32_t vertices_;
    std::vector<Ends> arcs_;
    std::vector<std::uint32_t> order_; ///< arcs by tail, as the search holds them
    std::unique_ptr<const Csr> csr_;
};

} // namespace landsea::model
