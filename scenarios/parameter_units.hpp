#pragma once

#include "model/names.hpp"
#include "model/query.hpp"
#include "scenarios/parameter.hpp"

namespace landsea::scenarios {

/// How people are shown numbers of one kind.
struct ShownUnit {
    double times = 1.0; ///< what a number is multiplied with first
    model::Names names; ///< "d", "USD/TEU"; empty for a factor
    int decimals{};     ///< that tell numbers apart
};

/// How the values of a parameter are shown: at least four hundred of its range can be told apart.
/// Hours become days where the range reaches beyond three days.
ShownUnit shown_unit(const Parameter& parameter);

/// The same for numbers up to a size in a unit.
ShownUnit shown_unit(Unit unit, double largest);

/// How what a criterion counts is shown: days, or USD or kg CO2e per TEU.
ShownUnit shown_unit(model::Criterion criterion);

/// What a criterion counts, in words: "days", "generalised cost".
model::Names counted_by(model::Criterion criterion);

} // namespace landsea::scenarios
