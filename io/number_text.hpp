#pragma once

#include <cstdint>
#include <string>

namespace landsea::io {

/// Whether digits stand in groups of three: "12,345" or "12345".
enum class Grouping { none, comma };

/// A number with so many decimals, the same in every locale: `fixed_text(2.5, 1)` is "2.5".
///
/// Rounds the exact binary value to the nearest decimal, a tie to the even digit: 0.125 with two
/// decimals is "0.12", 0.375 is "0.38". Never "-0.0". Infinity is "inf", not a number is "nan".
/// `decimals` in [0, 20].
std::string fixed_text(double value, int decimals, Grouping grouping = Grouping::none);

/// The shortest decimal that reads back as the same double: "0.1", "1e+300". Between 1e-5 and 1e15
/// without an exponent.
std::string shortest_text(double value);

/// A whole number, grouped or not: "-1,234".
std::string integer_text(std::int64_t value, Grouping grouping = Grouping::none);

} // namespace landsea::io
