#include "scenarios/user_equilibrium.hpp"

#include "model/arc_search.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace landsea::scenarios {

namespace {

/// A route of the set of its pair.
struct Candidate {
    std::vector<std::uint32_t> arcs;
    RouteLoad load;
    double fixed{};
    double volume{};
};

/// Where two routes differ: how much more volume each bottleneck gets for a unit moved.
RouteLoad difference(const RouteLoad& from, const RouteLoad& to) {
    RouteLoad moved;
    auto a = from.begin();
    auto b = to.begin();
    while (a != from.end() || b != to.end()) {
        if (b == to.end() || (a != from.end() && a->first < b->first)) {
            moved.emplace_back(a->first, -a->second);
            ++a;
        } else if (a == from.end() || b->first < a->first) {
            moved.emplace_back(*b);
            ++b;
        } else {
            if (a->second != b->second) {
                moved.emplace_back(a->first, b->second - a->second);
            }
            ++a;
            ++b;
        }
    }
    return moved;
}

class Equilibrium {
  public:
    Equilibrium(const TrafficNetwork& network, const std::vector<TravelDemand>& demand)
        : network_{network}, demand_{demand}, graph_{network.vertices, ends_of(network)},
          volumes_(network.bottlenecks.size()), sets_(demand.size()) {
        for (std::size_t pair = 0; pair < demand.size(); ++pair) {
            by_origin_[demand[pair].from].push_back(pair);
        }
    }

    Assignment solve(const EquilibriumRules& rules) {
        Assignment result;
        search();
        for (std::size_t pair = 0; pair < sets_.size(); ++pair) {
            if (!sets_[pair].empty()) {
                sets_[pair].front().volume = demand_[pair].volume;
            }
        }
        for (result.iterations = 1;; ++result.iterations) {
            recount();
            const double least = search();
            const double paid = total();
            result.residual = paid > 0 ? std::max(0.0, (paid - least) / paid) : 0.0;
            if (result.residual <= rules.relative_gap ||
                result.iterations >= rules.most_iterations) {
                break;
            }
            sweep(result.residual);
        }
        fill(result);
        return result;
    }

  private:
    static std::vector<model::ArcGraph::Ends> ends_of(const TrafficNetwork& network) {
        std::vector<model::ArcGraph::Ends> ends;
        ends.reserve(network.arcs.size());
        for (const TrafficArc& arc : network.arcs) {
            ends.emplace_back(arc.tail, arc.head);
        }
        return ends;
    }

    /// Adds the cheapest route of each pair to its set; what all would pay on those.
    double search() {
        const auto costs = arc_costs(network_, volumes_);
        double least = 0;
        for (const auto& [origin, pairs] : by_origin_) {
            const auto tree = graph_.cheapest_from(origin, costs);
            for (const std::size_t pair : pairs) {
                if (auto arcs = graph_.path(tree, demand_[pair].to)) {
                    least += demand_[pair].volume * tree.distance[demand_[pair].to];
                    add(std::move(*arcs), sets_[pair]);
                }
            }
        }
        return least;
    }

    void add(std::vector<std::uint32_t> arcs, std::vector<Candidate>& set) const {
        if (std::ranges::find(set, arcs, &Candidate::arcs) == set.end()) {
            const RouteLoad load = load_of(arcs, network_);
            const double fixed = fixed_cost_of(arcs, network_);
            set.push_back({.arcs = std::move(arcs), .load = load, .fixed = fixed});
        }
    }

    /// Volumes of bottlenecks from those of routes, so that rounding does not add up; routes that
    /// nobody takes any more are dropped.
    void recount() {
        std::ranges::fill(volumes_, 0.0);
        for (auto& set : sets_) {
            std::erase_if(set, [](const Candidate& route) { return route.volume <= 0; });
            for (const Candidate& route : set) {
                for (const auto& [bottleneck, times] : route.load) {
                    volumes_[bottleneck] += times * route.volume;
                }
            }
        }
    }

    [[nodiscard]] double cost(const Candidate& route) const {
        double cost = route.fixed;
        for (const auto& [bottleneck, times] : route.load) {
            cost += times * delay_at(network_.bottlenecks[bottleneck], volumes_[bottleneck]);
        }
        return cost;
    }

