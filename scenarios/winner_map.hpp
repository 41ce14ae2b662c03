#pragma once

#include "model/router.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/parameter.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace landsea::scenarios {

/// Which alternative is best at every point of a grid over two parameters.
struct WinnerMap {
    Question question; ///< its criterion says what is compared
    Parameter across;
    Parameter up;
    std::vector<double> across_values; ///< evenly spaced, both ends included
    std::vector<double> up_values;
    std::vector<std::vector<double>> worths;         ///< of each alternative, at [row * columns +
                                                     ///< column]; empty where it has no route
    std::vector<std::optional<std::size_t>> winners; ///< the first of those that tie
    std::optional<std::size_t> wins_now;             ///< without any change
    std::size_t searches{};

    [[nodiscard]] std::size_t at(std::size_t column, std::size_t row) const {
        return row * across_values.size() + column;
    }
};

/// Compares expected values on a grid of at least 2 by 2 points; each alternative chooses its route
/// anew at every point.
///
/// Not every point is searched. With the other parameter fixed, what an alternative takes is
/// concave in each `straightened` parameter, and what one route takes is a straight line. So a
/// route that is best at the four corners of a rectangle of the grid is best all over it; where the
/// corners differ, the rectangle is divided. The worths are those that a search at every point
/// would give. Requires what `tip` requires.
WinnerMap winner_map(const model::Router& router, const Question& question, const Parameter& across,
                     const Parameter& up, std::size_t columns, std::size_t rows);

} // namespace landsea::scenarios
