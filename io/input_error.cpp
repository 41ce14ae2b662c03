#include "io/input_error.hpp"

#include <algorithm>

namespace landsea::io {

namespace {

std::string lines(const std::vector<InputProblem>& problems, std::size_t unlisted) {
    const std::size_t shown = std::min(problems.size(), InputError::lines_shown);
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        text += (i == 0 ? "" : "\n") + to_string(problems[i]);
    }
    if (const std::size_t more = problems.size() - shown + unlisted; more > 0) {
        text += "\nand " + std::to_string(more) + " more";
    }
    return text;
}

} // namespace

std::string to_string(const InputProblem& problem) {
    return problem.file + ": " + (problem.pointer.empty() ? "top level" : problem.pointer) +
           ": expected " + problem.expected + ", found " + problem.found;
}

InputError::InputError(std::vector<InputProblem> problems, std::size_t unlisted)
    : std::runtime_error{lines(problems, unlisted)}, problems_{std::move(problems)},
      unlisted_{unlisted} {}

FileError::FileError(const std::filesystem::path& path, std::string_view reason)
    : std::runtime_error{path.string() + ": " + std::string{reason}}, path_{path} {}

} // namespace landsea::io
