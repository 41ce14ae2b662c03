#pragma once

#include "io/detail/result_rows.hpp"

#include <string>

namespace landsea::io::detail {

/// Two files whose rows are compared, and where the result goes.
struct RowComparison {
    std::string file; ///< as differences name it; empty when there is only one
    const DiffOptions& options;
    const ResultColumns& columns;
    /// Whether a row that lacks a value differs by that; in CSV whole columns lack instead.
    enum class Lacking { counts, is_said_elsewhere };
    Lacking lacking{};
};

/// Adds what differs between the rows of two files. Walks through both at once and keeps only the
/// rows that have no partner yet. Throws what reading throws.
void compare_rows(const RowComparison& comparison, ResultRows& a, ResultRows& b, ResultDiff& diff);

} // namespace landsea::io::detail
