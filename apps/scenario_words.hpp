#pragma once

#include "apps/arguments.hpp"
#include "io/read_scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::apps {

/// Where the shipped scenarios stand: `scenarios/catalog` beside the data folder, or in it.
std::filesystem::path scenario_folder(const std::filesystem::path& data);

/// The scenario that a word names: an id of the catalogue, a file *.json, or several of them joined
/// by "+". Throws UsageError with the nearest ids, io::InputError, io::FileError.
io::ScenarioText scenario_text_of(const std::string& word, const std::filesystem::path& data);

/// All that `--scenario` names, in order.
std::vector<io::ScenarioText> scenario_texts_of(const Arguments& arguments,
                                                const std::filesystem::path& data);

/// What they add to a network, each addition once.
std::vector<io::NetworkText> additions_of(const std::vector<io::ScenarioText>& texts);

} // namespace landsea::apps
