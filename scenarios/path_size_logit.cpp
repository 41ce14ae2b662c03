#include "scenarios/path_size_logit.hpp"

#include "scenarios/detail/linear_system.hpp"
#include "scenarios/detail/logit_choice.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace landsea::scenarios {

namespace {

using Logit = detail::LogitChoice;
using detail::norm;
using detail::solved;
using detail::Vector;

Vector residual_of(const Logit& logit, const Vector& volumes) {
    Vector left = logit.loads(logit.choice(volumes));
    for (std::size_t b = 0; b < left.size(); ++b) {
        left[b] = volumes[b] - left[b];
    }
    return left;
}

Vector stepped(const Vector& from, const Vector& step, double length) {
    Vector to = from;
    for (std::size_t b = 0; b < to.size(); ++b) {
        to[b] = std::max(0.0, to[b] + length * step[b]);
    }
    return to;
}

/// How much the merit changes for a small step, by its derivative: slope x (volume - load).
double descent(const Logit& logit, const Vector& volumes, const Vector& left, const Vector& step) {
    const Vector slopes = logit.slopes(volumes);
    double sum = 0;
    for (std::size_t b = 0; b < step.size(); ++b) {
        sum += slopes[b] * left[b] * step[b];
    }
    return sum;
}

/// The next volumes: along Newton's step as far as it lowers the merit; where rounding hides that,
/// as far as it brings volumes and loads together; else an average with the choice.
Vector next(const Logit& logit, const Vector& volumes, int iteration) {
    const Vector left = residual_of(logit, volumes);
    Vector downhill = left;
    for (double& x : downhill) {
        x = -x;
    }
    const Vector step = solved(logit.jacobian(volumes, logit.choice(volumes)), downhill);
    constexpr double shortest = 1e-8;
    constexpr double sure = 1e-4; // Armijo's condition
    const double merit = logit.merit(volumes);
    const double slope = descent(logit, volumes, left, step);
    for (double length = 1; length > shortest; length /= 2) {
        Vector tried = stepped(volumes, step, length);
        if (logit.merit(tried) < merit + sure * length * slope) {
            return tried;
        }
    }
    for (double length = 1; length > shortest; length /= 2) {
        Vector tried = stepped(volumes, step, length);
        if (norm(residual_of(logit, tried)) <= (1 - sure * length) * norm(left)) {
            return tried;
        }
    }
    return stepped(volumes, downhill, 1.0 / (iteration + 1));
}

/// What a fresh choice would move, over all demand.
double moved(const std::vector<Vector>& a, const std::vector<Vector>& b) {
    double difference = 0;
    double all = 0;
    for (std::size_t pair = 0; pair < a.size(); ++pair) {
        for (std::size_t k = 0; k < a[pair].size(); ++k) {
            difference += std::abs(a[pair][k] - b[pair][k]);
            all += a[pair][k];
        }
    }
    return all > 0 ? difference / all : 0.0;
}

/// From a choice that cost hardly decides to the one asked for, four times as sharply in each
/// stage, each from the volumes of the one before: far from its solution, a sharp choice is a step
/// that no derivative helps with.
std::vector<double> stages(const Logit& logit, double theta) {
    constexpr double mild = 5; // cost differences times theta
    constexpr double step = 4;
    const Vector nothing(logit.size());
    const double spread = logit.spread(logit.loads(logit.choice(nothing)));
    std::vector<double> thetas{theta};
    while (thetas.back() * spread > mild) {
        thetas.push_back(thetas.back() / step);
    }
    std::ranges::reverse(thetas);
    return thetas;
}

} // namespace

Vector path_sizes(const ChoiceSet& alternatives, const TrafficNetwork& network) {
    const Vector costs = arc_costs(network, Vector(network.bottlenecks.size()));
    std::map<std::uint32_t, int> users;
    for (const auto& route : alternatives) {
        for (const std::uint32_t arc : route) {
            ++users[arc];
        }
    }
    Vector sizes;
    for (const auto& route : alternatives) {
        double cost = 0;
        double alone = 0;
        for (const std::uint32_t arc : route) {
            cost += costs[arc];
            alone += costs[arc] / users[arc];
        }
        sizes.push_back(cost > 0 ? alone / cost : 1.0);
    }
    return sizes;
}

Assignment path_size_logit(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                           const std::vector<ChoiceSet>& alternatives, const LogitRules& rules) {
    Logit logit{network, demand, alternatives};
    Assignment result;
    Vector volumes(logit.size());
    std::vector<Vector> chosen;
    constexpr double roughly = 1e-3;
    for (const double theta : stages(logit, rules.theta)) {
        logit.set_theta(theta);
        const double wanted = theta < rules.theta ? roughly : rules.residual;
        for (++result.iterations;; ++result.iterations) {
            chosen = logit.choice(volumes);
            result.residual = moved(chosen, logit.choice(logit.loads(chosen)));
            if (result.residual <= wanted || result.iterations >= rules.most_iterations) {
                break;
            }
            volumes = next(logit, volumes, result.iterations);
        }
    }
    for (std::size_t pair = 0; pair < alternatives.size(); ++pair) {
        auto& routes = result.routes.emplace_back();
        for (std::size_t k = 0; k < alternatives[pair].size(); ++k) {
            routes.push_back({.arcs = alternatives[pair][k], .volume = chosen[pair][k]});
        }
    }
    account(result, network);
    return result;
}

} // namespace landsea::scenarios
