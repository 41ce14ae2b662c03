#include "model/arc_search.hpp"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
// Must come after the algorithms: its get() would hide theirs (Boost 1.74).
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace landsea::model {

namespace {

constexpr double nowhere = std::numeric_limits<double>::infinity();

using Graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// Notes the arc by which each vertex is reached most cheaply.
class Arrivals : public boost::default_dijkstra_visitor {
  public:
    Arrivals(const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& arrived_by)
        : order_{&order}, arrived_by_{&arrived_by} {}

    void edge_relaxed(const Graph::edge_descriptor& edge, const Graph& graph) {
        (*arrived_by_)[boost::target(edge, graph)] =
            (*order_)[boost::get(boost::edge_index, graph, edge)];
    }

  private:
    const std::vector<std::uint32_t>* order_;
    std::vector<std::uint32_t>* arrived_by_;
};

} // namespace

struct ArcGraph::Csr {
    Csr(const std::vector<Ends>& sorted, std::uint32_t vertices)
        : graph{boost::edges_are_sorted, sorted.begin(), sorted.end(), vertices} {}

    Graph graph;
};

ArcGraph::ArcGraph(std::uint32_t vertices, std::vector<Ends> arcs)
    : vertices_{vertices}, arcs_{std::move(arcs)}, order_(arcs_.size()) {
    const auto leads_out = [&](const Ends& arc) {
        return arc.first >= vertices || arc.second >= vertices;
    };
    if (std::ranges::any_of(arcs_, leads_out)) {
        throw std::invalid_argument{"an arc leads out of the vertices"};
    }
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t arc) { return arcs_[arc].first; });
    std::vector<Ends> sorted;
    sorted.reserve(arcs_.size());
    for (const std::uint32_t arc : order_) {
        sorted.push_back(arcs_[arc]);
    }
    csr_ = std::make_unique<const Csr>(sorted, vertices);
}

ArcGraph::~ArcGraph() = default;

ArcTree ArcGraph::cheapest_from(std::uint32_t source, const std::vector<double>& costs) const {
    ArcTree tree{.source = source,
                 .distance = std::vector<double>(vertices_, nowhere),
                 .arrived_by = std::vector<std::uint32_t>(vertices_, ArcTree::none)};
    std::vector<double> sorted;
    sorted.reserve(order_.size());
    for (const std::uint32_t arc : order_) {
        sorted.push_back(costs[arc]);
    }
    const Graph& graph = csr_->graph;
    boost::dijkstra_shortest_paths_no_color_map(
        graph, source,
        boost::weight_map(boost::make_iterator_property_map(sorted.cbegin(),
                                                            boost::get(boost::edge_index, graph)))
            .distance_map(boost::make_iterator_property_map(tree.distance.begin(),
                                                            boost::get(boost::vertex_index, graph)))
            .distance_inf(nowhere)
            .visitor(Arrivals{order_, tree.arrived_by}));
    return tree;
}

std::optional<std::vector<std::uint32_t>> ArcGraph::path(const ArcTree& tree,
                                                         std::uint32_t vertex) const {
    std::vector<std::uint32_t> arcs;
    while (vertex != tree.source) {
        const std::uint32_t arc = tree.arrived_by[vertex];
        if (arc == ArcTree::none) {
            return std::nullopt;
        }
        arcs.push_back(arc);
        vertex = arcs_[arc].first;
    }
    std::ranges::reverse(arcs);
    return arcs;
}

} // namespace landsea::model
