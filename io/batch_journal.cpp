#include "io/batch_journal.hpp"

#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
    throw FileError{path, std::string{what} + ": " + std::generic_category().message(errno)};
}

/// The rows in a file, and where the last whole line ends.
struct Found {
    std::size_t lines{};
    off_t end{};
    std::string first; ///< the first line with its end
};

Found found_in(int file, const fs::path& path) {
    constexpr std::size_t block = 1U << 20U;
    std::vector<char> bytes(block);
    Found found;
    off_t at = 0;
    for (;;) {
        const ssize_t count = pread(file, bytes.data(), bytes.size(), at);
        if (count < 0) {
            fail(path, "cannot be read");
        }
        if (count == 0) {
            return found;
        }
        for (ssize_t i = 0; i < count; ++i) {
            const char c = bytes[static_cast<std::size_t>(i)];
            if (found.lines == 0) {
                found.first += c;
            }
            if (c == '\n') {
                ++found.lines;
                found.end = at + i + 1;
            }
        }
        at += count;
    }
}

} // namespace

BatchJournal::BatchJournal(fs::path out, std::string identity, std::string header)
    : out_{std::move(out)}, part_{out_.string() + ".part"}, note_{out_.string() + ".part.json"},
      identity_{std::move(identity)}, header_{std::move(header)} {
    try {
        open();
    } catch (...) {
        if (file_ >= 0) {
            close(file_);
        }
        throw;
    }
}

BatchJournal::~BatchJournal() {
    if (file_ >= 0) {
        close(file_);
    }
}

void BatchJournal::open() {
    std::error_code ignored;
    const bool part = fs::exists(part_, ignored);
    if (part) {
        const bool noted = fs::exists(note_, ignored);
        if (!noted || read_file(note_) != identity_) {
            throw InputError{
                {{part_.string(), "", "the rows of this very batch",
                  std::string{noted ? "those of another one" : "no note of whose they are"} +
                      "; remove it, or write elsewhere"}}};
        }
    } else {
        write_file(note_, identity_);
    }
    constexpr mode_t everybody_reads = 0644;
    file_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, everybody_reads);
    if (file_ < 0) {
        fail(part_, "cannot be written");
    }
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
        throw FileError{part_, "cannot be written: another run is writing it"};
    }
    go_on();
}

/// Drops a line that was cut off, and counts the others.
void BatchJournal::go_on() {
    Found found = found_in(file_, part_);
    const std::size_t titles = header_.empty() ? 0 : 1;
    if (found.lines > 0 && titles == 1 && found.first != header_) {
        throw InputError{{{part_.string(), "line 1", "the titles of this very batch",
                           "others; remove it, or write elsewhere"}}};
    }
    if (ftruncate(file_, found.end) != 0 || lseek(file_, 0, SEEK_END) < 0) {
        fail(part_, "cannot be written");
    }
    if (found.lines < titles) {
        append(header_);
        found.lines = 1;
    }
    rows_found_ = found.lines - titles;
}

void BatchJournal::append(std::string_view lines) {
    while (!lines.empty()) {
        const ssize_t count = write(file_, lines.data(), lines.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            fail(part_, "cannot be written");
        }
        lines.remove_prefix(static_cast<std::size_t>(count));
    }
}

void BatchJournal::finish() {
    if (fsync(file_) != 0) {
        fail(part_, "cannot be written");
    }
    std::error_code error;
    fs::rename(part_, out_, error);
    if (error) {
        throw FileError{out_, "cannot be written: " + error.message()};
    }
    fs::remove(note_, error);
}

} // namespace landsea::io
