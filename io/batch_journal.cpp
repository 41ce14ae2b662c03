#include "io/batch_journal.hpp"

#include "io/atomic_file.hpp"
#include "io/input_error.hpp"
#include "io/read_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace landsea::io {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
    throw FileError{path, std::string{what} + ": " + std::generic_category().message(errno)};
}

/// The lines of an open file from its start, and where the last whole one ends.
off_t read_lines(int file, const fs::path& path,
                 const std::function<void(std::string_view line)>& take) {
    constexpr std::size_t block = 1U << 20U;
    std::vector<char> bytes(block);
    std::string line;
    off_t at = 0;
    off_t end = 0;
    for (;;) {
        const ssize_t count = pread(file, bytes.data(), bytes.size(), at);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            fail(path, "cannot be read");
        }
        if (count == 0) {
            return end;
        }
        std::string_view rest{bytes.data(), static_cast<std::size_t>(count)};
        at += count;
        for (auto stop = rest.find('\n'); stop != std::string_view::npos; stop = rest.find('\n')) {
            line += rest.substr(0, stop + 1);
            end += static_cast<off_t>(line.size());
            take(line);
            line.clear();
            rest.remove_prefix(stop + 1);
        }
        line += rest;
    }
}

/// Whether the open file is still the one of that name.
bool is_at(const fs::path& path, int file) {
    struct stat opened {};

    struct stat named {};

    return fstat(file, &opened) == 0 && stat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// That rows may be put at `out` at the end: better known before they are computed.
void check_goal(const fs::path& out) {
    std::error_code ignored;
    const auto there = fs::status(out, ignored);
    if (fs::is_directory(there)) {
        throw FileError{out, "cannot be written: it is a folder"};
    }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        throw FileError{out, "cannot be written: it is a device or a pipe, which would be "
                             "replaced"};
    }
}

} // namespace

BatchJournal::BatchJournal(fs::path out, std::string identity, std::string header,
                           const std::function<void(std::string_view row)>& found)
    : out_{std::move(out)}, part_{out_.string() + ".part"}, note_{out_.string() + ".part.json"},
      identity_{std::move(identity)}, header_{std::move(header)} {
    check_goal(out_);
    try {
        open();
        go_on(found);
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

/// Opens the file of that name that no other run writes, or makes it.
void BatchJournal::open() {
    constexpr mode_t everybody_reads = 0644;
    do {
        if (file_ >= 0) {
            close(file_); // another run has just given it its name
        }
        file_ = ::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, everybody_reads);
        if (file_ < 0) {
            fail(part_, "cannot be written");
        }
        // Some file systems of clusters know no locks: there, nobody is kept out.
        if (flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            throw FileError{part_, "cannot be written: another run is writing it"};
        }
    } while (!is_at(part_, file_));
}

/// Drops a line that was cut off, and tells of the others.
void BatchJournal::go_on(const std::function<void(std::string_view row)>& found) {
    bool is_title = !header_.empty();
    check_note();
    const off_t end = read_lines(file_, part_, [&](std::string_view line) {
        if (is_title && line != header_) {
            throw InputError{{{part_.string(), "line 1", "the titles of this very batch",
                               "others; remove it, or write elsewhere"}}};
        }
        if (!is_title) {
            ++rows_found_;
            found(line);
        }
        is_title = false;
    });
    if (ftruncate(file_, end) != 0 || lseek(file_, 0, SEEK_END) < 0) {
        fail(part_, "cannot be written");
    }
    if (is_title) {
        append(header_);
    }
}

/// Rows are gone on with only where the note says that they are ours.
void BatchJournal::check_note() {
    if (lseek(file_, 0, SEEK_END) == 0) {
        write_file(note_, identity_);
        return;
    }
    std::error_code ignored;
    const bool noted = fs::exists(note_, ignored);
    if (!noted || read_file(note_) != identity_) {
        throw InputError{{{part_.string(), "rows", "the rows of this very batch",
                           std::string{noted ? "those of another one, see " + note_.string()
                                             : "no note of whose they are"} +
                               "; remove it, or write elsewhere"}}};
    }
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

void BatchJournal::flush() {
    if (fsync(file_) != 0 && errno != EINVAL) {
        fail(part_, "cannot be written");
    }
}

void BatchJournal::finish() {
    flush();
    std::error_code error;
    fs::rename(part_, out_, error);
    if (error) {
        throw FileError{out_, "cannot be written: " + error.message()};
    }
    fs::remove(note_, error);
}

void BatchJournal::drop() {
    std::error_code ignored;
    fs::remove(part_, ignored);
    fs::remove(note_, ignored);
}

} // namespace landsea::io
