#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace landsea::io::detail {

/// Reads the records of a CSV file one after the other, however long the file: RFC 4180, with line
/// ends CR LF or LF and quoted line ends. A byte order mark at the start is skipped.
class CsvStream {
  public:
    /// Reads the header. Throws FileError when the file cannot be read, InputError when it is
    /// empty, a directory or a column is there twice.
    explicit CsvStream(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }

    /// The fields of the next record; false after the last. Empty lines are skipped. Throws
    /// InputError with the line where a quote does not close, stands within a plain field, or a
    /// record has another number of fields than the header; FileError when reading fails.
    bool next(std::vector<std::string>& fields);

    /// The same for records of any length, and empty lines are records, too.
    bool next_of_any_length(std::vector<std::string>& fields) { return record(fields); }

    /// The line on which the last record began, from 1.
    [[nodiscard]] std::size_t line() const { return record_line_; }

    [[nodiscard]] std::string name() const { return path_.string(); }

    /// Throws InputError for a field of the last record.
    [[noreturn]] void fail(std::size_t column, const std::string& expected,
                           const std::string& found) const;

  private:
    static constexpr int end_of_file = -1;

    int get();
    int peek();
    bool record(std::vector<std::string>& fields);
    int quoted_field(std::string& field);
    int plain_field(std::string& field);
    [[noreturn]] void fail_at(std::size_t line, const std::string& expected,
                              const std::string& found) const;

    std::filesystem::path path_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::vector<char> block_;
    std::size_t at_{};
    std::size_t size_{};
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
    std::size_t record_bytes_{};
    std::vector<std::string> header_;
};

} // namespace landsea::io::detail
