#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// One field of a CSV line: in quotes when it holds a comma, a quote, a line end or a blank at
/// either end.
/// Source: RFC 4180, section 2.
std::string csv_field(std::string_view text);

/// A text of somebody else's as it can stand in a field that a spreadsheet opens: what such a
/// program would take for a formula (it begins with =, +, -, @, or a tab) gets a ' before it, and
/// control characters are written as JSON escapes them.
std::string spreadsheet_safe(std::string_view text);

/// One line of CSV with its end, CR LF: `csv_line({"a", "b,c"})` is `a,"b,c"` and CR LF.
std::string csv_line(const std::vector<std::string>& fields);

} // namespace landsea::io
