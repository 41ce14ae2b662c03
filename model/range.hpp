#pragma once

#include "model/evidence.hpp"
#include "model/quantity.hpp"

namespace landsea::model {

/// What the typical value of a range is. Published figures are mostly averages: reading one as the
/// mode of a long-tailed distribution would inflate every total.
enum class TypicalIs { mode, mean, median };

/// A duration, price or other number that varies: low <= typical <= high, where low and high are
/// the ends of a PERT distribution. `low == high` is legal and means a certain number.
template <class Q>
struct Range {
    Q low{};
    Q typical{};
    Q high{};
    TypicalIs typical_is = TypicalIs::mode;

    static constexpr Range certain(Q value) { return {value, value, value, TypicalIs::mode}; }

    friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// A range and where it comes from.
template <class Q>
struct Estimate {
    Range<Q> range;
    Evidence evidence;
};

} // namespace landsea::model
