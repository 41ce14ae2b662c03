#include "viz/axis.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace landsea::viz {

std::vector<double> Axis::ticks() const {
    std::vector<double> values;
    const double slack = step * 1e-9;
    for (int i = 0; least + i * step <= most + slack; ++i) {
        values.push_back(least + i * step);
    }
    return values;
}

namespace {

/// The first of 1, 2, 2.5, 5 and 10 times a power of ten that is not below a number above zero.
double round_step(double raw) {
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= raw) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

} // namespace

Axis round_axis(double most, double from_pixel, double to_pixel, int wanted) {
    const double span = most > 0.0 ? most : 1.0;
    const double step = round_step(span / wanted);
    return {.least = 0.0,
            .most = std::ceil(span / step - 1e-9) * step,
            .from_pixel = from_pixel,
            .to_pixel = to_pixel,
            .step = step};
}

std::vector<double> round_values(double least, double most, int wanted) {
    const double step = round_step((most - least) / wanted);
    const double slack = 1e-9;
    std::vector<double> values;
    for (double i = std::ceil(least / step - slack); i * step <= most + slack * step; ++i) {
        values.push_back(i * step + 0.0); // never minus zero
    }
    return values;
}

std::string chart_number(double value, int decimals) {
    std::array<char, 64> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::fixed, decimals);
    std::string text{digits.data(), written.ptr};
    const std::size_t point = text.find('.');
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t at = point == std::string::npos ? text.size() : point;
    while (at > first + 3) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

} // namespace landsea::viz
