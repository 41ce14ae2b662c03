#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace landsea::io {

/// The rows of a batch that are finished, kept where a killed program leaves them.
///
/// Rows go to OUT.part in order; OUT.part.json says whose they are. A run that finds both goes on
/// after the last whole row. `finish` gives the file its name.
class BatchJournal {
  public:
    /// Opens or makes the journal of `out`, in a folder that is there. `identity` is all that the
    /// rows depend on; `header` is the first line, empty for none. Each row that an earlier run
    /// left is handed to `found`, with its line end, in order.
    /// Throws InputError when a journal of another identity, or one without any, is there;
    /// FileError when it cannot be written, when another process is writing it, or when `out` is a
    /// folder or a device.
    BatchJournal(
        std::filesystem::path out, std::string identity, std::string header,
        const std::function<void(std::string_view row)>& found = [](std::string_view) {});
    ~BatchJournal();
    BatchJournal(const BatchJournal&) = delete;
    BatchJournal& operator=(const BatchJournal&) = delete;

    /// Rows that an earlier run left.
    [[nodiscard]] std::size_t rows_found() const { return rows_found_; }

    /// Where the rows are until `finish`.
    [[nodiscard]] const std::filesystem::path& part() const { return part_; }

    /// Adds whole lines. They outlive the program from here on, though not the machine. Throws
    /// FileError.
    void append(std::string_view lines);

    /// Writes all to the disk. Throws FileError.
    void flush();

    /// Writes all to the disk and gives the file its name. Throws FileError.
    void finish();

    /// Removes the journal where `out` was made from it in another way.
    void drop();

  private:
    void open();
    void check_note();
    void go_on(const std::function<void(std::string_view row)>& found);

    std::filesystem::path out_;
    std::filesystem::path part_;
    std::filesystem::path note_;
    std::string identity_;
    std::string header_;
    int file_ = -1;
    std::size_t rows_found_{};
};

} // namespace landsea::io
