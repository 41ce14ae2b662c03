#include "io/result_diff.hpp"

#include "io/detail/row_comparer.hpp"
#include "io/input_error.hpp"

#include <algorithm>
#include <functional>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;
using detail::ResultColumns;
using detail::ResultRows;

enum class Kind { csv, json, ndjson, other };

Kind kind_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".csv") {
        return Kind::csv;
    }
    if (extension == ".json" || extension == ".geojson") {
        return Kind::json;
    }
    return extension == ".ndjson" || extension == ".jsonl" ? Kind::ndjson : Kind::other;
}

ResultRows rows_in(const fs::path& path, ResultColumns& columns, const DiffOptions& options) {
    switch (kind_of(path)) {
    case Kind::csv:
        return detail::csv_rows(path, columns, options);
    case Kind::ndjson:
        return detail::ndjson_rows(path, columns, options);
    case Kind::json:
    case Kind::other:
        break;
    }
    return detail::json_rows(path, columns);
}

void say_columns(const std::string& file, const ResultRows& a, const ResultRows& b,
                 ResultDiff& diff) {
    const std::string where = file.empty() ? "" : file + ": ";
    const auto missing = [&](const ResultRows& in, const ResultRows& from, const char* side) {
        for (const std::string& name : in.columns) {
            if (std::ranges::find(from.columns, name) == from.columns.end()) {
                diff.structure.push_back(where + "column " + name + " only in " + side);
            }
        }
    };
    missing(a, b, "the first");
    missing(b, a, "the second");
}

/// The options with a key that both files have.
DiffOptions with_common_key(DiffOptions options, const ResultRows& a, const ResultRows& b,
                            const fs::path& path) {
    std::vector<std::string> common;
    for (const std::string& name : detail::key_of(a.columns, options, path)) {
        if (std::ranges::find(b.columns, name) != b.columns.end()) {
            common.push_back(name);
        }
    }
    options.key = common;
    return options;
}

void diff_pair(const std::string& file, const fs::path& a, const fs::path& b,
               const DiffOptions& options, ResultColumns& columns, ResultDiff& diff) {
    DiffOptions agreed = options;
    if (kind_of(a) != Kind::json) {
        const ResultRows first = rows_in(a, columns, options);
        const ResultRows second = rows_in(b, columns, options);
        if (kind_of(a) == Kind::csv) {
            say_columns(file, first, second, diff);
        }
        agreed = with_common_key(options, first, second, a);
    }
    ResultRows rows_a = rows_in(a, columns, agreed);
    ResultRows rows_b = rows_in(b, columns, agreed);
    using Lacking = detail::RowComparison::Lacking;
    detail::compare_rows(
        {.file = file,
         .options = options,
         .columns = columns,
         .lacking = kind_of(a) == Kind::csv ? Lacking::is_said_elsewhere : Lacking::counts},
        rows_a, rows_b, diff);
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry{folder, failed}, end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->is_regular_file()) {
            files.push_back(fs::relative(entry->path(), folder));
        }
    }
    if (failed) {
        throw FileError{folder, "cannot be read: " + failed.message()};
    }
    std::ranges::sort(files);
    return files;
}

void diff_folders(const fs::path& a, const fs::path& b, const DiffOptions& options,
                  ResultColumns& columns, ResultDiff& diff) {
    const auto files_a = files_below(a);
    const auto files_b = files_below(b);
    for (const fs::path& file : files_b) {
        if (std::ranges::find(files_a, file) == files_a.end()) {
            diff.structure.push_back("file " + file.string() + " only in the second");
        }
    }
    for (const fs::path& file : files_a) {
        if (std::ranges::find(files_b, file) == files_b.end()) {
            diff.structure.push_back("file " + file.string() + " only in the first");
        } else if (kind_of(file) == Kind::other || file.filename() == "run.json") {
            diff.not_compared.push_back(file.string());
        } else {
            diff_pair(file.string(), a / file, b / file, options, columns, diff);
        }
    }
}

void require_use(const DiffOptions& options, const ResultColumns& columns) {
    for (std::size_t i = 0; i < options.tolerances.size(); ++i) {
        if (i >= columns.used().size() || !columns.used()[i]) {
            const std::string& name = options.tolerances[i].name;
            throw UnknownDiffName{"--tol: no column is called or measured in \"" + name + "\"",
                                  name, columns.units()};
        }
    }
}

} // namespace

ResultDiff diff_results(const fs::path& a, const fs::path& b, const DiffOptions& options) {
    std::error_code ignored;
    const bool are_folders = fs::is_directory(a, ignored);
    if (are_folders != fs::is_directory(b, ignored) ||
        (!are_folders && (kind_of(a) != kind_of(b) || kind_of(a) == Kind::other))) {
        throw std::invalid_argument{
            "two results of one kind are compared: CSV, NDJSON, JSON or folders of them; found " +
            a.string() + " and " + b.string()};
    }
    ResultColumns columns{options};
    ResultDiff diff;
    if (are_folders) {
        diff_folders(a, b, options, columns, diff);
    } else {
        diff_pair("", a, b, options, columns, diff);
    }
    require_use(options, columns);
    std::ranges::stable_sort(diff.columns, std::greater{}, &ColumnDifference::largest_size);
    return diff;
}

} // namespace landsea::io
