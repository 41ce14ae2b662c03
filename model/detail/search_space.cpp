#include "model/detail/search_space.hpp"

#include "model/detail/query_layers.hpp"
#include "model/edge_weights.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace landsea::model::detail {

namespace {

/// Where the arcs of each vertex begin in a list that is sorted by it, and where the last ones end.
template <class VertexOf>
std::vector<std::uint32_t> starts(std::size_t arcs, std::uint32_t vertices, VertexOf vertex_of) {
    std::vector<std::uint32_t> first(vertices + std::size_t{1});
    for (std::uint32_t a = 0; a < arcs; ++a) {
        ++first[vertex_of(a) + 1];
    }
    for (std::uint32_t v = 0; v < vertices; ++v) {
        first[v + 1] += first[v];
    }
    return first;
}

} // namespace

SearchSpace::SearchSpace(const VirtualNetwork& graph, const Query& query) : graph_{&graph} {
    auto layers = layers_of(query, graph, nullptr);
    if (!layers) {
        layers = std::make_shared<const LayeredGraph>(graph);
    }
    layers_ = layers->layers();
    source_ = layers->at(graph.origin_of(query.from), 0);
    goal_ = graph.destination_of(query.to);
    is_goal_.resize(layers_);
    for (const std::uint32_t goal : goals_of(query.to, query.constraints, graph, *layers)) {
        is_goal_[goal % layers_] = true;
    }
    const auto weights = weights_of(graph, query);
    for (const LayeredGraph::Arc& arc : layers->arcs()) {
        if (weights[arc.edge] != unreachable) {
            arcs_.push_back({arc.tail, arc.head, arc.edge});
        }
    }
    const std::uint32_t vertices = layers->vertex_count();
    first_ = starts(arcs_.size(), vertices, [&](std::uint32_t a) { return arcs_[a].tail; });
    first_into_ = starts(arcs_.size(), vertices, [&](std::uint32_t a) { return arcs_[a].head; });
    into_.resize(arcs_.size());
    auto next = first_into_;
    for (std::uint32_t a = 0; a < arcs_.size(); ++a) {
        into_[next[arcs_[a].head]++] = a;
    }
}

std::vector<SearchSpace::Sum> SearchSpace::least_to_goal(const std::vector<Sum>& along_arcs) const {
    using Entry = std::pair<Sum, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    std::vector<Sum> least(vertex_count(), nowhere);
    for (std::uint32_t layer = 0; layer < layers_; ++layer) {
        if (is_goal_[layer]) {
            least[goal_ * layers_ + layer] = 0;
            queue.emplace(0, goal_ * layers_ + layer);
        }
    }
    while (!queue.empty()) {
        const auto [sum, vertex] = queue.top();
        queue.pop();
        if (sum > least[vertex]) {
            continue;
        }
        for (std::uint32_t i = first_into_[vertex]; i < first_into_[vertex + 1]; ++i) {
            const std::uint32_t tail = arcs_[into_[i]].tail;
            const Sum further = sum + along_arcs[into_[i]];
            if (further < least[tail]) {
                least[tail] = further;
                queue.emplace(further, tail);
            }
        }
    }
    return least;
}

std::vector<std::uint32_t>
SearchSpace::vertices_along(const std::vector<std::uint32_t>& arcs) const {
    std::vector<std::uint32_t> vertices;
    for (const std::uint32_t a : arcs) {
        if (!ends_within_transfer(a)) {
            vertices.push_back(arcs_[a].head);
        }
    }
    return vertices;
}

bool SearchSpace::comes_before(const std::vector<std::uint32_t>& a,
                               const std::vector<std::uint32_t>& b) const {
    const auto of_a = vertices_along(a);
    const auto of_b = vertices_along(b);
    return of_a != of_b ? of_a < of_b : a < b;
}

Itinerary SearchSpace::itinerary_along(const std::vector<std::uint32_t>& arcs,
                                       CargoKind cargo) const {
    std::vector<std::uint32_t> edges;
    edges.reserve(arcs.size());
    for (const std::uint32_t a : arcs) {
        edges.push_back(arcs_[a].edge);
    }
    return itinerary_of(edges, *graph_, cargo);
}

} // namespace landsea::model::detail
