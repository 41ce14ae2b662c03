#pragma once

#include "apps/arguments.hpp"
#include "apps/request.hpp"
#include "io/batch_manifest.hpp"
#include "scenarios/batch.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace landsea::apps {

/// What a batch is asked, and on what network.
struct BatchRequest {
    Loaded loaded;
    scenarios::BatchPlan plan;
    std::string jobs_hash;
};

/// The options of `landsea batch`.
std::vector<Option> batch_options();

/// Reads jobs, scenarios and everything else that the rows depend on. Throws UsageError,
/// io::InputError, io::FileError, scenarios::NeedsAMonth.
BatchRequest batch_request(const Arguments& arguments, io::RowFormat format);

/// By `--format`, else by the ending of `--out`, else CSV. Throws UsageError where neither tells.
io::RowFormat row_format_of(const Arguments& arguments);

/// `--shard 3/7`. Throws UsageError.
io::Shard shard_of(const Arguments& arguments);

/// Where rows go; absent for standard output. Throws UsageError.
std::optional<std::filesystem::path> out_file_of(const Arguments& arguments, io::Shard shard,
                                                 io::RowFormat format);

/// The options that change what rows say, in the order given.
std::vector<std::pair<std::string, std::string>> options_with_effect(const Arguments& arguments);

} // namespace landsea::apps
