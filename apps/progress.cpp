#include "apps/progress.hpp"

#include "io/number_text.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <string>

namespace landsea::apps {

namespace {

std::string time_text(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 3600;
    if (whole >= hour) {
        return std::to_string(whole / hour) + " h " + std::to_string(whole % hour / minute) +
               " min";
    }
    return whole >= minute
               ? std::to_string(whole / minute) + " min " + std::to_string(whole % minute) + " s"
               : std::to_string(whole) + " s";
}

std::string grouped(std::size_t number) {
    return io::integer_text(static_cast<std::int64_t>(number), io::Grouping::comma);
}

} // namespace

Progress::Progress(Show show, std::size_t done, std::size_t all)
    : show_{show}, first_{done}, all_{all}, done_{done} {}

void Progress::reach(std::size_t done) {
    done_ = done;
    if (show_ == Show::nothing) {
        return;
    }
    constexpr std::chrono::milliseconds between_bars{250};
    constexpr std::chrono::milliseconds between_lines{10000};
    const auto now = Clock::now();
    if (now - written_ >= (show_ == Show::bar ? between_bars : between_lines)) {
        written_ = now;
        is_open_ = true;
        write(done);
    }
}

void Progress::write(std::size_t done) const {
    constexpr std::size_t width = 24;
    const double seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
    const double rate = static_cast<double>(done - first_) / std::max(seconds, 1e-9);
    const double share = all_ == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(all_);
    std::string text = show_ == Show::bar ? "\r" : "";
    if (show_ == Show::bar) {
        const auto filled = static_cast<std::size_t>(share * width);
        text += "[" + std::string(filled, '#') + std::string(width - filled, '.') + "] ";
    }
    text += io::fixed_text(100.0 * share, 1) + " % · " + grouped(done) + " of " + grouped(all_) +
            " rows · " + grouped(static_cast<std::size_t>(rate)) + " a second";
    if (rate > 0.0) {
        text += " · " + time_text(static_cast<double>(all_ - done) / rate) + " left";
    }
    std::cerr << text << (show_ == Show::bar ? "   " : "\n") << std::flush;
}

Progress::~Progress() {
    if (is_open_ && show_ == Show::bar) {
        write(done_);
        std::cerr << "\n";
    }
}

Progress::Show progress_for_stderr() {
    return isatty(STDERR_FILENO) == 0 ? Progress::Show::lines : Progress::Show::bar;
}

} // namespace landsea::apps
