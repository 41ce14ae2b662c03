#include "io/package_versions.hpp"

#include <nlohmann/json.hpp>

namespace landsea::io {

std::string package_versions() {
    return "nlohmann-json " + std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
           std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
           std::to_string(NLOHMANN_JSON_VERSION_PATCH);
}

} // namespace landsea::io
