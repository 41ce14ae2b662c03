#pragma once

#include "model/evidence.hpp"
#include "model/range.hpp"

#include <string>
#include <vector>

namespace landsea::model {

/// What a change does to a number.
struct Effect {
    enum class Kind {
        set,   ///< the number is `size` now, whatever was done to it before
        scale, ///< `size` times what stands
        add    ///< `size` more than what stands
    };

    Kind kind{};
    Range<double> size;   ///< in the unit of the number; of a factor, bare
    std::string drawn_as; ///< the name of its draw: everything that the change touches shares it
    Grade grade = Grade::assumed;
};

/// In the order in which they act.
using Effects = std::vector<Effect>;

/// The first effect that still counts: everything before the last `set` does not.
inline std::size_t first_that_counts(const Effects& effects) {
    for (std::size_t i = effects.size(); i > 0; --i) {
        if (effects[i - 1].kind == Effect::Kind::set) {
            return i - 1;
        }
    }
    return 0;
}

/// A number after the effects. `pick` takes from a range the number that a total is made of; its
/// mean is exact, as every effect has a draw of its own. Never below zero.
template <class Pick>
double after(const Effects& effects, double value, Pick pick) {
    for (std::size_t i = first_that_counts(effects); i < effects.size(); ++i) {
        const double size = pick(effects[i].size);
        switch (effects[i].kind) {
        case Effect::Kind::set:
            value = size;
            break;
        case Effect::Kind::scale:
            value *= size;
            break;
        case Effect::Kind::add:
            value += size;
            break;
        }
    }
    return value < 0.0 ? 0.0 : value;
}

} // namespace landsea::model
