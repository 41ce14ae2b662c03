#pragma once

#include "io/input_error.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io::detail {

/// Walks through the lines of a plain CSV file: no quotes, so no commas within fields. Complains
/// with file, line and column.
class CsvRows {
  public:
    /// Throws InputError when the first line is not `header`.
    CsvRows(std::string file, std::string_view text, std::string_view header);

    /// Goes to the next line; false after the last. Throws InputError when it has another number of
    /// fields than the header.
    bool next();

    [[nodiscard]] std::string_view field(std::size_t column) const { return fields_[column]; }

    /// The field as a number in [low, high]. Throws InputError.
    [[nodiscard]] double number(std::size_t column, double low, double high) const;

    /// The field as a whole number up to `high`. Throws InputError.
    [[nodiscard]] std::uint32_t whole(std::size_t column, std::uint32_t high) const;

    [[noreturn]] void fail(std::size_t column, const std::string& expected) const;

  private:
    bool take_line();

    std::string file_;
    std::string_view rest_;
    std::vector<std::string_view> names_;
    std::vector<std::string_view> fields_;
    std::size_t line_{};
};

/// The parts of a text between separators; none for an empty text.
std::vector<std::string_view> parts_of(std::string_view text, char separator);

/// The whole text as a number, whatever the locale.
std::optional<double> number_of(std::string_view text);

} // namespace landsea::io::detail
