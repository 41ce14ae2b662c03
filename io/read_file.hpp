#pragma once

#include <filesystem>
#include <string>

namespace landsea::io {

/// No input file may be longer than this: 200 MB.
inline constexpr std::size_t longest_file = 200'000'000;

/// The bytes of a file (a pipe will do). Throws FileError when it cannot be read, InputError when
/// it is a directory or longer than `longest`.
std::string read_file(const std::filesystem::path& path, std::size_t longest = longest_file);

/// Everything that comes from standard input, called "-" in messages. Throws as `read_file`.
std::string read_standard_input();

} // namespace landsea::io
