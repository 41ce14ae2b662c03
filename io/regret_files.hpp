#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/regret.hpp"

#include <string>

namespace landsea::io {

/// Values, regrets and choices; keys end in their unit. Infinite numbers are null beside a status.
std::string regret_json(const scenarios::Regret& regret, const model::Network& network,
                        const Identity& identity);

/// One row for each alternative in each scenario. RFC 4180. Infinite numbers are "inf".
std::string regret_csv(const scenarios::Regret& regret, const model::Network& network,
                       const Identity& identity);

/// The values and the regrets as tables for people, and what they make one choose.
std::string regret_table(const scenarios::Regret& regret, const model::Network& network,
                         const Identity& identity, const Presentation& presentation);

} // namespace landsea::io
