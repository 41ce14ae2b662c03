#include "model/pert.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace landsea::model {

namespace {

constexpr std::size_t knots = 1024;

/// The cumulative beta distribution at `steps + 1` equally spaced points, by Simpson's rule.
std::vector<double> cumulative_beta(double alpha, double beta, std::size_t steps) {
    const double width = 1.0 / static_cast<double>(steps);
    const auto density = [&](double x) {
        return std::pow(x, alpha - 1.0) * std::pow(1.0 - x, beta - 1.0);
    };
    std::vector<double> cumulative(steps + 1);
    double left = density(0.0);
    for (std::size_t i = 1; i <= steps; ++i) {
        const double end = i == steps ? 1.0 : static_cast<double>(i) * width;
        const double right = density(end);
        const double middle = density(end - width / 2.0);
        cumulative[i] = cumulative[i - 1] + (left + 4.0 * middle + right) * width / 6.0;
        left = right;
    }
    for (double& share : cumulative) {
        share /= cumulative.back();
    }
    return cumulative;
}

} // namespace

double pert_mode_from_median(double median) {
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < 40; ++i) {
        const double mode = (low + high) / 2.0;
        const double below = boost::math::ibeta(1.0 + 4.0 * mode, 5.0 - 4.0 * mode, median);
        (below > 0.5 ? low : high) = mode;
    }
    return (low + high) / 2.0;
}

double pert_shape(double low, double typical, double high, TypicalIs typical_is) {
    if (!(high > low)) {
        return 0.5;
    }
    const double share = (typical - low) / (high - low);
    switch (typical_is) {
    case TypicalIs::mode:
        return share;
    case TypicalIs::mean:
        return std::clamp(pert_mode_from_mean(share), 0.0, 1.0);
    case TypicalIs::median:
        return pert_mode_from_median(share);
    }
    return share;
}

double pert_mean(double low, double typical, double high, TypicalIs typical_is) {
    if (typical_is == TypicalIs::mean) {
        return typical;
    }
    const double mode = low + pert_shape(low, typical, high, typical_is) * (high - low);
    return (low + 4.0 * mode + high) / 6.0;
}

PertQuantiles::PertQuantiles(double mode) : values_(knots + 1) {
    const auto cumulative = cumulative_beta(1.0 + 4.0 * mode, 5.0 - 4.0 * mode, 2 * knots);
    const double width = 1.0 / static_cast<double>(cumulative.size() - 1);
    std::size_t cell = 0;
    for (std::size_t i = 0; i <= knots; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(knots);
        while (cell + 2 < cumulative.size() && cumulative[cell + 1] < share) {
            ++cell;
        }
        const double rise = cumulative[cell + 1] - cumulative[cell];
        const double part = rise > 0.0 ? (share - cumulative[cell]) / rise : 0.0;
        values_[i] = (static_cast<double>(cell) + std::clamp(part, 0.0, 1.0)) * width;
    }
}

double PertQuantiles::at(double u) const {
    const double position = u * static_cast<double>(knots);
    const auto cell = std::min(static_cast<std::size_t>(position), knots - 1);
    const double part = position - static_cast<double>(cell);
    return values_[cell] + part * (values_[cell + 1] - values_[cell]);
}

} // namespace landsea::model
