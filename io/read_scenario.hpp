#pragma once

#include "io/read_network.hpp"
#include "model/network.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io {

/// A scenario before its words are looked up in a network.
struct ScenarioText {
    std::string id;
    std::vector<std::string> extends;   ///< ids, as the file has them
    std::vector<NetworkText> files;     ///< those it comes from: ancestors first, its own last
    std::vector<std::string> ids;       ///< of `files`
    std::vector<NetworkText> additions; ///< what it adds to the network
};

/// The ids of a folder of scenarios, in their order.
std::vector<std::string> scenario_ids(const std::filesystem::path& folder);

/// The scenario of a file, in the format of docs/scenario_format.md, with all that it extends:
/// files beside it, or in `catalogue`. Throws InputError, also where files extend each other in a
/// circle; FileError for a file that cannot be read.
ScenarioText read_scenario_text(const std::filesystem::path& file,
                                const std::filesystem::path& catalogue);

/// Several scenarios as one that extends them in this order; its id is "A+B". The only one as it
/// is.
ScenarioText combined(const std::vector<ScenarioText>& scenarios);

/// The scenario on a network that already has what it adds. Throws InputError with all problems:
/// unknown words, scopes that match nothing, changes that contradict each other.
scenarios::Scenario read_scenario(const ScenarioText& text, const model::Network& network);

} // namespace landsea::io
