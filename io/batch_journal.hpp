#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace landsea::io {

/// The rows of a batch that are finished, kept where a killed program leaves them.
///
/// Rows go to OUT.part in order; OUT.part.json says whose they are. A run that finds both goes on
/// after the last whole row. `finish` gives the file its name.
class BatchJournal {
  public:
    /// Opens or makes the journal of `out`. `identity` is all that the rows depend on; `header` is
    /// the first line, empty for none.
    /// Throws InputError when a journal of another identity, or one without any, is there;
    /// FileError when it cannot be written or another process is writing it.
    BatchJournal(std::filesystem::path out, std::string identity, std::string header);
    ~BatchJournal();
    BatchJournal(const BatchJournal&) = delete;
    BatchJournal& operator=(const BatchJournal&) = delete;

    /// Rows that an earlier run left.
    [[nodiscard]] std::size_t rows_found() const { return rows_found_; }

    /// Adds whole lines. They outlive the program from here on, though not the machine. Throws
    /// FileError.
    void append(std::string_view lines);

    /// Writes all to the disk and gives the file its name. Throws FileError.
    void finish();

  private:
    void open();
    void go_on();

    std::filesystem::path out_;
    std::filesystem::path part_;
    std::filesystem::path note_;
    std::string identity_;
    std::string header_;
    int file_ = -1;
    std::size_t rows_found_{};
};

} // namespace landsea::io
