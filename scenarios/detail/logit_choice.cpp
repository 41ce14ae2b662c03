#include "scenarios/detail/logit_choice.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace landsea::scenarios::detail {

namespace {

/// Logarithms of weights become volumes that add up to the demand.
void make_volumes(Vector& logs, double demand) {
    if (logs.empty()) {
        return;
    }
    const double most = *std::ranges::max_element(logs);
    double sum = 0;
    for (double& share : logs) {
        share = std::exp(share - most);
        sum += share;
    }
    for (double& share : logs) {
        share *= demand / sum;
    }
}

} // namespace

LogitChoice::LogitChoice(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                         const std::vector<ChoiceSet>& alternatives)
    : network_{network}, demand_{demand} {
    std::map<std::uint32_t, std::uint32_t> positions;
    for (const ChoiceSet& set : alternatives) {
        const Vector sizes = path_sizes(set, network);
        auto& options = options_.emplace_back();
        for (std::size_t k = 0; k < set.size(); ++k) {
            options.push_back({.load = load_of(set[k], network),
                               .fixed = fixed_cost_of(set[k], network),
                               .log_path_size = std::log(sizes[k])});
            for (const auto& [bottleneck, times] : options.back().load) {
                positions.emplace(bottleneck, 0);
            }
        }
    }
    for (auto& [bottleneck, position] : positions) {
        position = static_cast<std::uint32_t>(used_.size());
        used_.push_back(bottleneck);
    }
    for (auto& options : options_) {
        for (Option& option : options) {
            for (auto& [bottleneck, times] : option.load) {
                bottleneck = positions[bottleneck];
            }
        }
    }
}

double LogitChoice::spread(const Vector& volumes) const {
    const Vector delays = delays_at(volumes);
    double most = 0;
    for (const auto& options : options_) {
        for (const Option& option : options) {
            most = std::max(most,
                            std::abs(cost_of(option, delays) - cost_of(options.front(), delays)));
        }
    }
    return most;
}

std::vector<Vector> LogitChoice::choice(const Vector& volumes) const {
    const Vector delays = delays_at(volumes);
    std::vector<Vector> chosen;
    for (std::size_t pair = 0; pair < options_.size(); ++pair) {
        chosen.push_back(log_weights(options_[pair], delays));
        make_volumes(chosen.back(), demand_[pair].volume);
    }
    return chosen;
}

Vector LogitChoice::loads(const std::vector<Vector>& chosen) const {
    Vector volumes(used_.size());
    for (std::size_t pair = 0; pair < options_.size(); ++pair) {
        for (std::size_t k = 0; k < options_[pair].size(); ++k) {
            for (const auto& [b, times] : options_[pair][k].load) {
                volumes[b] += times * chosen[pair][k];
            }
        }
    }
    return volumes;
}

double LogitChoice::merit(const Vector& volumes) const {
    const Vector delays = delays_at(volumes);
    double sum = 0;
    for (std::size_t b = 0; b < used_.size(); ++b) {
        sum += volumes[b] * delays[b] - delay_integral(network_.bottlenecks[used_[b]], volumes[b]);
    }
    for (std::size_t pair = 0; pair < options_.size(); ++pair) {
        Vector logs = log_weights(options_[pair], delays);
        if (!logs.empty()) {
            const double most = *std::ranges::max_element(logs);
            double weights = 0;
            for (const double log : logs) {
                weights += std::exp(log - most);
            }
            sum += demand_[pair].volume * (most + std::log(weights)) / theta_;
        }
    }
    return sum;
}

Vector LogitChoice::slopes(const Vector& volumes) const {
    Vector slopes;
    for (std::size_t b = 0; b < used_.size(); ++b) {
        slopes.push_back(delay_slope(network_.bottlenecks[used_[b]], volumes[b]));
    }
    return slopes;
}

std::vector<Vector> LogitChoice::jacobian(const Vector& volumes,
                                          const std::vector<Vector>& chosen) const {
    std::vector<Vector> matrix(size(), Vector(size()));
    for (std::size_t pair = 0; pair < options_.size(); ++pair) {
        add_covariance(matrix, options_[pair], chosen[pair], demand_[pair].volume);
    }
    const Vector by_volume = slopes(volumes);
    for (std::size_t column = 0; column < size(); ++column) {
        const double slope = by_volume[column];
        for (std::size_t row = 0; row < size(); ++row) {
            matrix[row][column] *= theta_ * slope;
        }
        matrix[column][column] += 1;
    }
    return matrix;
}

double LogitChoice::cost_of(const Option& option, const Vector& delays) {
    double cost = option.fixed;
    for (const auto& [b, times] : option.load) {
        cost += times * delays[b];
    }
    return cost;
}

/// Adds the demand times the covariance of what a chosen route loads.
void LogitChoice::add_covariance(std::vector<Vector>& matrix, const std::vector<Option>& options,
                                 const Vector& chosen, double demand) {
    std::map<std::uint32_t, double> mean;
    for (std::size_t k = 0; k < options.size(); ++k) {
        for (const auto& [a, a_times] : options[k].load) {
            mean[a] += a_times * chosen[k];
            for (const auto& [b, b_times] : options[k].load) {
                matrix[a][b] += chosen[k] * a_times * b_times;
            }
        }
    }
    for (const auto& [a, a_mean] : mean) {
        for (const auto& [b, b_mean] : mean) {
            matrix[a][b] -= demand > 0 ? a_mean * b_mean / demand : 0.0;
        }
    }
}

Vector LogitChoice::delays_at(const Vector& volumes) const {
    Vector delays;
    for (std::size_t b = 0; b < used_.size(); ++b) {
        delays.push_back(delay_at(network_.bottlenecks[used_[b]], volumes[b]));
    }
    return delays;
}

Vector LogitChoice::log_weights(const std::vector<Option>& options, const Vector& delays) const {
    Vector logs;
    for (const Option& option : options) {
        logs.push_back(option.log_path_size - theta_ * cost_of(option, delays));
    }
    return logs;
}

} // namespace landsea::scenarios::detail
