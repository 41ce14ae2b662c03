#pragma once

#include "apps/arguments.hpp"
#include "viz/map_sheet.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::apps {

/// Options that say how a map looks: `--out`, `--size`, `--projection`, `--lang`, ...
std::vector<Option> map_options();

/// The kind of file that the ending of a name asks for.
enum class MapFile { svg, png, pdf };

/// The file that `--out` names. Throws UsageError when it is missing or its ending is unknown.
std::filesystem::path map_path(const Arguments& arguments);

MapFile map_file(const std::filesystem::path& path);

/// Size, magnification, languages, projection, boundaries, graticule and extent of the arguments.
/// Throws UsageError with the nearest valid choices.
viz::MapStyle map_style_of(const Arguments& arguments);

/// A picture as the bytes of a file.
std::string bytes_of(const viz::Picture& picture, MapFile kind);

} // namespace landsea::apps
