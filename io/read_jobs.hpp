#pragma once

#include "model/network.hpp"
#include "scenarios/batch.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io {

/// The jobs of a batch, and what identifies their file.
struct JobFile {
    std::vector<scenarios::BatchJob> jobs;
    std::string hash; ///< of the bytes of all fields
};

/// Reads a CSV file with the columns `from`, `to` and, if it likes, `id`.
///
/// A line that cannot be asked (an unknown place, another number of fields, both ends in one city)
/// becomes a job with a problem, which names the nearest places: it spoils no other. Throws
/// InputError for a header with other columns, for quotes that do not close and for a file without
/// any line; FileError.
JobFile read_jobs(const std::filesystem::path& file, const model::Network& network);

} // namespace landsea::io
