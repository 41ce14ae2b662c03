#include "io/nearest_words.hpp"

#include <algorithm>
#include <utility>

namespace landsea::io {

namespace {

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Edits that turn one word into the other: insert, delete, replace, swap two neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

} // namespace

std::vector<std::string>
nearest_words(std::string_view word, const std::vector<std::string_view>& words, std::size_t most) {
    constexpr std::size_t longest = 100; // no id or key is longer, and the cost is quadratic
    if (word.size() > longest) {
        return {};
    }
    const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const std::string_view candidate : words) {
        const std::size_t gap =
            std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
        if (gap > allowed) {
            continue;
        }
        if (const std::size_t edits = distance(word, candidate); edits <= allowed) {
            near.emplace_back(edits, candidate);
        }
    }
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string_view>::first);
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i) {
        nearest.emplace_back(near[i].second);
    }
    return nearest;
}

} // namespace landsea::io
