#pragma once

#include "io/detail/json_at.hpp"
#include "model/month.hpp"

#include <optional>

namespace landsea::io::detail {

/// The months of departure in the keys `months` or `dates` of a change; absent when it has neither.
/// Dates stand for the months that they touch, in any year: at most a year from first to last.
std::optional<model::ByMonth<bool>> read_months(const JsonAt& change);

} // namespace landsea::io::detail
