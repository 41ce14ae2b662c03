#include "io/nearest_words.hpp"

#include "model/spelling.hpp"

#include <algorithm>
#include <utility>

namespace landsea::io {

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
        if (const std::size_t edits = model::spelling_distance(word, candidate); edits <= allowed) {
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
