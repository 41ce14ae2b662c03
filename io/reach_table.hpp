#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/reach.hpp"

#include <string>

namespace landsea::io {

/// What a place reaches, for people: how much within how many days, which corridor wins how often,
/// and each place with its best way, the runner-up and what the best way saves against it.
std::string reach_table(const scenarios::Reach& reach, const model::Network& network,
                        const Identity& identity, const Presentation& presentation);

/// "503 ports in 121 countries".
std::string ports_text(int ports, int countries, model::Language language);

} // namespace landsea::io
