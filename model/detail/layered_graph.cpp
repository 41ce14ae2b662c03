#include "model/detail/layered_graph.hpp"

#include "model/edge_weights.hpp"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
// Must come after the algorithms: its get() would hide theirs (Boost 1.74).
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <limits>

namespace landsea::model::detail {

namespace {

constexpr int tie_bits = 20;
constexpr std::uint64_t nowhere = std::numeric_limits<std::uint64_t>::max();

} // namespace

struct LayeredGraph::Csr {
    using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    Csr(const Ends& ends, std::uint32_t vertices)
        : graph{boost::edges_are_sorted, ends.begin(), ends.end(), vertices} {}

    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>
        graph;
};

LayeredGraph::LayeredGraph(const VirtualNetwork& network)
    : LayeredGraph{network, 0, std::vector<Conditions>(network.edges().size())} {}

LayeredGraph::LayeredGraph(const VirtualNetwork& network, std::uint32_t conditions,
                           const std::vector<Conditions>& of_edge)
    : layers_{std::uint32_t{1} << conditions}, vertices_{network.vertex_count() * layers_} {
    const auto& edges = network.edges();
    arcs_.reserve(edges.size() * layers_);
    std::uint32_t first = 0;
    while (first < edges.size()) {
        std::uint32_t last = first;
        while (last < edges.size() && edges[last].tail == edges[first].tail) {
            ++last;
        }
        for (std::uint32_t layer = 0; layer < layers_; ++layer) {
            for (std::uint32_t e = first; e < last; ++e) {
                const std::uint32_t met = layer | of_edge[e].meets;
                if ((of_edge[e].needs & ~met) == 0) {
                    arcs_.push_back({.tail = edges[e].tail * layers_ + layer,
                                     .head = edges[e].head * layers_ + met,
                                     .edge = e,
                                     .kind = edges[e].kind});
                }
            }
        }
        first = last;
    }
    Csr::Ends ends;
    ends.reserve(arcs_.size());
    for (const Arc& arc : arcs_) {
        ends.emplace_back(arc.tail, arc.head);
    }
    csr_ = std::make_unique<const Csr>(ends, vertices_);
}

LayeredGraph::~LayeredGraph() = default;

SearchTree LayeredGraph::search(std::uint32_t source,
                                const std::vector<std::uint32_t>& weights) const {
    const auto length = lengths(weights);
    SearchTree found{source, {}, distances(source, length)};
    found.arrived_by = arrivals(found, length);
    return found;
}

std::vector<LayeredGraph::Distance>
LayeredGraph::lengths(const std::vector<std::uint32_t>& weights) const {
    std::vector<Distance> result;
    result.reserve(arcs_.size());
    for (const Arc& arc : arcs_) {
        const std::uint32_t weight = weights[arc.edge];
        result.push_back(weight == unreachable
                             ? nowhere
                             : (Distance{weight} << tie_bits) + tie_length(arc.kind));
    }
    return result;
}

std::vector<LayeredGraph::Distance>
LayeredGraph::distances(std::uint32_t source, const std::vector<Distance>& lengths) const {
    std::vector<Distance> distance(vertices_, nowhere);
    const auto& graph = csr_->graph;
    boost::dijkstra_shortest_paths_no_color_map(
        graph, source,
        boost::weight_map(boost::make_iterator_property_map(lengths.begin(),
                                                            boost::get(boost::edge_index, graph)))
            .distance_map(boost::make_iterator_property_map(distance.begin(),
                                                            boost::get(boost::vertex_index, graph)))
            .distance_inf(nowhere)
            // What is nowhere stays nowhere.
            .distance_combine(boost::closed_plus<Distance>{nowhere}));
    return distance;
}

/// Takes at each vertex the arc that comes first of those by which the distance is reached. A
/// transfer comes where the leaving of its service does: all arcs into the vertices between its
/// services have lower tails than those vertices, so each is settled before it is asked.
std::vector<std::uint32_t> LayeredGraph::arrivals(const SearchTree& tree,
                                                  const std::vector<Distance>& lengths) const {
    const auto& distance = tree.distance;
    std::vector<std::uint32_t> arrived_by(vertices_, SearchTree::none);
    std::vector<std::uint32_t> rank(vertices_, SearchTree::none);
    for (std::uint32_t a = 0; a < arcs_.size(); ++a) {
        const Arc& arc = arcs_[a];
        if (distance[arc.tail] == nowhere || lengths[a] == nowhere || arc.head == tree.source ||
            distance[arc.tail] + lengths[a] != distance[arc.head]) {
            continue;
        }
        const bool inherits = arc.kind == Edge::Kind::transfer || arc.kind == Edge::Kind::take;
        const std::uint32_t own = inherits ? rank[arc.tail] : arc.edge;
        if (own < rank[arc.head]) {
            rank[arc.head] = own;
            arrived_by[arc.head] = a;
        }
    }
    return arrived_by;
}

std::optional<std::vector<std::uint32_t>> LayeredGraph::path(const SearchTree& tree,
                                                             std::uint32_t vertex) const {
    std::vector<std::uint32_t> edges;
    while (vertex != tree.source) {
        const std::uint32_t a = tree.arrived_by[vertex];
        if (a == SearchTree::none) {
            return std::nullopt;
        }
        edges.push_back(arcs_[a].edge);
        vertex = arcs_[a].tail;
    }
    std::ranges::reverse(edges);
    return edges;
}

} // namespace landsea::model::detail
