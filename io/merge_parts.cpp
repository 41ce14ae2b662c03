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
    if (first.manifest.format == RowFormat::gpkg) {
        throw InputError{{{first.file.string(), "rows", "rows as CSV or NDJSON", "a GeoPackage"}}};
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part& part = parts[i];
        if (part.manifest.identity != first.manifest.identity ||
            part.manifest.shard.of != first.manifest.shard.of) {
            throw InputError{
                {{part.file.string(), "rows", "a shard of the same batch as " + first.file.string(),
                  "one of another, see its manifest"}}};
        }
        const Shard wanted{i + 1, first.manifest.shard.of};
        if (i > 0 && part.manifest.shard == parts[i - 1].manifest.shard) {
            throw InputError{{{part.file.string(), "rows", "each shard once",
                               named(part.manifest.shard) + " twice"}}};
        }
        if (!(part.manifest.shard == wanted)) {
            throw InputError{
                {{part.file.string(), "rows", named(wanted), named(part.manifest.shard)}}};
        }
    }
    if (parts.size() < first.manifest.shard.of) {
        throw InputError{{{parts.back().file.string(), "rows", "all shards",
                           "no shard after " + named(parts.back().manifest.shard)}}};
    }
    return parts;
}

/// Copies rows behind one another, under the line of titles that all parts have.
class Whole {
  public:
    explicit Whole(const fs::path& file) : out_{file, std::ios::binary} {}

    void add(const Part& part) {
        std::ifstream in{part.file, std::ios::binary};
        if (!in) {
            throw FileError{part.file, "cannot be read"};
        }
        std::size_t rows = 0;
        bool is_title = part.manifest.format == RowFormat::csv;
        for (std::string line; std::getline(in, line);) {
            if (in.eof()) {
                throw InputError{
                    {{part.file.string(), "rows", "a line end after the last row", "none"}}};
            }
            line += '\n';
            if (is_title) {
                add_title(line, part);
                is_title = false;
                continue;
            }
            write(line);
            ++rows;
        }
        if (in.bad()) {
            throw FileError{part.file, "cannot be read"};
        }
        if (rows != part.manifest.rows) {
            throw InputError{{{part.file.string(), "rows",
                               std::to_string(part.manifest.rows) + " rows, as its manifest says",
                               std::to_string(rows)}}};
        }
    }

    /// Whether all could be written.
    bool close() {
        out_.close();
        return static_cast<bool>(out_);
    }

  private:
    void add_title(const std::string& line, const Part& part) {
        if (title_.empty()) {
            title_ = line;
            write(line);
        } else if (line != title_) {
            throw InputError{
                {{part.file.string(), "line 1", "the titles of the first shard", "others"}}};
        }
    }

    void write(const std::string& line) {
        out_.write(line.data(), static_cast<std::streamsize>(line.size()));
    }

    std::ofstream out_;
    std::string title_;
};

} // namespace

std::size_t merge_parts(const std::vector<fs::path>& files, const fs::path& out) {
    const std::vector<Part> parts = complete(files);
    PendingFiles pending;
    Whole whole{pending.add(out)};
    BatchRun run;
    for (const Part& part : parts) {
        whole.add(part);
        run.rows += part.manifest.rows;
        run.count.add(part.manifest.count);
    }
    if (!whole.close()) {
        throw FileError{out, "cannot be written"};
    }
    run.resumed_at = run.rows;
    pending.add(manifest_file(out), manifest_text(parts.front().manifest.identity, run));
    pending.commit();
    return run.rows;
}

} // namespace landsea::io
