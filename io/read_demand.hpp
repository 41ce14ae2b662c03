#pragma once

#include "io/read_network.hpp"
#include "model/network.hpp"
#include "scenarios/flow.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// The most lines of demand that a file may have.
inline constexpr std::size_t most_demand_lines = 100'000;

/// An origin-destination table: CSV with the header `from,to,teu_per_year`, a pair on each line.
///
/// Ends are what `model::find_place` knows. Fields have no quotes; a byte order mark and CR LF are
/// skipped. Throws InputError with all problems: another header, a wrong number of fields, an
/// unknown place (with the nearest names), both ends in one city, a pair given twice, a volume that
/// is no number above 0 and up to 1e9, more than `most_demand_lines` lines, none at all. Throws
/// FileError.
std::vector<scenarios::FreightDemand> read_demand(const std::filesystem::path& file,
                                                  const model::Network& network);

/// The same for a text.
std::vector<scenarios::FreightDemand> read_demand_text(const NetworkText& text,
                                                       const model::Network& network);

} // namespace landsea::io
