#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace landsea::io {

/// How far two numbers of a unit may be apart and still count as the same.
struct Tolerance {
    std::string name; ///< a unit or its beginning ("days", "usd"), or the name of a column
    double amount{};
};

struct DiffOptions {
    std::vector<Tolerance> tolerances;
    std::vector<std::string> key; ///< the columns that tell rows apart; empty: see `diff_results`
    std::size_t most = 20;        ///< differences that are kept, the largest
};

/// A key or tolerance that no column has.
class UnknownDiffName : public std::runtime_error {
  public:
    UnknownDiffName(const std::string& message, std::string name, std::vector<std::string> known)
        : std::runtime_error{message}, name_{std::move(name)}, known_{std::move(known)} {}

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] const std::vector<std::string>& known() const { return known_; }

  private:
    std::string name_;
    std::vector<std::string> known_;
};

/// One value that differs.
struct ValueDifference {
    std::string file; ///< of a folder; empty when two files are compared
    std::string key;  ///< the row: the values of its key, joined by ", "
    std::string column;
    std::string a;
    std::string b;
    std::optional<double> change; ///< b - a where both are numbers
    double size{};                ///< |b - a| / max(|a|, |b|); 1 for texts
};

/// All differences of one column.
struct ColumnDifference {
    std::string file;
    std::string column;
    std::uint64_t rows{};
    double largest_change{}; ///< in the column's unit; 0 for texts
    double largest_size{};
};

/// What two results have not in common.
struct ResultDiff {
    std::uint64_t rows_a{};
    std::uint64_t rows_b{};
    std::uint64_t rows_same{};
    std::uint64_t rows_changed{};
    std::uint64_t rows_only_a{};
    std::uint64_t rows_only_b{};
    std::vector<std::string> only_a; ///< the first few keys
    std::vector<std::string> only_b;
    std::vector<ColumnDifference> columns; ///< the largest first
    std::vector<ValueDifference> largest;  ///< the largest first
    std::vector<std::string> structure;    ///< files and columns that only one has, in words
    std::vector<std::string> identity; ///< "data_hash: 01… and 23…"; no difference by itself
    std::vector<std::string> not_compared; ///< files of kinds that are not read

    [[nodiscard]] bool is_same() const {
        return rows_changed + rows_only_a + rows_only_b == 0 && structure.empty();
    }
};

/// What differs between two results: two CSV, two NDJSON or two JSON files (told by their
/// extensions), or all such files of two folders by name.
///
/// Rows are matched by the values of their key: the columns before the first one whose name ends in
/// a unit, but `status`; all without a unit when that leaves none. Rows of equal keys are matched
/// in their order. In JSON each value is a row, whose key is where it stands; members of lists
/// count by their `id` where they have one.
///
/// Numbers in columns with a unit, `share` or `probability` are compared within their tolerance,
/// and without one by value; everything else byte for byte. `program` and `data_hash` never differ.
///
/// Cost: linear. Memory: the rows that do not stand in the same order in both files, or one
/// document for JSON. Throws InputError, FileError; UnknownDiffName; std::invalid_argument when the
/// two are not of the same kind.
ResultDiff diff_results(const std::filesystem::path& a, const std::filesystem::path& b,
                        const DiffOptions& options);

} // namespace landsea::io
