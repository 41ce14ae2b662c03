#pragma once

#include "geo/sea_plan.hpp"

#include <filesystem>
#include <string>

namespace landsea::io {

/// The passages, gates, channels, shoals and ice of the sea: docs/sea_lanes.md describes the file.
/// Throws FileError, InputError with all problems.
geo::SeaPlan read_waters(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages.
geo::SeaPlan read_waters_text(const std::string& name, const std::string& text);

} // namespace landsea::io
