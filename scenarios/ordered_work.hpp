#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

namespace landsea::scenarios {

/// Does pieces of work first .. last - 1 on some threads (0 is taken for 1; fewer where the machine
/// gives no more) and hands over what comes out
/// in the order of the pieces, on the calling thread: so the result is the same for any number of
/// threads. No more than a few pieces are done ahead, so memory stays flat.
///
/// `work(piece)` is called on any thread, several at once; `take(piece, result)` on the caller's
/// and may throw. What either throws ends the work and is thrown on.
template <class Work, class Take>
void in_order(std::size_t first, std::size_t last, unsigned threads, Work work, Take take) {
    using Result = std::invoke_result_t<Work, std::size_t>;
    constexpr std::size_t ahead_per_thread = 4;
    const std::size_t most = std::min<std::size_t>(std::max(threads, 1U), last - first);
    const std::size_t ahead = ahead_per_thread * most;
    std::mutex guard;
    std::condition_variable changed;
    std::map<std::size_t, Result> done;
    std::size_t next = first;  // to be begun
    std::size_t taken = first; // handed over
    std::exception_ptr failure;
    bool stop = false;
    const auto labour = [&] {
        for (;;) {
            std::size_t piece{};
            {
                std::unique_lock lock{guard};
                changed.wait(lock, [&] { return stop || next >= last || next < taken + ahead; });
                if (stop || next >= last) {
                    return;
                }
                piece = next++;
            }
            try {
                Result result = work(piece);
                const std::scoped_lock lock{guard};
                done.emplace(piece, std::move(result));
            } catch (...) {
                const std::scoped_lock lock{guard};
                failure = failure ? failure : std::current_exception();
                stop = true;
            }
            changed.notify_all();
        }
    };
    const auto hand_over = [&] {
        while (taken < last) {
            std::optional<Result> result;
            {
                std::unique_lock lock{guard};
                changed.wait(lock, [&] { return stop || done.contains(taken); });
                if (stop) {
                    return;
                }
                result = std::move(done.at(taken));
                done.erase(taken);
            }
            take(taken, std::move(*result));
            {
                const std::scoped_lock lock{guard};
                ++taken;
            }
            changed.notify_all();
        }
    };
    const auto end = [&] {
        {
            const std::scoped_lock lock{guard};
            stop = true;
        }
        changed.notify_all();
    };
    {
        std::vector<std::jthread> crew;
        try {
            while (crew.size() < most) {
                try {
                    crew.emplace_back(labour);
                } catch (const std::system_error&) {
                    if (crew.empty()) {
                        throw;
                    }
                    break;
                }
            }
            hand_over();
        } catch (...) {
            const std::scoped_lock lock{guard};
            failure = std::current_exception();
        }
        end();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

} // namespace landsea::scenarios
