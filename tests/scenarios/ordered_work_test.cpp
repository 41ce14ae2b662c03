#include "scenarios/ordered_work.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>

namespace landsea::scenarios {
namespace {

using testing::HasSubstr;

/// Waits a little: the later the piece in its group of four, the shorter.
std::string slow_text(std::size_t piece) {
    std::this_thread::sleep_for(std::chrono::microseconds{300 * (4 - piece % 4)});
    return std::to_string(piece);
}

TEST(InOrder, HandsOverInOrderOnTheCallingThread) {
    for (const unsigned threads : {0U, 1U, 2U, 7U, 64U}) {
        std::string all;
        const auto caller = std::this_thread::get_id();
        in_order(3, 40, threads, slow_text, [&](std::size_t piece, const std::string& text) {
            EXPECT_EQ(std::this_thread::get_id(), caller);
            EXPECT_EQ(text, std::to_string(piece));
            all += text + " ";
        });
        std::string expected;
        for (int i = 3; i < 40; ++i) {
            expected += std::to_string(i) + " ";
        }
        EXPECT_EQ(all, expected) << threads;
    }
}

TEST(InOrder, DoesNothingWithoutPieces) {
    in_order(
        5, 5, 4, [](std::size_t) -> int { throw std::logic_error{"called"}; },
        [](std::size_t, int) { FAIL(); });
}

TEST(InOrder, DoesFewPiecesAhead) {
    constexpr unsigned threads = 3;
    constexpr std::size_t window = 4 * threads;
    std::atomic<std::size_t> taken{0};
    std::atomic<std::size_t> farthest_ahead{0};
    in_order(
        0, 200, threads,
        [&](std::size_t piece) {
            const std::size_t ahead = piece - std::min(piece, taken.load());
            std::size_t known = farthest_ahead.load();
            while (ahead > known && !farthest_ahead.compare_exchange_weak(known, ahead)) {
            }
            return piece;
        },
        [&](std::size_t piece, std::size_t) {
            std::this_thread::sleep_for(std::chrono::microseconds{200}); // slower than the work
            taken = piece + 1;
        });
    // `taken` above is counted before in_order counts it: one piece more may be under way.
    EXPECT_LE(farthest_ahead.load(), window + 1);
    EXPECT_GE(farthest_ahead.load(), threads) << "nothing was done ahead";
}

/// What `in_order` throws.
template <class Work, class Take>
std::string failure(unsigned threads, Work work, Take take) {
    try {
        in_order(0, 1000, threads, work, take);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

TEST(InOrder, ThrowsOnWhatWorkThrows) {
    for (const unsigned threads : {1U, 4U}) {
        std::size_t taken = 0;
        const std::string what = failure(
            threads,
            [](std::size_t piece) {
                if (piece == 10) {
                    throw std::runtime_error{"piece 10"};
                }
                return piece;
            },
            [&](std::size_t piece, std::size_t) {
                EXPECT_EQ(piece, taken);
                ++taken;
            });
        EXPECT_EQ(what, "piece 10");
        EXPECT_LE(taken, 10U);
    }
}

TEST(InOrder, ThrowsOnWhatTakeThrowsAndTakesNoMore) {
    for (const unsigned threads : {1U, 4U}) {
        std::size_t taken = 0;
        const std::string what = failure(
            threads, [](std::size_t piece) { return piece; },
            [&](std::size_t piece, std::size_t) {
                ++taken;
                if (piece == 7) {
                    throw std::runtime_error{"the disk is full"};
                }
            });
        EXPECT_EQ(what, "the disk is full");
        EXPECT_EQ(taken, 8U);
    }
}

} // namespace
} // namespace landsea::scenarios
