#pragma once

#include <csignal>
#include <stdexcept>

namespace landsea::apps {

/// That somebody pressed Ctrl-C.
class Interrupted : public std::runtime_error {
  public:
    Interrupted() : std::runtime_error{"interrupted"} {}
};

/// While it lives, SIGINT waits until `check` sees it, so that work ends between two pieces. The
/// threads that are begun meanwhile do not see it either. A program that ignores SIGINT, as one in
/// the background does, goes on ignoring it.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    /// Throws Interrupted when SIGINT came, once for each that did.
    void check() const;

  private:
    sigset_t signals_{};
    sigset_t before_{};
    bool heeds_ = false;
};

} // namespace landsea::apps
