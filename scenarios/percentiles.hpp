#pragma once

#include <cstddef>
#include <vector>

namespace landsea::scenarios {

/// How draws spread, in the unit of the draws.
struct Spread {
    double p5{};
    double p50{};
    double p95{};
    double mean{};
    double standard_deviation{};
};

/// The spread of one value per draw; the percentile p is the smallest draw that at least a share p
/// of all draws does not exceed (nearest rank). At least one draw.
Spread spread_of(const std::vector<double>& draws);

/// A share of the draws and its standard error, sqrt(p (1 - p) / n).
struct Probability {
    double value{};
    double standard_error{};
};

/// The share of draws above a bound.
Probability probability_above(const std::vector<double>& draws, double bound);

/// The covariance of two columns of draws of the same length.
double covariance(const std::vector<double>& a, const std::vector<double>& b);

} // namespace landsea::scenarios
