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
    std::string hash; ///< of all fields with the titles; of the lines, too, where they name jobs
};

/// Reads a CSV file with the columns `from`, `to` and, if it likes, `id`.
///
/// A line that cannot be asked (an unknown place, another number of fields, both ends in one city,
/// bytes that are not UTF-8, a field of more than 200 bytes) becomes a job with a problem, which
/// names the nearest places: it spoils no other. What jobs say is UTF-8 and at most 203 bytes long,
/// whatever the file holds. Throws InputError for a header with other columns, for quotes that do
/// not close and for a file without any line; FileError.
JobFile read_jobs(const std::filesystem::path& file, const model::Network& network);

} // namespace landsea::io
