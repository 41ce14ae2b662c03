#pragma once

#include <chrono>
#include <cstddef>

namespace landsea::apps {

/// A bar on the error stream: what is done, the rate, the time left. On a terminal it stays on one
/// line and moves a few times a second; elsewhere a line is written every ten seconds.
class Progress {
  public:
    enum class Show { bar, lines, nothing };

    /// `done` of `all` rows are there already.
    Progress(Show show, std::size_t done, std::size_t all);

    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Ends the line: what is written next begins a new one.
    ~Progress();

    /// So many rows are done now.
    void reach(std::size_t done);

  private:
    using Clock = std::chrono::steady_clock;

    void write(std::size_t done) const;

    Show show_;
    std::size_t first_;
    std::size_t all_;
    std::size_t done_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point written_ = begin_;
    bool is_open_ = false;
};

/// The bar on a terminal, lines elsewhere.
Progress::Show progress_for_stderr();

} // namespace landsea::apps
