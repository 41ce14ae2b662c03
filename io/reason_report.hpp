#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/reason.hpp"

#include <string>

namespace landsea::io {

/// Why one way and not another, for people: what was asked, then three lines. What wins and by how
/// much; the stages that decide it; what would have to change for the other one to win.
std::string reason_text(const scenarios::Reason& reason, const model::Network& network,
                        const Identity& identity, const Presentation& presentation);

/// The same with every contrast; keys end in their unit.
std::string reason_json(const scenarios::Reason& reason, const model::Network& network,
                        const Identity& identity);

} // namespace landsea::io
