#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/tipping.hpp"
#include "scenarios/tornado.hpp"
#include "scenarios/winner_map.hpp"

#include <string>

namespace landsea::io {

/// One row for each stretch of a parameter's range, from its low end on. RFC 4180.
std::string tipping_csv(const scenarios::Tipping& tipping, const model::Network& network,
                        const Identity& identity);

/// One row for each point of the grid: the two values, the winner, what each alternative takes.
/// RFC 4180.
std::string winner_map_csv(const scenarios::WinnerMap& map, const model::Network& network,
                           const Identity& identity);

/// One row for each input that moves the saving, the widest swing first. RFC 4180.
std::string tornado_csv(const scenarios::Tornado& tornado, const model::Network& network,
                        const Identity& identity);

/// The same as JSON; keys end in their unit.
std::string tipping_json(const scenarios::Tipping& tipping, const model::Network& network,
                         const Identity& identity);
std::string winner_map_json(const scenarios::WinnerMap& map, const model::Network& network,
                            const Identity& identity);
std::string tornado_json(const scenarios::Tornado& tornado, const model::Network& network,
                         const Identity& identity);

/// What a file calls a unit: "hours", "usd_per_teu".
std::string unit_word(scenarios::Unit unit);

/// What a file calls what a criterion counts: "days", "usd_per_teu".
std::string worth_word(model::Criterion criterion);

} // namespace landsea::io
