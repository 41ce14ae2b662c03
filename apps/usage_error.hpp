#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace landsea::apps {

/// The command line is wrong: names the option or word, what was expected and the nearest valid
/// choices. Ends the program with exit code 64.
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(const std::string& message) : std::runtime_error{message} {}

    /// "MESSAGE; did you mean A, B or C?", without the question when there is nothing near.
    UsageError(const std::string& message, const std::vector<std::string>& nearest_valid)
        : std::runtime_error{message + suggestion(nearest_valid)} {}

  private:
    static std::string suggestion(const std::vector<std::string>& words);
};

} // namespace landsea::apps
