#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace landsea::model {

/// Four random words for one counter and key: the Philox4x32 generator with 10 rounds.
///
/// A pure function, so a draw depends on what it is for and not on what was drawn before it, on
/// the number of threads or on the order of evaluation.
/// Source: Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3".
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

/// A number for a stable name: FNV-1a over its bytes, then a finaliser that spreads the bits.
/// Source: Fowler, Noll, Vo (FNV-1a, 64 bit); the finaliser is the one of SplitMix64 (Steele, Lea,
/// Flood 2014).
std::uint64_t hash_of(std::string_view name);

/// The middle of the interval that a 32-bit word stands for in (0, 1); never 0 and never 1.
constexpr double unit_interval(std::uint32_t word) {
    constexpr double two_to_32 = 4294967296.0;
    return (static_cast<double>(word) + 0.5) / two_to_32;
}

} // namespace landsea::model
