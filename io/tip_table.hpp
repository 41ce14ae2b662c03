#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/tipping.hpp"
#include "scenarios/tornado.hpp"
#include "scenarios/winner_map.hpp"

#include <string>

namespace landsea::io {

/// Who wins over which part of a parameter's range, the values at which that changes, and how
/// things stand without any change.
std::string tipping_table(const scenarios::Tipping& tipping, const model::Network& network,
                          const Identity& identity, const Presentation& presentation);

/// What share of the grid each alternative wins, and a coarse map of letters.
std::string winner_map_table(const scenarios::WinnerMap& map, const model::Network& network,
                             const Identity& identity, const Presentation& presentation);

/// The inputs that move the saving most, at most so many.
std::string tornado_table(const scenarios::Tornado& tornado, std::size_t most,
                          const model::Network& network, const Identity& identity,
                          const Presentation& presentation);

} // namespace landsea::io
