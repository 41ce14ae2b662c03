#pragma once

#include "scenarios/batch.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// How the rows of a batch are written: CSV (RFC 4180), one JSON object on each line, or a
/// GeoPackage, which is made from such objects with the lines of their routes.
enum class RowFormat { csv, ndjson, gpkg };

/// The line of titles of a batch; nothing but in CSV.
std::string batch_header(const scenarios::BatchPlan& plan, RowFormat format);

/// Rows as text, a line each whatever the fields hold: control characters are escaped.
std::string batch_text(const std::vector<scenarios::BatchRow>& rows,
                       const scenarios::BatchPlan& plan, RowFormat format);

/// The status that a line of `batch_text` states; nothing when it is no such line.
std::optional<scenarios::RowStatus> status_in(std::string_view line, RowFormat format);

/// What a file calls the month of a row: "1" to "12", or "year".
std::string batch_month(model::Month month);

/// "ok", "no_route" or "bad_job".
std::string row_status_word(scenarios::RowStatus status);

} // namespace landsea::io
