#pragma once

#include "io/detail/problem_list.hpp"
#include "io/network_import.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io::detail {

/// The rows of a CSV file as records, blank fields left out, formulas without their apostrophe. A
/// problem for each column of `required` that is not there. Throws FileError, InputError.
std::vector<ImportRecord> csv_records(const std::filesystem::path& file,
                                      const std::vector<std::string>& required,
                                      ProblemList& problems);

/// The tables that landsea writes beside others, where they are: sources.csv, passage.csv.
void add_tables(const std::filesystem::path& folder, ImportSource& source, ProblemList& problems);

/// Gives links without a line a straight one.
void draw_straight_lines(ImportSource& source);

} // namespace landsea::io::detail
