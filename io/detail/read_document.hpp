#pragma once

#include "io/detail/json_value.hpp"
#include "io/detail/problem_list.hpp"

#include <filesystem>
#include <optional>

namespace landsea::io::detail {

/// The JSON document of a file, which messages call by its path. Nullopt when it is no document;
/// the reason is then in `problems`. Throws FileError when the file cannot be read.
std::optional<JsonDocument> read_document(const std::filesystem::path& file, ProblemList& problems);

} // namespace landsea::io::detail
