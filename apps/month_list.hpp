#pragma once

#include "model/month.hpp"

#include <string>
#include <vector>

namespace landsea::apps {

/// Months joined by commas, each once, or "all" for the twelve of them. Throws UsageError that
/// names the option.
std::vector<model::Month> month_list(const std::string& option, const std::string& text);

} // namespace landsea::apps
