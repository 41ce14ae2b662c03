#pragma once

#include "io/read_network.hpp"
#include "model/network.hpp"
#include "scenarios/claim.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// The claims of all files of a folder, in the order of file names and then of the files
/// (docs/comparison_format.md). Throws InputError with all problems, FileError when a file or the
/// folder cannot be read.
std::vector<scenarios::Claim> read_claims(const std::filesystem::path& folder,
                                          const model::Network& network);

/// The same for texts, such as standard input.
std::vector<scenarios::Claim> read_claims_text(const std::vector<NetworkText>& texts,
                                               const model::Network& network);

} // namespace landsea::io
