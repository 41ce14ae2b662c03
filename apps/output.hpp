#pragma once

#include "apps/request.hpp"
#include "io/presentation.hpp"
#include "scenarios/comparison.hpp"
#include "viz/picture.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::apps {

/// Writes NAME.csv, NAME-steps.csv, NAME.json, and chart and map as SVG and PNG into a folder, all
/// or none. Makes the folder when it is missing. Throws io::FileError.
void write_comparison(const std::filesystem::path& folder, const scenarios::Comparison& comparison,
                      const Loaded& loaded, const io::Identity& identity,
                      const io::Presentation& presentation);

/// The map of a comparison's routes.
viz::Picture map_of(const scenarios::Comparison& comparison, const Loaded& loaded,
                    const io::Identity& identity, model::Language language);

} // namespace landsea::apps
