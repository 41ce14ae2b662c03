#pragma once

#include "scenarios/detail/linear_system.hpp"
#include "scenarios/path_size_logit.hpp"

#include <cstdint>
#include <vector>

namespace landsea::scenarios::detail {

/// The choice of a path-size logit where bottlenecks have given volumes, and what it loads.
///
/// Vectors have an entry for each bottleneck that alternatives lead through, choices one for each
/// alternative of each pair.
class LogitChoice {
  public:
    /// Network and demand must outlive it. `set_theta` must come before all else but `spread`.
    LogitChoice(const TrafficNetwork& network, const std::vector<TravelDemand>& demand,
                const std::vector<ChoiceSet>& alternatives);

    [[nodiscard]] std::size_t size() const { return used_.size(); }

    void set_theta(double theta) { theta_ = theta; }

    /// How much the costs of the alternatives of a pair differ at the most.
    [[nodiscard]] double spread(const Vector& volumes) const;

    /// The volumes of alternatives.
    [[nodiscard]] std::vector<Vector> choice(const Vector& volumes) const;

    /// The volumes of bottlenecks that a choice brings.
    [[nodiscard]] Vector loads(const std::vector<Vector>& chosen) const;

    /// A function that is least where volumes are what is chosen at their own costs: the dual of
    /// Fisk's minimisation, convex in the delays. Its derivative by a delay is volume - load.
    [[nodiscard]] double merit(const Vector& volumes) const;

    /// How fast the delays grow.
    [[nodiscard]] Vector slopes(const Vector& volumes) const;

    /// The derivative of volumes - loads(choice(volumes)) by the volumes.
    [[nodiscard]] std::vector<Vector> jacobian(const Vector& volumes,
                                               const std::vector<Vector>& chosen) const;

  private:
    struct Option {
        RouteLoad load; ///< in positions of the bottlenecks that are used
        double fixed{};
        double log_path_size{};
    };

    static double cost_of(const Option& option, const Vector& delays);
    static void add_covariance(std::vector<Vector>& matrix, const std::vector<Option>& options,
                               const Vector& chosen, double demand);

    [[nodiscard]] Vector delays_at(const Vector& volumes) const;
    [[nodiscard]] Vector log_weights(const std::vector<Option>& options,
                                     const Vector& delays) const;

    const TrafficNetwork& network_;
    const std::vector<TravelDemand>& demand_;
    double theta_{};
    std::vector<std::uint32_t> used_; ///< bottlenecks that alternatives lead through
    std::vector<std::vector<Option>> options_;
};

} // namespace landsea::scenarios::detail
