#pragma once

#include "io/input_error.hpp"
#include "io/read_network.hpp"
#include "model/network.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace landsea::io {

/// What a file describes, told by its keys: `claims`, `alternatives`, `currencies`, `capacities`,
/// or else a network. A JSON Schema is none of our formats and is not checked.
enum class FileKind { network, comparison, claims, currencies, capacities, schema };

/// "network", "comparison", ...
std::string word_of(FileKind kind);

/// The kind of a text; of one that is no JSON object: network, whose reader says what is wrong.
FileKind kind_of(const NetworkText& file);

/// What was found in some files.
struct FileCheck {
    std::vector<std::pair<NetworkText, FileKind>> files;
    std::vector<std::pair<std::string, std::size_t>> counts; ///< "places", 12; only what there is
    std::optional<LoadedNetwork> network; ///< of the network files; absent without, or when wrong
    std::vector<InputProblem> problems;
    std::size_t problem_count{}; ///< those that were not kept, too
    bool all_checked =
        true; ///< false: the network is wrong, so that what refers to it was not read
};

/// Reads files of all kinds without running anything. Network files are read together. Comparisons,
/// claims and capacities are read against that network, or against `shipped` when there is none.
FileCheck check_files(const std::vector<NetworkText>& files,
                      const std::vector<NetworkText>& shipped);

} // namespace landsea::io
