#include "scenarios/traffic_network.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace landsea::scenarios {

namespace {

/// The mean wait in periods at a degree of use, with k = 8 batch / capacity.
struct Queue {
    double k;

    [[nodiscard]] double root(double x) const { return std::sqrt((x - 1) * (x - 1) + k * x); }

    [[nodiscard]] double wait(double x) const {
        // The other form of the same root keeps its digits below capacity.
        const double z = x - 1;
        return 0.25 * (z > 0 ? z + root(x) : k * x / (root(x) - z));
    }

    [[nodiscard]] double slope(double x) const { return 0.25 * (1 + (x - 1 + k / 2) / root(x)); }

    /// From nothing to x. (x - 1)^2 + k x = u^2 + m with u = x - 1 + k/2 and m = k - k^2/4.
    [[nodiscard]] double integral(double x) const {
        const double m = k - k * k / 4;
        const auto of_root = [m](double u) {
            return (u * std::sqrt(u * u + m) + m * std::asinh(u / std::sqrt(m))) / 2;
        };
        const double low = k / 2 - 1;
        return 0.25 * (x * x / 2 - x + of_root(low + x) - of_root(low));
    }
};

Queue queue_of(const QueueDelay& delay) {
    assert(delay.capacity > 0 && delay.batch > 0 && delay.batch <= delay.capacity / 10);
    return {8 * delay.batch / delay.capacity};
}

struct At {
    double volume;

    double operator()(const BprDelay& road) const {
        return road.free * (1 + road.a * std::pow(volume / road.capacity, road.b));
    }

    double operator()(const QueueDelay& place) const {
        const Queue queue = queue_of(place);
        return place.cost_per_period * (queue.wait((place.in_use + volume) / place.capacity) -
                                        queue.wait(place.in_use / place.capacity));
    }
};

struct Slope {
    double volume;

    double operator()(const BprDelay& road) const {
        return road.free * road.a * road.b * std::pow(volume / road.capacity, road.b - 1) /
               road.capacity;
    }

    double operator()(const QueueDelay& place) const {
        return place.cost_per_period *
               queue_of(place).slope((place.in_use + volume) / place.capacity) / place.capacity;
    }
};

struct Integral {
    double volume;

    double operator()(const BprDelay& road) const {
        return road.free * volume *
               (1 + road.a * std::pow(volume / road.capacity, road.b) / (road.b + 1));
    }

    double operator()(const QueueDelay& place) const {
        const Queue queue = queue_of(place);
        const double used = place.in_use / place.capacity;
        const double x = used + volume / place.capacity;
        return place.cost_per_period *
               (place.capacity * (queue.integral(x) - queue.integral(used)) -
                volume * queue.wait(used));
    }
};

} // namespace

double delay_at(const DelayFunction& function, double volume) {
    return std::visit(At{volume}, function);
}

double delay_slope(const DelayFunction& function, double volume) {
    return std::visit(Slope{volume}, function);
}

double delay_integral(const DelayFunction& function, double volume) {
    return std::visit(Integral{volume}, function);
}

RouteLoad load_of(const std::vector<std::uint32_t>& arcs, const TrafficNetwork& network) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t arc : arcs) {
        const auto& more = network.arcs[arc].bottlenecks;
        met.insert(met.end(), more.begin(), more.end());
    }
    std::ranges::sort(met);
    RouteLoad load;
    for (const std::uint32_t bottleneck : met) {
        if (load.empty() || load.back().first != bottleneck) {
            load.emplace_back(bottleneck, 0.0);
        }
        load.back().second += 1;
    }
    return load;
}

double fixed_cost_of(const std::vector<std::uint32_t>& arcs, const TrafficNetwork& network) {
    double cost = 0;
    for (const std::uint32_t arc : arcs) {
        cost += network.arcs[arc].cost;
    }
    return cost;
}

std::vector<double> arc_costs(const TrafficNetwork& network, const std::vector<double>& volumes) {
    std::vector<double> delays;
    delays.reserve(network.bottlenecks.size());
    for (std::size_t b = 0; b < network.bottlenecks.size(); ++b) {
        delays.push_back(delay_at(network.bottlenecks[b], volumes[b]));
    }
    std::vector<double> costs;
    costs.reserve(network.arcs.size());
    for (const TrafficArc& arc : network.arcs) {
        double cost = arc.cost;
        for (const std::uint32_t b : arc.bottlenecks) {
            cost += delays[b];
        }
        costs.push_back(cost);
    }
    return costs;
}

void account(Assignment& assignment, const TrafficNetwork& network) {
    assignment.bottleneck_volumes.assign(network.bottlenecks.size(), 0.0);
    assignment.beckmann_objective = 0;
    for (const auto& routes : assignment.routes) {
        for (const AssignedRoute& route : routes) {
            for (const auto& [bottleneck, times] : load_of(route.arcs, network)) {
                assignment.bottleneck_volumes[bottleneck] += times * route.volume;
            }
            assignment.beckmann_objective += route.volume * fixed_cost_of(route.arcs, network);
        }
    }
    for (std::size_t b = 0; b < network.bottlenecks.size(); ++b) {
        assignment.beckmann_objective +=
            delay_integral(network.bottlenecks[b], assignment.bottleneck_volumes[b]);
    }
    const auto costs = arc_costs(network, assignment.bottleneck_volumes);
    assignment.total_cost = 0;
    for (auto& routes : assignment.routes) {
        for (AssignedRoute& route : routes) {
            route.cost = 0;
            for (const std::uint32_t arc : route.arcs) {
                route.cost += costs[arc];
            }
            assignment.total_cost += route.volume * route.cost;
        }
    }
}

std::vector<double> arc_volumes(const Assignment& assignment, const TrafficNetwork& network) {
    std::vector<double> volumes(network.arcs.size());
    for (const auto& routes : assignment.routes) {
        for (const AssignedRoute& route : routes) {
            for (const std::uint32_t arc : route.arcs) {
                volumes[arc] += route.volume;
            }
        }
    }
    return volumes;
}

} // namespace landsea::scenarios
