#pragma once

#include "io/result_diff.hpp"
#include "io/table.hpp"

#include <string>

namespace landsea::io {

/// What differs for people: columns and rows, the largest differences first, then what only one
/// has.
std::string diff_table(const ResultDiff& diff, Colour colour);

/// The largest differences. Columns: file, key, column, a, b, change, relative_change.
std::string diff_csv(const ResultDiff& diff);

/// All of it.
std::string diff_json(const ResultDiff& diff);

} // namespace landsea::io
