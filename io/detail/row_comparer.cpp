#include "io/detail/row_comparer.hpp"

#include "io/detail/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace landsea::io::detail {

namespace {

/// A key as people read it.
std::string shown(std::string key) {
    if (!key.empty() && key.back() == '\x1F') {
        key.pop_back();
    }
    std::string text;
    for (const char c : key) {
        text += c == '\x1F' ? ", " : std::string(1, c);
    }
    return text;
}

/// Two values as `ValueDifference` has them; nullopt when they count as the same.
std::optional<ValueDifference> difference(const ResultColumn& column, const std::string& a,
                                          const std::string& b) {
    if (a == b) {
        return std::nullopt;
    }
    ValueDifference found{
        .file = {}, .key = {}, .column = column.name, .a = a, .b = b, .change = {}, .size = 1.0};
    const auto from = column.unit.empty() && column.tolerance == 0.0 ? std::nullopt : number_of(a);
    const auto to = from ? number_of(b) : std::nullopt;
    if (!from || !to) {
        return found;
    }
    // Decimals are not exact in binary: a difference that reads 0.01 must be within 0.01.
    constexpr double rounding = 1e-12;
    const double most = std::max(std::abs(*from), std::abs(*to));
    const double change = *to - *from;
    const double slack = column.tolerance > 0.0 ? rounding * most : 0.0;
    if (std::abs(change) <= column.tolerance + slack) {
        return std::nullopt;
    }
    found.change = change;
    found.size = std::isfinite(change) && most > 0.0 ? std::abs(change) / most : 1.0;
    return found;
}

/// Collects the differences of two files.
using Values = std::vector<std::pair<std::uint32_t, std::string>>;

/// The values of a row in one piece, as millions may have to wait.
std::string packed(const Values& values) {
    std::string bytes;
    for (const auto& [column, value] : values) {
        const std::array<std::uint32_t, 2> head{column, static_cast<std::uint32_t>(value.size())};
        bytes.append(reinterpret_cast<const char*>(head.data()), sizeof head);
        bytes += value;
    }
    bytes.shrink_to_fit();
    return bytes;
}

Values unpacked(std::string_view bytes) {
    Values values;
    while (!bytes.empty()) {
        std::array<std::uint32_t, 2> head{};
        std::memcpy(head.data(), bytes.data(), sizeof head);
        bytes.remove_prefix(sizeof head);
        values.emplace_back(head[0], bytes.substr(0, head[1]));
        bytes.remove_prefix(head[1]);
    }
    return values;
}

class Comparer {
    /// Rows without a partner by their key, those of one key in their order.
    using Waiting = std::unordered_map<std::string, std::vector<std::string>>;

  public:
    Comparer(const RowComparison& comparison, ResultDiff& diff)
        : comparison_{&comparison}, most_{comparison.options.most}, diff_{&diff} {}

    /// Walks through both at once and keeps only what has no partner yet.
    void compare(ResultRows& a, ResultRows& b) {
        Waiting waiting_a;
        Waiting waiting_b;
        ResultRow row_a;
        ResultRow row_b;
        for (bool has_a = true, has_b = true; has_a || has_b;) {
            has_a = has_a && a.next(row_a);
            has_b = has_b && b.next(row_b);
            diff_->rows_a += has_a ? 1 : 0;
            diff_->rows_b += has_b ? 1 : 0;
            if (has_a && has_b && row_a.key == row_b.key && !waiting_a.contains(row_a.key) &&
                !waiting_b.contains(row_a.key)) {
                compare(row_a, row_b);
                continue;
            }
            if (has_a && !take(waiting_b, row_a.key,
                               [&](const ResultRow& other) { compare(row_a, other); })) {
                waiting_a[row_a.key].push_back(packed(row_a.values));
            }
            if (has_b && !take(waiting_a, row_b.key,
                               [&](const ResultRow& other) { compare(other, row_b); })) {
                waiting_b[row_b.key].push_back(packed(row_b.values));
            }
        }
        say_alone(waiting_a, diff_->rows_only_a, diff_->only_a);
        say_alone(waiting_b, diff_->rows_only_b, diff_->only_b);
        for (const auto& [column, summary] : summaries_) {
            diff_->columns.push_back(summary);
        }
    }

