#include "io/detail/csv_stream.hpp"

#include "io/detail/json_value.hpp"
#include "io/input_error.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace landsea::io::detail {

namespace {

constexpr std::size_t block_size = 1U << 18U;
/// A record longer than this is no record but a quote that nobody closed.
constexpr std::size_t longest_record = 1U << 24U;

std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw InputError{{{path.string(), "", "a file", "a directory"}}};
    }
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"),
                                                         &std::fclose};
    if (!file) {
        throw FileError{path, "cannot be read: " + std::generic_category().message(errno)};
    }
    return file;
}

} // namespace

CsvStream::CsvStream(const std::filesystem::path& path)
    : path_{path}, file_{opened(path)}, block_(block_size) {
    for (const int byte : {0xEF, 0xBB, 0xBF}) {
        if (peek() == byte) {
            static_cast<void>(get());
        }
    }
    if (!record(header_)) {
        fail_at(1, "a header line", "an empty file");
    }
    auto sorted = header_;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end()) {
        fail_at(1, "each column once", shortened(*twice) + " twice");
    }
}

int CsvStream::peek() {
    if (at_ == size_) {
        errno = 0;
        size_ = std::fread(block_.data(), 1, block_.size(), file_.get());
        at_ = 0;
        if (size_ == 0 && std::ferror(file_.get()) != 0) {
            throw FileError{path_, "cannot be read: " + std::generic_category().message(errno)};
        }
    }
    return at_ == size_ ? end_of_file : static_cast<unsigned char>(block_[at_]);
}

int CsvStream::get() {
    const int byte = peek();
    if (byte != end_of_file) {
        ++at_;
        if (++record_bytes_ > longest_record) {
            fail_at(record_line_, "a record of at most 16 MB", "more, perhaps an open quote");
        }
    }
    line_ += byte == '\n' ? 1 : 0;
    return byte;
}

/// Both kinds of field return the byte that ended it: a comma, a line end or the end of the file.
int CsvStream::quoted_field(std::string& field) {
    static_cast<void>(get());
    for (int byte = get();; byte = get()) {
        if (byte == end_of_file) {
            fail_at(record_line_, "a closing quote", "the end of the file");
        }
        if (byte != '"') {
            field += static_cast<char>(byte);
        } else if (peek() == '"') {
            field += static_cast<char>(get());
        } else {
            break;
        }
    }
    int end = get();
    if (end == '\r' && peek() == '\n') {
        end = get();
    }
    if (end != ',' && end != '\n' && end != end_of_file) {
        fail_at(record_line_, "a comma or line end after a closing quote",
                shortened(std::string(1, static_cast<char>(end))));
    }
    return end;
}

int CsvStream::plain_field(std::string& field) {
    for (int byte = get();; byte = get()) {
        if (byte == ',' || byte == '\n' || byte == end_of_file) {
            if (byte != ',' && field.ends_with('\r')) {
                field.pop_back();
            }
            return byte;
        }
        if (byte == '"') {
            fail_at(record_line_, "quotes round the whole field", "one within it");
        }
        field += static_cast<char>(byte);
    }
}

bool CsvStream::record(std::vector<std::string>& fields) {
    std::size_t count = 0;
    record_line_ = line_;
    record_bytes_ = 0;
    if (peek() == end_of_file) {
        return false;
    }
    for (int end = ',';;) {
        if (count == fields.size()) {
            fields.emplace_back();
        }
        std::string& field = fields[count++];
        field.clear();
        end = peek() == '"' ? quoted_field(field) : plain_field(field);
        if (end != ',') {
            break;
        }
    }
    fields.resize(count);
    return true;
}

bool CsvStream::next(std::vector<std::string>& fields) {
    while (record(fields)) {
        if (fields.size() == 1 && fields.front().empty() && header_.size() > 1) {
            continue;
        }
        if (fields.size() != header_.size()) {
            fail_at(record_line_, std::to_string(header_.size()) + " fields",
                    std::to_string(fields.size()));
        }
        return true;
    }
    return false;
}

void CsvStream::fail(std::size_t column, const std::string& expected,
                     const std::string& found) const {
    throw InputError{
        {{path_.string(), "line " + std::to_string(record_line_) + ", " + header_[column], expected,
          found}}};
}

void CsvStream::fail_at(std::size_t line, const std::string& expected,
                        const std::string& found) const {
    throw InputError{{{path_.string(), "line " + std::to_string(line), expected, found}}};
}

} // namespace landsea::io::detail
