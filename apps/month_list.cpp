#include "apps/month_list.hpp"

#include "apps/usage_error.hpp"

#include <algorithm>
#include <charconv>

namespace landsea::apps {

namespace {

constexpr int months_in_a_year = 12;

model::Month month_in(const std::string& option, std::string_view word) {
    int number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number < 1 ||
        number > months_in_a_year) {
        throw UsageError{option +
                         ": expected months from 1 to 12 joined by commas, or all, found \"" +
                         std::string{word} + "\""};
    }
    return {number};
}

} // namespace

std::vector<model::Month> month_list(const std::string& option, const std::string& text) {
    std::vector<model::Month> months;
    if (text == "all") {
        for (int m = 1; m <= months_in_a_year; ++m) {
            months.push_back({m});
        }
        return months;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const model::Month month =
            month_in(option, std::string_view{text}.substr(begin, end - begin));
        if (std::ranges::find(months, month) != months.end()) {
            throw UsageError{option + ": month " + std::to_string(month.number) +
                             " is there twice"};
        }
        months.push_back(month);
        begin = end + 1;
    }
    return months;
}

} // namespace landsea::apps
