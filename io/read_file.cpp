#include "io/read_file.hpp"

#include "io/input_error.hpp"
#include "io/number_text.hpp"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace landsea::io {

namespace {

std::string read_all(std::FILE* file, const std::filesystem::path& path, std::size_t longest) {
    std::string text;
    constexpr std::size_t block = 1U << 16U;
    while (true) {
        const std::size_t before = text.size();
        text.resize(before + block);
        errno = 0;
        const std::size_t count = std::fread(text.data() + before, 1, block, file);
        text.resize(before + count);
        if (text.size() > longest) {
            throw InputError{
                {{path.string(), "",
                  "at most " + integer_text(static_cast<std::int64_t>(longest), Grouping::comma) +
                      " bytes",
                  "more"}}};
        }
        if (count == block) {
            continue;
        }
        if (std::ferror(file) != 0) {
            throw FileError{path, "cannot be read: " + std::generic_category().message(errno)};
        }
        return text;
    }
}

} // namespace

std::string read_file(const std::filesystem::path& path, std::size_t longest) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw InputError{{{path.string(), "", "a file", "a directory"}}};
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"),
                                                               &std::fclose};
    if (!file) {
        throw FileError{path, "cannot be read: " + std::generic_category().message(errno)};
    }
    return read_all(file.get(), path, longest);
}

std::string read_standard_input() {
    return read_all(stdin, "-", longest_file);
}

} // namespace landsea::io
