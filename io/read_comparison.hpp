#pragma once

#include "io/read_network.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io {

/// The comparison of a file (docs/comparison_format.md), with its names resolved in the network.
/// The query has only its ends; month, shipment and prices are the caller's.
/// Throws InputError with all problems, FileError when the file cannot be read.
scenarios::Question read_comparison(const std::filesystem::path& file,
                                    const model::Network& network);

/// The same for a text, such as standard input.
scenarios::Question read_comparison_text(const NetworkText& text, const model::Network& network);

/// The ids of the comparison files in a folder, in order; empty when there is no such folder.
std::vector<std::string> comparison_ids(const std::filesystem::path& folder);

} // namespace landsea::io
