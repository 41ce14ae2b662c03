#pragma once

#include "io/batch_text.hpp"
#include "io/presentation.hpp"
#include "scenarios/batch.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace landsea::io {

/// Which part of a batch a run does: the `number`th of `of`, from 1.
struct Shard {
    std::size_t number = 1;
    std::size_t of = 1;

    friend bool operator==(Shard, Shard) = default;
};

/// The first row of a shard and the one after its last: the parts differ by one row at most.
std::pair<std::size_t, std::size_t> rows_of(Shard shard, std::size_t rows);

/// "results.csv" as the file of a shard: "results.shard-3-of-7.csv"; itself when there is one only.
std::filesystem::path shard_file(const std::filesystem::path& out, Shard shard);

/// The manifest beside a file of results: "results.csv.run.json".
std::filesystem::path manifest_file(const std::filesystem::path& out);

/// All that the rows of a batch depend on.
struct BatchIdentity {
    Identity program;
    std::string jobs_hash;
    std::vector<std::pair<std::string, std::string>>
        options; ///< as given, those without effect out
    RowFormat format{};
};

/// As JSON on several lines, without any time or place: the same for runs that give the same rows.
std::string identity_text(const scenarios::BatchPlan& plan, const BatchIdentity& identity);

/// How a run went.
struct BatchCount {
    std::size_t ok{};
    std::size_t no_route{};
    std::size_t bad_job{};

    [[nodiscard]] std::size_t rows() const { return ok + no_route + bad_job; }

    void add(scenarios::RowStatus status);
    void add(const BatchCount& more);
};

/// What a manifest says beside the identity.
struct BatchRun {
    Shard shard;
    std::size_t rows{};       ///< in this file
    BatchCount count;         ///< of all rows, those of an earlier run too
    std::string began_at;     ///< UTC; not stated of a merge, as the two below
    std::string ended_at;     ///< UTC
    unsigned threads{};       ///< 0: this is a merge
    std::size_t resumed_at{}; ///< rows that an earlier run had left
};

/// The manifest of a run.
std::string manifest_text(const std::string& identity, const BatchRun& run);

/// What a merge needs of a manifest.
struct ReadManifest {
    std::string identity; ///< canonical
    Shard shard;
    std::size_t rows{};
    BatchCount count;
    RowFormat format{};
};

/// Reads a manifest. Throws InputError, FileError.
ReadManifest read_manifest(const std::filesystem::path& file);

} // namespace landsea::io
