#include "io/presentation.hpp"

#include "io/number_text.hpp"

namespace landsea::io {

std::string identity_line(const Identity& identity, const model::DrawPlan& plan) {
    return identity.program + " · data " + identity.data_hash + " · scenario " + identity.scenario +
           " · seed " + std::to_string(plan.seed) + " · " +
           integer_text(plan.draws, Grouping::comma) + " draws";
}

} // namespace landsea::io
