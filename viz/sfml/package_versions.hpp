#pragma once

#include <string>

namespace landsea::viz {

/// The version of SFML that windows are made with. Runs nothing of it.
std::string window_package_version();

} // namespace landsea::viz
