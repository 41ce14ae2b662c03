#include "geo/lane_thinning.hpp"

#include "geo/detail/unit_vector.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>

namespace landsea::geo {

namespace {

using detail::UnitVector;
using Mask = std::uint64_t;

Mask mask_of(const model::SeaEdge& edge) {
    Mask mask = 0;
    for (const std::uint16_t passage : edge.passages) {
        mask |= Mask{1} << passage;
    }
    return mask;
}

/// The edges kept so far, and searches among them.
class Kept {
  public:
    explicit Kept(const std::vector<model::LatLon>& nodes)
        : at_(nodes.size()), arcs_(nodes.size()), cost_(nodes.size()), stamp_(nodes.size(), 0),
          passed_(nodes.size()) {
        std::ranges::transform(nodes, at_.begin(), detail::direction);
    }

    /// The length of an edge in radians on the sphere.
    [[nodiscard]] double length(const model::SeaEdge& edge) const {
        double sum = 0.0;
        UnitVector from = at_[edge.from];
        for (const model::LatLon bend : edge.shape) {
            const UnitVector to = detail::direction(bend);
            sum += angle(from, to);
            from = to;
        }
        return sum + angle(from, at_[edge.to]);
    }

    void add(const model::SeaEdge& edge, double length, Mask mask) {
        arcs_[edge.from].push_back({edge.to, length, mask});
        arcs_[edge.to].push_back({edge.from, length, mask});
    }

    /// Whether a way of at most `longest` uses no other passages than `mask`, and goes through each
    /// of them to its other side: back through one is not through it.
    /// A search directed by the distance still to go (Hart, Nilsson, Raphael 1968: A*).
    bool leads(std::uint32_t from, std::uint32_t to, double longest, Mask mask) {
        ++now_;
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        reach(from, 0.0, 0);
        open.emplace(angle(at_[from], at_[to]), from);
        while (!open.empty()) {
            const auto [bound, node] = open.top();
            open.pop();
            if (node == to) {
                return passed_[to] == mask;
            }
            if (bound > cost_[node] + angle(at_[node], at_[to]) + rounding) {
                continue;
            }
            for (const Arc& arc : arcs_[node]) {
                const double cost = cost_[node] + arc.length;
                if ((arc.mask & ~mask) != 0 ||
                    (stamp_[arc.head] == now_ && cost >= cost_[arc.head])) {
                    continue;
                }
                const double least = cost + angle(at_[arc.head], at_[to]);
                if (least <= longest) {
                    reach(arc.head, cost, passed_[node] ^ arc.mask);
                    open.emplace(least, arc.head);
                }
            }
        }
        return false;
    }

  private:
    static constexpr double rounding = 1e-12;

    struct Arc {
        std::uint32_t head;
        double length;
        Mask mask;
    };

    void reach(std::uint32_t node, double cost, Mask passed) {
        stamp_[node] = now_;
        cost_[node] = cost;
        passed_[node] = passed;
    }

    std::vector<UnitVector> at_;
    std::vector<std::vector<Arc>> arcs_;
    std::vector<double> cost_;
    std::vector<std::uint32_t> stamp_;
    std::vector<Mask> passed_; ///< those gone through an odd number of times
    std::uint32_t now_{};
};

} // namespace

std::vector<model::SeaEdge> thinned(const std::vector<model::LatLon>& nodes,
                                    std::vector<model::SeaEdge> edges, double stretch) {
    Kept kept{nodes};
    std::vector<double> lengths;
    lengths.reserve(edges.size());
    for (const model::SeaEdge& edge : edges) {
        lengths.push_back(kept.length(edge));
    }
    std::vector<std::size_t> order(edges.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t e) { return lengths[e]; });
    std::vector<std::uint8_t> is_kept(edges.size(), 0);
    for (const std::size_t e : order) {
        const Mask mask = mask_of(edges[e]);
        if (!kept.leads(edges[e].from, edges[e].to, stretch * lengths[e], mask)) {
            kept.add(edges[e], lengths[e], mask);
            is_kept[e] = 1;
        }
    }
    std::vector<model::SeaEdge> result;
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (is_kept[e] != 0) {
            result.push_back(std::move(edges[e]));
        }
    }
    return result;
}

} // namespace landsea::geo