  private:
    template <class Use>
    static bool take(Waiting& waiting, const std::string& key, Use use) {
        const auto found = waiting.find(key);
        if (found == waiting.end()) {
            return false;
        }
        use(ResultRow{key, unpacked(found->second.front())});
        found->second.erase(found->second.begin());
        if (found->second.empty()) {
            waiting.erase(found);
        }
        return true;
    }

    /// The rows that are left, the first few by name in the order of their keys.
    void say_alone(const Waiting& waiting, std::uint64_t& count,
                   std::vector<std::string>& keys) const {
        std::vector<std::string_view> left;
        left.reserve(waiting.size());
        for (const auto& [key, rows] : waiting) {
            count += rows.size();
            left.push_back(key);
        }
        std::ranges::sort(left);
        for (const std::string_view key : left) {
            if (keys.size() >= most_) {
                break;
            }
            keys.push_back((comparison_->file.empty() ? "" : comparison_->file + ": ") +
                           shown(std::string{key}));
        }
    }

    void compare(const ResultRow& a, const ResultRow& b) {
        bool is_same = true;
        for (std::size_t i = 0; i < a.values.size(); ++i) {
            const auto& [column, value] = a.values[i];
            if (const std::string* other = value_of(b, column, i)) {
                is_same = compare(a.key, column, value, *other) && is_same;
            } else if (comparison_->lacking == RowComparison::Lacking::counts) {
                is_same = compare(a.key, column, value, "(absent)") && is_same;
            }
        }
        if (comparison_->lacking == RowComparison::Lacking::counts) {
            for (std::size_t i = 0; i < b.values.size(); ++i) {
                const auto& [column, value] = b.values[i];
                if (value_of(a, column, i) == nullptr) {
                    is_same = compare(a.key, column, "(absent)", value) && is_same;
                }
            }
        }
        diff_->rows_same += is_same ? 1 : 0;
        diff_->rows_changed += is_same ? 0 : 1;
    }

    /// The value of a column, which is most likely at `position`; null when the row has none.
    static const std::string* value_of(const ResultRow& row, std::uint32_t column,
                                       std::size_t position) {
        if (position < row.values.size() && row.values[position].first == column) {
            return &row.values[position].second;
        }
        const auto found =
            std::ranges::find(row.values, column, &std::pair<std::uint32_t, std::string>::first);
        return found == row.values.end() ? nullptr : &found->second;
    }

    bool compare(const std::string& key, std::uint32_t number, const std::string& a,
                 const std::string& b) {
        const ResultColumn& column = comparison_->columns[number];
        if (column.is_identity) {
            say_identity(column, a, b);
            return true;
        }
        auto found = difference(column, a, b);
        if (!found) {
            return true;
        }
        ColumnDifference& summary = summaries_[number];
        summary.file = comparison_->file;
        summary.column = column.name;
        ++summary.rows;
        summary.largest_size = std::max(summary.largest_size, found->size);
        summary.largest_change =
            std::max(summary.largest_change, std::abs(found->change.value_or(0.0)));
        keep(std::move(*found), key);
        return false;
    }

    void say_identity(const ResultColumn& column, const std::string& a, const std::string& b) {
        if (a != b && identities_.insert(column.name).second) {
            std::string text = column.name + ": " + a + " and " + b;
            if (std::ranges::find(diff_->identity, text) == diff_->identity.end()) {
                diff_->identity.push_back(std::move(text));
            }
        }
    }

    /// The largest differences, in order; of equals those that came first.
    void keep(ValueDifference found, const std::string& key) {
        auto& largest = diff_->largest;
        if (largest.size() == most_ && (most_ == 0 || largest.back().size >= found.size)) {
            return;
        }
        found.file = comparison_->file;
        found.key = shown(key);
        const auto place =
            std::ranges::upper_bound(largest, found.size, std::greater{}, &ValueDifference::size);
        largest.insert(place, std::move(found));
        if (largest.size() > most_) {
            largest.pop_back();
        }
    }

    const RowComparison* comparison_;
    std::size_t most_;
    ResultDiff* diff_;
    std::map<std::uint32_t, ColumnDifference> summaries_;
    std::set<std::string> identities_;
};

} // namespace

void compare_rows(const RowComparison& comparison, ResultRows& a, ResultRows& b, ResultDiff& diff) {
    Comparer{comparison, diff}.compare(a, b);
}

} // namespace landsea::io::detail
