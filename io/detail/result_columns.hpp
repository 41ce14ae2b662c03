#pragma once

#include "io/result_diff.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace landsea::io::detail {

/// What is known about a column of results.
struct ResultColumn {
    std::string name;
    std::string unit;   ///< "days", "usd_per_teu"; empty where numbers have none
    double tolerance{}; ///< 0 where none was asked for
    bool is_identity{}; ///< says which program and data made the result
};

/// The columns of two results by number, so that rows need not name them.
class ResultColumns {
  public:
    explicit ResultColumns(const DiffOptions& options) : options_{&options} {}

    /// The number of a column whose unit is at the end of `unit_bearer`.
    std::uint32_t add(const std::string& name, const std::string& unit_bearer);

    [[nodiscard]] const ResultColumn& operator[](std::uint32_t column) const {
        return columns_[column];
    }

    /// For each tolerance asked for, whether some column has the unit.
    [[nodiscard]] const std::vector<bool>& used() const { return used_; }

    [[nodiscard]] std::vector<std::string> units() const;

  private:
    const DiffOptions* options_;
    std::vector<ResultColumn> columns_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<bool> used_;
};

/// The unit at the end of a column's name: "days" of "time_p5_days", "usd_per_teu" of
/// "money_usd_per_teu", "share" of "share_of_time"; empty when there is none.
std::string unit_of(const std::string& column);

/// The names of the columns that tell rows apart, which `first` decides for both files.
std::vector<std::string> key_of(const std::vector<std::string>& columns, const DiffOptions& options,
                                const std::filesystem::path& path);

} // namespace landsea::io::detail
