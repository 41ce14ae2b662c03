#include "scenarios/percentiles.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace landsea::scenarios {

namespace {

double mean_of(const std::vector<double>& draws) {
    return std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size());
}

} // namespace

Spread spread_of(const std::vector<double>& draws) {
    assert(!draws.empty());
    std::vector<double> sorted{draws};
    std::ranges::sort(sorted);
    const auto rank = [&](double share) {
        const double position = std::ceil(share * static_cast<double>(sorted.size()));
        return sorted[static_cast<std::size_t>(std::max(position, 1.0)) - 1];
    };
    return {.p5 = rank(0.05),
            .p50 = rank(0.50),
            .p95 = rank(0.95),
            .mean = mean_of(draws),
            .standard_deviation = std::sqrt(covariance(draws, draws))};
}

Probability probability_above(const std::vector<double>& draws, double bound) {
    assert(!draws.empty());
    const auto above = std::ranges::count_if(draws, [&](double draw) { return draw > bound; });
    const auto count = static_cast<double>(draws.size());
    const double share = static_cast<double>(above) / count;
    return {.value = share, .standard_error = std::sqrt(share * (1.0 - share) / count)};
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    assert(!a.empty() && a.size() == b.size());
    const double mean_a = mean_of(a);
    const double mean_b = mean_of(b);
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - mean_a) * (b[i] - mean_b);
    }
    return sum / static_cast<double>(a.size());
}

} // namespace landsea::scenarios
