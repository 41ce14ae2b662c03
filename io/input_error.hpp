#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// One thing that is wrong with an input file, said so that its author can mend it.
struct InputProblem {
    std::string file;
    std::string pointer; ///< JSON pointer (RFC 6901), "line 3, column 14", or empty for the whole
    std::string expected;
    std::string found;

    friend bool operator==(const InputProblem&, const InputProblem&) = default;
};

/// One line without its end:
/// `nwlsc.json: /legs/17/mode: expected one of road, rail, found "train"`.
std::string to_string(const InputProblem& problem);

/// The input files are wrong. Carries all their problems; `what()` has one line for each of the
/// first `lines_shown` and then says how many more there are.
class InputError : public std::runtime_error {
  public:
    static constexpr std::size_t lines_shown = 100;

    /// `unlisted` counts problems that were found but not kept.
    explicit InputError(std::vector<InputProblem> problems, std::size_t unlisted = 0);

    [[nodiscard]] const std::vector<InputProblem>& problems() const { return problems_; }

    /// How many problems there are, kept or not.
    [[nodiscard]] std::size_t count() const { return problems_.size() + unlisted_; }

  private:
    std::vector<InputProblem> problems_;
    std::size_t unlisted_;
};

/// A file that cannot be read or written, whatever is in it.
class FileError : public std::runtime_error {
  public:
    /// `reason` continues the sentence "PATH: ...", for example "cannot be read: no such file".
    FileError(const std::filesystem::path& path, std::string_view reason);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace landsea::io
