#include "io/atomic_file.hpp"

#include "io/input_error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace landsea::io {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    throw FileError{path, "cannot be written: " + std::generic_category().message(error)};
}

/// An open file that is closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }

    [[nodiscard]] int number() const { return number_; }

    /// Closes it now; -1 and errno when the last bytes could not be written.
    int close() { return ::close(std::exchange(number_, -1)); }

  private:
    int number_;
};

int open_again(const std::filesystem::path& path, int flags) {
    int number = -1;
    do {
        number = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    } while (number < 0 && errno == EINTR);
    return number;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

/// `.NAME.PROCESS-COUNT.tmp.EXTENSION` beside the file: rename works within one file system only,
/// and a writer may choose its format by the extension.
std::filesystem::path temporary_name(const std::filesystem::path& path, int count) {
    return folder_of(path) / ("." + path.stem().string() + "." + std::to_string(::getpid()) + "-" +
                              std::to_string(count) + ".tmp" + path.extension().string());
}

void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ::ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            fail(path, errno);
        }
        bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

/// Waits until a file or folder is on the disk. Not all file systems can; those report EINVAL.
void flush(const Descriptor& file, const std::filesystem::path& path) {
    if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS) {
        fail(path, errno);
    }
}

} // namespace

PendingFiles::~PendingFiles() {
    for (const Pending& file : pending_) {
        std::error_code ignored;
        std::filesystem::remove(file.temporary, ignored);
    }
}

std::filesystem::path PendingFiles::add(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto there = std::filesystem::status(path, ignored);
    if (path.filename().empty() || std::filesystem::is_directory(there)) {
        fail(path, EISDIR);
    }
    if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
        throw FileError{path,
                        "cannot be written: it is a device or a pipe, which would be replaced"};
    }
    constexpr int tries = 1000;
    for (int count = 0; count < tries; ++count) {
        std::filesystem::path temporary = temporary_name(path, count);
        const Descriptor file{open_again(temporary, O_WRONLY | O_CREAT | O_EXCL)};
        if (file.number() >= 0) {
            pending_.push_back({temporary, path});
            return temporary;
        }
        if (errno != EEXIST) {
            fail(path, errno);
        }
    }
    fail(path, EEXIST);
}

void PendingFiles::add(const std::filesystem::path& path, std::string_view bytes) {
    Descriptor file{open_again(add(path), O_WRONLY)};
    if (file.number() < 0) {
        fail(path, errno);
    }
    write_all(file, bytes, path);
    flush(file, path);
    if (file.close() != 0) {
        fail(path, errno);
    }
}

void PendingFiles::commit() {
    for (const Pending& file : pending_) {
        const Descriptor written{open_again(file.temporary, O_RDONLY)};
        if (written.number() < 0) {
            fail(file.path, errno);
        }
        flush(written, file.path); // whoever filled it may not have waited for the disk
    }
    while (!pending_.empty()) {
        const Pending& file = pending_.front();
        if (::rename(file.temporary.c_str(), file.path.c_str()) != 0) {
            fail(file.path, errno);
        }
        const Descriptor folder{open_again(folder_of(file.path), O_RDONLY | O_DIRECTORY)};
        if (folder.number() >= 0) {
            flush(folder, file.path);
        }
        pending_.erase(pending_.begin());
    }
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    PendingFiles file;
    file.add(path, bytes);
    file.commit();
}

} // namespace landsea::io
