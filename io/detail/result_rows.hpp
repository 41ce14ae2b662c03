#pragma once

#include "io/detail/result_columns.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace landsea::io::detail {

/// What can be compared as a row: its key, and values by number of column.
struct ResultRow {
    std::string key; ///< the key's values, joined by the control character 0x1F
    std::vector<std::pair<std::uint32_t, std::string>> values;
};

/// Gives one row after the other of a file; false after the last.
struct ResultRows {
    std::function<bool(ResultRow&)> next;
    std::vector<std::string> columns; ///< of the file as a whole; empty for JSON
};

/// CSV, and JSON with a row on each line. Throws InputError, FileError, UnknownDiffName.
ResultRows csv_rows(const std::filesystem::path& path, ResultColumns& columns,
                    const DiffOptions& options);
ResultRows ndjson_rows(const std::filesystem::path& path, ResultColumns& columns,
                       const DiffOptions& options);

/// One row for each value in a JSON document; its key is where it stands. Throws InputError,
/// FileError.
ResultRows json_rows(const std::filesystem::path& path, ResultColumns& columns);

} // namespace landsea::io::detail
