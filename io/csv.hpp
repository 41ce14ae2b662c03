#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// One field of a CSV line: in quotes when it holds a comma, a quote, a line end or a blank at
/// either end. What a spreadsheet would take for a formula, as it begins with = + - @ or a tab or
/// carriage return and is no number, gets an apostrophe before it; so does what begins with
/// apostrophes and then one of these, so that `csv_text` can tell.
/// Source: RFC 4180, section 2; CWE-1236 for formulas.
std::string csv_field(std::string_view text);

/// The text of a field without the apostrophe that `csv_field` has put before it.
std::string_view csv_text(std::string_view field);

/// A text of somebody else's as it can stand in a field that a spreadsheet opens: control
/// characters are written as JSON escapes them. `csv_field` sees to formulas.
std::string spreadsheet_safe(std::string_view text);

/// One line of CSV with its end, CR LF: `csv_line({"a", "b,c"})` is `a,"b,c"` and CR LF.
std::string csv_line(const std::vector<std::string>& fields);

} // namespace landsea::io
