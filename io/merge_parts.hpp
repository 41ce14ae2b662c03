#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace landsea::io {

/// Joins all shards of a batch, in any order, to the file that one run would have written, with a
/// manifest beside it. Returns the number of rows.
///
/// Throws InputError, and writes nothing, when a shard is missing or there twice, when shards are
/// of different batches, or when a file has not the rows that its manifest counts; FileError.
std::size_t merge_parts(const std::vector<std::filesystem::path>& parts,
                        const std::filesystem::path& out);

} // namespace landsea::io
