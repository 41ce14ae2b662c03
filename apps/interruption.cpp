#include "apps/interruption.hpp"

#include <ctime>

namespace landsea::apps {

Interruption::Interruption() {
    struct sigaction now {};

    heeds_ = sigaction(SIGINT, nullptr, &now) == 0 && now.sa_handler != SIG_IGN;
    sigemptyset(&signals_);
    if (heeds_) {
        sigaddset(&signals_, SIGINT);
    }
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

Interruption::~Interruption() {
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::check() const {
    const timespec at_once{};
    if (heeds_ && sigtimedwait(&signals_, nullptr, &at_once) == SIGINT) {
        throw Interrupted{};
    }
}

} // namespace landsea::apps
