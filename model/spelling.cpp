#include "model/spelling.hpp"

#include <algorithm>
#include <numeric>
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
    std::vector<std::size_t> before_last(y.size() + 1);
    std::vector<std::size_t> last(y.size() + 1);
    std::vector<std::size_t> row(y.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= x.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t change = x[i - 1] == y[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[y.size()];
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
