#pragma once

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// What a road takes with so much traffic: free (1 + a (volume / capacity)^b).
/// Source: Bureau of Public Roads; the form as printed by the Federal Highway Administration,
/// "Delay-volume relations for travel forecasting", chapter 4. 0.15 and 4 are its usual numbers.
struct BprDelay {
    double free{};
    double capacity{1.0};
    double a = 0.15;
    double b = 4.0;
};

/// The mean wait that a place adds, beyond the wait that its traffic of today already has.
///
/// With x = (in_use + volume) / capacity, the mean wait over a period T is
/// T/4 (x - 1 + sqrt((x - 1)^2 + 8 x batch / capacity)), less the same for today's use alone, times
/// `cost_per_period`. Well below capacity it is the wait of a queue with random arrivals and random
/// service (M/M/1), x / (rate (1 - x)) with a rate of capacity / batch per period; well above it is
/// the mean wait of a queue that grows all period long, T (x - 1) / 2. In between both are blended,
/// so that it rises and bends smoothly and is finite at any volume.
/// Source: the time-dependent form named after Akcelik, as printed in "Urban arterial speed-flow
/// equations for travel demand models" (TRB, table 2); the coefficient follows from the two limits.
struct QueueDelay {
    double capacity{1.0};        ///< volume in a period
    double in_use{};             ///< of it, by traffic that is not assigned
    double batch{1.0};           ///< served at once; at most a tenth of the capacity
    double cost_per_period{1.0}; ///< of waiting a whole period
};

using DelayFunction = std::variant<BprDelay, QueueDelay>;

/// What it costs to go through with so much volume, zero or more.
double delay_at(const DelayFunction& function, double volume);

/// How fast that grows.
double delay_slope(const DelayFunction& function, double volume);

/// The integral of `delay_at` from nothing to the volume.
double delay_integral(const DelayFunction& function, double volume);

/// An arc costs something whatever its traffic, and leads through bottlenecks.
struct TrafficArc {
    std::uint32_t tail{};
    std::uint32_t head{};
    double cost{};
    std::vector<std::uint32_t> bottlenecks{}; ///< positions; several arcs may share one
};

/// Something to be sent each period.
struct TravelDemand {
    std::uint32_t from{};
    std::uint32_t to{};
    double volume{};
};

/// Arcs and the bottlenecks that they share. A road network has a bottleneck for each arc.
struct TrafficNetwork {
    std::uint32_t vertices{};
    std::vector<TrafficArc> arcs{};
    std::vector<DelayFunction> bottlenecks{};
};

/// How often a route leads through bottlenecks: positions ascending, each once.
using RouteLoad = std::vector<std::pair<std::uint32_t, double>>;

RouteLoad load_of(const std::vector<std::uint32_t>& arcs, const TrafficNetwork& network);

/// What the arcs of a route cost without their bottlenecks.
double fixed_cost_of(const std::vector<std::uint32_t>& arcs, const TrafficNetwork& network);

/// What each arc costs where the bottlenecks have such volumes.
std::vector<double> arc_costs(const TrafficNetwork& network, const std::vector<double>& volumes);

/// A route, its share of the demand and what it costs with all traffic assigned.
struct AssignedRoute {
    std::vector<std::uint32_t> arcs;
    double volume{};
    double cost{};
};

/// Where the traffic goes. Pairs stand in the order of the demand.
struct Assignment {
    std::vector<std::vector<AssignedRoute>> routes; ///< of each pair; none where nothing leads
    std::vector<double> bottleneck_volumes;         ///< assigned, without what is in use
    double total_cost{};                            ///< volume x cost of all routes
    double beckmann_objective{};                    ///< fixed costs and integrals of the delays
    double residual{};                              ///< what the model says of its accuracy
    int iterations{};
};

/// Fills volumes of bottlenecks, costs of routes, total and objective from the routes' volumes.
void account(Assignment& assignment, const TrafficNetwork& network);

/// The volume on each arc.
std::vector<double> arc_volumes(const Assignment& assignment, const TrafficNetwork& network);

} // namespace landsea::scenarios
