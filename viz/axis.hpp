#pragma once

#include <string>
#include <vector>

namespace landsea::viz {

/// How numbers of one kind lie along a straight edge of a chart.
struct Axis {
    double least{};
    double most{};       ///< greater than least
    double from_pixel{}; ///< where `least` lies
    double to_pixel{};   ///< where `most` lies
    double step{};       ///< between ticks

    [[nodiscard]] double at(double value) const {
        return from_pixel + (value - least) / (most - least) * (to_pixel - from_pixel);
    }

    /// Multiples of the step from least to most.
    [[nodiscard]] std::vector<double> ticks() const;
};

/// An axis from 0 to the first round number not below `most`, with about `wanted` steps of 1, 2,
/// 2.5 or 5 times a power of ten.
Axis round_axis(double most, double from_pixel, double to_pixel, int wanted);

/// The multiples from least to most of a step of 1, 2, 2.5 or 5 times a power of ten, about
/// `wanted` of them. `least` lies below `most`.
std::vector<double> round_values(double least, double most, int wanted);

/// A number for an axis or a label, with so many decimals and groups of three digits: "12,500".
/// The same in every locale.
std::string chart_number(double value, int decimals = 0);

} // namespace landsea::viz
