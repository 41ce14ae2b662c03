#include "io/merge_parts.hpp"

#include "io/atomic_file.hpp"
#include "io/batch_manifest.hpp"
#include "io/input_error.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;

struct Part {
    fs::path file;
    ReadManifest manifest;
};

std::string named(Shard shard) {
    return "shard " + std::to_string(shard.number) + " of " + std::to_string(shard.of);
}

/// All shards in their order.
std::vector<Part> complete(const std::vector<fs::path>& files) {
    std::vector<Part> parts;
    for (const fs::path& file : files) {
        parts.push_back({file, read_manifest(manifest_file(file))});
    }
    std::ranges::stable_sort(parts, {},
                             [](const Part& part) { return part.manifest.shard.number; });
    const Part& first = parts.front();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part& part = parts[i];
        if (part.manifest.identity != first.manifest.identity ||
            part.manifest.shard.of != first.manifest.shard.of) {
            throw InputError{
                {{part.file.string(), "", "a shard of the same batch as " + first.file.string(),
                  "one of another, see its manifest"}}};
        }
        const Shard wanted{i + 1, first.manifest.shard.of};
        if (!(part.manifest.shard == wanted)) {
            throw InputError{{{part.file.string(), "", named(wanted), named(part.manifest.shard)}}};
        }
    }
    if (parts.size() < first.manifest.shard.of) {
        throw InputError{{{parts.back().file.string(), "", "all shards",
                           "no shard after " + named(parts.back().manifest.shard)}}};
    }
    return parts;
}

/// Copies the rows of a part, with the line of titles if it is the first. Returns their number.
std::size_t copy_rows(const Part& part, std::ofstream& out) {
    std::ifstream in{part.file, std::ios::binary};
    if (!in) {
        throw FileError{part.file, "cannot be read"};
    }
    std::size_t rows = 0;
    std::string line;
    bool is_title = part.manifest.format == RowFormat::csv;
    while (std::getline(in, line)) {
        if (in.eof()) {
            throw InputError{{{part.file.string(), "", "a line end after the last row", "none"}}};
        }
        line += '\n';
        if (!is_title || part.manifest.shard.number == 1) {
            out.write(line.data(), static_cast<std::streamsize>(line.size()));
        }
        rows += is_title ? 0 : 1;
        is_title = false;
    }
    if (in.bad()) {
        throw FileError{part.file, "cannot be read"};
    }
    if (rows != part.manifest.rows) {
        throw InputError{{{part.file.string(), "",
                           std::to_string(part.manifest.rows) + " rows, as its manifest says",
                           std::to_string(rows)}}};
    }
    return rows;
}

} // namespace

std::size_t merge_parts(const std::vector<fs::path>& files, const fs::path& out) {
    const std::vector<Part> parts = complete(files);
    PendingFiles pending;
    const fs::path temporary = pending.add(out);
    std::ofstream whole{temporary, std::ios::binary};
    std::size_t rows = 0;
    for (const Part& part : parts) {
        rows += copy_rows(part, whole);
    }
    whole.close();
    if (!whole) {
        throw FileError{out, "cannot be written"};
    }
    pending.add(manifest_file(out),
                manifest_text(parts.front().manifest.identity,
                              {.shard = {}, .rows = rows, .count = {}, .resumed_at = rows}));
    pending.commit();
    return rows;
}

} // namespace landsea::io
