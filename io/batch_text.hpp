#pragma once

#include "scenarios/batch.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// How the rows of a batch are written: CSV (RFC 4180), or one JSON object on each line.
enum class RowFormat { csv, ndjson };

/// The line of titles of a batch; nothing in NDJSON.
std::string batch_header(const scenarios::BatchPlan& plan, RowFormat format);

/// Rows as text, a line each whatever the fields hold: control characters are escaped.
std::string batch_text(const std::vector<scenarios::BatchRow>& rows,
                       const scenarios::BatchPlan& plan, RowFormat format);

/// What a file calls the month of a row: "1" to "12", or "year".
std::string batch_month(model::Month month);

/// "ok", "no_route" or "bad_job".
std::string row_status_word(scenarios::RowStatus status);

} // namespace landsea::io
