#pragma once

#include <string>

namespace landsea::viz::detail {

/// A number as text with at most `digits` decimals, no trailing zeros, never "-0", no locale.
std::string decimal(double value, int digits);

} // namespace landsea::viz::detail
