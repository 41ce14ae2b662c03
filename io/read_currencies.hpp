#pragma once

#include "io/presentation.hpp"
#include "io/read_network.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// The exchange rates that tables may use, USD first. Throws InputError, FileError.
std::vector<Currency> read_currencies(const std::filesystem::path& file);

/// The same for a text, such as standard input.
std::vector<Currency> read_currencies_text(const NetworkText& text);

} // namespace landsea::io
