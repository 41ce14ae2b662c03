#pragma once

#include "apps/arguments.hpp"

#include <filesystem>
#include <vector>

namespace landsea::apps {

/// The folder with the shipped data: `--data`, else LANDSEA_DATA, else `data` beside or above the
/// program. Throws io::FileError when there is none.
std::filesystem::path data_folder(const Arguments& arguments);

/// The file itself, or the JSON files of a folder in order of their names. Throws io::FileError
/// when the folder holds none.
std::vector<std::filesystem::path> network_files(const std::filesystem::path& path);

} // namespace landsea::apps
