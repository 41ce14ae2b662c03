#pragma once

#include "io/detail/json_value.hpp"
#include "io/detail/problem_list.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace landsea::io::detail {

/// How deep brackets may stand in one another.
inline constexpr std::size_t json_depth = 64;

/// The document in `text`, which messages call `file`.
///
/// Stricter than JSON: UTF-8 only, no number too large for a double, no key twice in an object, at
/// most `json_depth` brackets deep. A byte order mark at the start is skipped. Nullopt when there
/// is no document; the reason is then in `problems`, with its line and column (both from 1, columns
/// in bytes). A repeated key is a problem as well, but the document with its first value is there.
std::optional<JsonDocument> parse_json(std::string file, std::string_view text,
                                       ProblemList& problems);

} // namespace landsea::io::detail
