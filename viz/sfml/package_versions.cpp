#include "viz/sfml/package_versions.hpp"

#include <SFML/Config.hpp>

namespace landsea::viz {

std::string window_package_version() {
    return "SFML " + std::to_string(SFML_VERSION_MAJOR) + "." + std::to_string(SFML_VERSION_MINOR) +
           "." + std::to_string(SFML_VERSION_PATCH);
}

} // namespace landsea::viz
