#pragma once

#include "io/read_network.hpp"
#include "model/evidence.hpp"
#include "model/id.hpp"
#include "model/network.hpp"
#include "scenarios/capacity.hpp"

#include <filesystem>
#include <vector>

namespace landsea::io {

/// What a file of capacities says. Evidence refers to its own sources.
struct CapacityFile {
    model::Table<model::SourceTag, model::Source> sources;
    std::vector<scenarios::Capacity> capacities;
};

/// Reads data/capacities.json or a file of its form; its JSON Schema is
/// data/schema/capacities.schema.json. Throws InputError with all problems, FileError.
CapacityFile read_capacities(const std::filesystem::path& file, const model::Network& network);

/// The same for a text.
CapacityFile read_capacities_text(const NetworkText& text, const model::Network& network);

} // namespace landsea::io
