#pragma once

#include "model/effect.hpp"
#include "model/pert.hpp"
#include "model/range.hpp"

namespace landsea::scenarios {

/// Low end, expected value and high end of a number, in its unit.
struct Ends {
    double low{};
    double mean{};
    double high{};

    Ends& operator+=(const Ends& more) {
        low += more.low;
        mean += more.mean;
        high += more.high;
        return *this;
    }

    friend Ends operator*(double factor, const Ends& ends) {
        return {factor * ends.low, factor * ends.mean, factor * ends.high};
    }
};

inline double bare(double value) {
    return value;
}

template <model::Dim D>
double bare(model::Quantity<D> value) {
    return value.count();
}

template <class Q>
Ends ends_of(const model::Estimate<Q>& estimate) {
    return {bare(estimate.range.low), bare(mean_of(estimate.range)), bare(estimate.range.high)};
}

/// Which end an input is moved to, and what multiplies its expected value then.
struct Moving {
    enum class To { low, high };
    To to{};
    double factor{};
};

/// Multiplies a number before anything else is done to it.
inline void scale_first(model::Effects& effects, double factor) {
    effects.insert(effects.begin(), {.kind = model::Effect::Kind::scale,
                                     .size = model::Range<double>::certain(factor),
                                     .drawn_as = "tornado"});
}

} // namespace landsea::scenarios
