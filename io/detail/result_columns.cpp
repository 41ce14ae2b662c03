#include "io/detail/result_columns.hpp"

#include "io/detail/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace landsea::io::detail {

namespace {

/// What units are made of; a unit is a row of these at the end of a name.
constexpr std::array<std::string_view, 24> unit_words{
    {"days", "day", "d",    "h",  "hours", "min", "s",   "km",  "nm",      "m",   "mm",  "usd",
     "cny",  "eur", "co2e", "kg", "g",     "t",   "tkm", "teu", "percent", "pct", "deg", "per"}};
constexpr std::array<std::string_view, 3> unit_ends{{"week", "month", "year"}};
constexpr std::array<std::string_view, 3> ratios{{"share", "probability", "ratio"}};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < words.size(); ++i) {
        text += (i == from ? "" : "_") + std::string{words[i]};
    }
    return text;
}

/// Whether a tolerance for `name` speaks of the column.
bool concerns(const std::string& name, const ResultColumn& column) {
    return name == column.name || name == column.unit || column.unit.starts_with(name + "_");
}

} // namespace

std::string unit_of(const std::string& column) {
    const auto words = parts_of(column, '_');
    if (!words.empty() && is_in(ratios, words.front())) {
        return std::string{words.front()}; // "probability_over_10_days" is none in days
    }
    std::size_t from = words.size();
    for (std::size_t i = words.size(); i-- > 0;) {
        const bool is_end =
            i + 1 == words.size() && i > 0 && words[i - 1] == "per" && is_in(unit_ends, words[i]);
        if (!is_end && !is_in(unit_words, words[i])) {
            break;
        }
        from = i;
    }
    if (from < words.size()) {
        return joined(words, from);
    }
    for (const std::string_view word : words) {
        if (is_in(ratios, word)) {
            return std::string{word};
        }
    }
    return {};
}

std::uint32_t ResultColumns::add(const std::string& name, const std::string& unit_bearer) {
    const auto [found, is_new] =
        numbers_.emplace(name, static_cast<std::uint32_t>(columns_.size()));
    if (!is_new) {
        return found->second;
    }
    const std::string last = name.substr(name.rfind('.') + 1);
    ResultColumn column{.name = name,
                        .unit = unit_of(unit_bearer),
                        .tolerance = 0.0,
                        .is_identity = last == "program" || last == "data_hash"};
    used_.resize(options_->tolerances.size());
    std::size_t longest = 0;
    for (std::size_t i = 0; i < options_->tolerances.size(); ++i) {
        const Tolerance& asked = options_->tolerances[i];
        if (concerns(asked.name, column)) {
            used_[i] = true;
            if (asked.name.size() >= longest) {
                longest = asked.name.size();
                column.tolerance = asked.amount;
            }
        }
    }
    columns_.push_back(std::move(column));
    return found->second;
}

std::vector<std::string> ResultColumns::units() const {
    std::vector<std::string> all;
    for (const ResultColumn& column : columns_) {
        if (!column.unit.empty() && std::ranges::find(all, column.unit) == all.end()) {
            all.push_back(column.unit);
        }
    }
    return all;
}

std::vector<std::string> key_of(const std::vector<std::string>& columns, const DiffOptions& options,
                                const std::filesystem::path& path) {
    for (const std::string& name : options.key) {
        if (std::ranges::find(columns, name) == columns.end()) {
            throw UnknownDiffName{"--key: " + path.string() + " has no column \"" + name + "\"",
                                  name, columns};
        }
    }
    if (!options.key.empty()) {
        return options.key;
    }
    std::vector<std::string> before;
    std::vector<std::string> all;
    bool has_unit = false;
    for (const std::string& name : columns) {
        has_unit = has_unit || !unit_of(name).empty();
        if (unit_of(name).empty() && name != "status" && name != "program" && name != "data_hash") {
            all.push_back(name);
            if (!has_unit) {
                before.push_back(name);
            }
        }
    }
    return before.empty() ? all : before;
}

} // namespace landsea::io::detail
