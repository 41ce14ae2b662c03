#pragma once

#include "io/read_network.hpp"
#include "model/network.hpp"
#include "scenarios/criticality.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// Pairs of places from a CSV file with the columns `from,to` or `from,to,teu_per_year`. A place is
/// named as on the command line, without commas. Throws InputError where the header, a place or a
/// number is wrong, where the two places are the same or one lies within the other, where a pair
/// comes twice or none comes; FileError.
std::vector<scenarios::OdPair> read_pairs(const std::filesystem::path& file,
                                          const model::Network& network);

/// The same for a text, such as standard input.
std::vector<scenarios::OdPair> read_pairs_text(const NetworkText& text,
                                               const model::Network& network);

} // namespace landsea::io