    [[nodiscard]] double total() const {
        double paid = 0;
        for (const auto& set : sets_) {
            for (const Candidate& route : set) {
                paid += route.volume * cost(route);
            }
        }
        return paid;
    }

    /// Balances the sets again and again until what they could save within themselves is small
    /// against the gap that new routes left.
    void sweep(double gap) {
        constexpr int most_sweeps = 100;
        constexpr double enough = 0.05;
        for (int i = 0; i < most_sweeps; ++i) {
            double excess = 0;
            for (auto& set : sets_) {
                excess += balance(set);
            }
            if (excess <= enough * gap * total()) {
                break;
            }
        }
    }

    /// Moves volume to the cheapest route from each other one; what the pair could have saved.
    double balance(std::vector<Candidate>& set) {
        if (set.size() < 2) {
            return 0;
        }
        std::vector<double> costs;
        for (const Candidate& route : set) {
            costs.push_back(cost(route));
        }
        const auto best = static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin());
        double excess = 0;
        for (std::size_t k = 0; k < set.size(); ++k) {
            if (k != best && set[k].volume > 0) {
                excess += set[k].volume * (costs[k] - costs[best]);
                move(set[k], set[best]);
            }
        }
        return excess;
    }

    void move(Candidate& from, Candidate& to) {
        const RouteLoad moved = difference(from.load, to.load);
        const double amount = equalising(from.fixed - to.fixed, moved, from.volume);
        if (amount <= 0) {
            return;
        }
        from.volume = amount < from.volume ? from.volume - amount : 0.0;
        to.volume += amount;
        for (const auto& [bottleneck, times] : moved) {
            volumes_[bottleneck] = std::max(0.0, volumes_[bottleneck] + times * amount);
        }
    }

    /// How much has to move until both routes cost the same; all of it when that is not enough.
    /// The difference of the costs falls with what is moved, so that Newton's method is safe
    /// between two bounds.
    [[nodiscard]] double equalising(double fixed, const RouteLoad& moved, double all) const {
        const auto advantage = [&](double amount) {
            double sum = fixed;
            double slope = 0;
            for (const auto& [b, times] : moved) {
                const double volume = std::max(0.0, volumes_[b] + times * amount);
                sum -= times * delay_at(network_.bottlenecks[b], volume);
                slope += times * times * delay_slope(network_.bottlenecks[b], volume);
            }
            return std::pair{sum, slope};
        };
        if (advantage(all).first >= 0) {
            return all;
        }
        double low = 0;
        double high = all;
        double amount = 0;
        constexpr int most_steps = 60;
        for (int i = 0; i < most_steps && high - low > 1e-15 * all; ++i) {
            const auto [gain, slope] = advantage(amount);
            (gain > 0 ? low : high) = amount;
            if (gain == 0 || high <= 0) {
                break;
            }
            const double next = slope > 0 ? amount + gain / slope : high;
            amount = next > low && next < high ? next : (low + high) / 2;
        }
        return amount;
    }

    void fill(Assignment& result) const {
        result.routes.resize(sets_.size());
        for (std::size_t pair = 0; pair < sets_.size(); ++pair) {
            for (const Candidate& route : sets_[pair]) {
                if (route.volume > 0 || demand_[pair].volume <= 0) {
                    result.routes[pair].push_back({.arcs = route.arcs, .volume = route.volume});
                }
            }
        }
        account(result, network_);
        for (auto& routes : result.routes) {
            std::ranges::stable_sort(routes, std::ranges::greater{}, &AssignedRoute::volume);
        }
    }

    const TrafficNetwork& network_;
    const std::vector<TravelDemand>& demand_;
    model::ArcGraph graph_;
    std::vector<double> volumes_; ///< of bottlenecks
    std::vector<std::vector<Candidate>> sets_;
    std::map<std::uint32_t, std::vector<std::size_t>> by_origin_;
};

} // namespace

Assignment user_equilibrium(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                            const EquilibriumRules& rules) {
    return Equilibrium{network, demand}.solve(rules);
}

} // namespace landsea::scenarios
