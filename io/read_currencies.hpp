#pragma once

#include "io/presentation.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// The exchange rates that tables may use, USD first. Throws InputError, FileError.
std::vector<Currency> read_currencies(const std::filesystem::path& file);

} // namespace landsea::io
