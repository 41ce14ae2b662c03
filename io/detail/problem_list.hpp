#pragma once

#include "io/input_error.hpp"

#include <vector>

namespace landsea::io::detail {

/// Problems found so far in a set of files. Keeps the first `InputError::lines_shown` of them and
/// counts the rest, so that a file of nothing but mistakes costs no memory.
class ProblemList {
  public:
    void add(InputProblem problem) {
        if (is_full()) {
            ++unlisted_;
        } else {
            problems_.push_back(std::move(problem));
        }
    }

    /// Counts a problem that nobody described because the list is full.
    void add_unlisted() { ++unlisted_; }

    [[nodiscard]] bool is_empty() const { return problems_.empty(); }

    [[nodiscard]] std::size_t count() const { return problems_.size() + unlisted_; }

    /// Whether another problem would only be counted: its description need not be worked out.
    [[nodiscard]] bool is_full() const { return problems_.size() >= InputError::lines_shown; }

    /// Throws InputError with all of them when there are any.
    void throw_if_any() const {
        if (!is_empty()) {
            throw InputError{problems_, unlisted_};
        }
    }

  private:
    std::vector<InputProblem> problems_;
    std::size_t unlisted_ = 0;
};

} // namespace landsea::io::detail
