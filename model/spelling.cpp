#include "model/spelling.hpp"

#include <algorithm>
#include <utility>

namespace landsea::model {

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return lower;
}

std::size_t spelling_distance(std::string_view a, std::string_view b) {
    const std::string x = lower_case(a);
    const std::string y = lower_case(b);
    std::vector<std::vector<std::size_t>> distance(x.size() + 1,
                                                   std::vector<std::size_t>(y.size() + 1));
    for (std::size_t i = 0; i <= x.size(); ++i) {
        for (std::size_t j = 0; j <= y.size(); ++j) {
            if (i == 0 || j == 0) {
                distance[i][j] = i + j;
                continue;
            }
            const std::size_t change = x[i - 1] == y[j - 1] ? 0 : 1;
            distance[i][j] = std::min(
                {distance[i - 1][j] + 1, distance[i][j - 1] + 1, distance[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                distance[i][j] = std::min(distance[i][j], distance[i - 2][j - 2] + 1);
            }
        }
    }
    return distance[x.size()][y.size()];
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& words,
                                 std::size_t most) {
    std::vector<std::pair<std::size_t, const std::string*>> ranked;
    for (const std::string& candidate : words) {
        const std::size_t distance = spelling_distance(word, candidate);
        if (2 * distance <= std::max(word.size(), candidate.size())) {
            ranked.emplace_back(distance, &candidate);
        }
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
    std::vector<std::string> best;
    for (const auto& [distance, candidate] : ranked) {
        if (best.size() < most && std::ranges::find(best, *candidate) == best.end()) {
            best.push_back(*candidate);
        }
    }
    return best;
}

} // namespace landsea::model
