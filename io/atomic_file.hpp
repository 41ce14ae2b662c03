#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// Files that appear all together or not at all.
///
/// Each is written under a temporary name in its folder; `commit` then gives all of them their
/// names. What is not committed is removed at the end. A crash leaves the old files, or the new
/// ones, and never half of one; should renaming fail midway, the names given so far stay.
class PendingFiles {
  public:
    PendingFiles() = default;
    PendingFiles(const PendingFiles&) = delete;
    PendingFiles& operator=(const PendingFiles&) = delete;
    ~PendingFiles();

    /// Writes the bytes to the disk under a temporary name. Throws FileError when they cannot be.
    void add(const std::filesystem::path& path, std::string_view bytes);

    /// The temporary name of an empty file that somebody else will fill, with the extension of
    /// `path`. Throws FileError when it cannot be made.
    [[nodiscard]] std::filesystem::path add(const std::filesystem::path& path);

    /// Gives all files their names, replacing what is there. Throws FileError.
    void commit();

  private:
    struct Pending {
        std::filesystem::path temporary;
        std::filesystem::path path;
    };

    std::vector<Pending> pending_;
};

/// One file, written as a whole or not at all. Throws FileError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace landsea::io
