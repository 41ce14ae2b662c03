#pragma once

#include <string>

namespace landsea::geo {

/// The third-party packages behind this folder, with their versions: for reports of what is
/// installed, never for decisions.
std::string package_versions();

} // namespace landsea::geo
