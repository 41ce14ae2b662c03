#include "io/detail/read_dates.hpp"

#include <charconv>
#include <chrono>
#include <string>

namespace landsea::io::detail {

namespace {

constexpr int months_in_a_year = 12;

std::optional<int> digits(std::string_view text) {
    int value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && text.front() != '-' ? std::optional{value} : std::nullopt;
}

/// "2025-09-12"; a problem for anything that is no day.
std::optional<std::chrono::year_month_day> read_day(const JsonAt& day) {
    const std::string text = day.name();
    constexpr std::size_t length = 10;
    if (text.size() == length && text[4] == '-' && text[7] == '-') {
        const std::string_view view{text};
        const auto y = digits(view.substr(0, 4));
        const auto m = digits(view.substr(5, 2));
        const auto d = digits(view.substr(8, 2));
        if (y && m && d) {
            const std::chrono::year_month_day date{std::chrono::year{*y},
                                                   std::chrono::month{static_cast<unsigned>(*m)},
                                                   std::chrono::day{static_cast<unsigned>(*d)}};
            if (date.ok()) {
                return date;
            }
        }
    }
    day.problem("a day such as \"2025-09-12\"");
    return std::nullopt;
}

model::ByMonth<bool> touched(std::chrono::year_month_day from, std::chrono::year_month_day to) {
    model::ByMonth<bool> months{};
    std::chrono::year_month month{from.year(), from.month()};
    const std::chrono::year_month last{to.year(), to.month()};
    for (int i = 0; i < months_in_a_year && month <= last; ++i) {
        months[static_cast<unsigned>(month.month()) - 1U] = true;
        month += std::chrono::months{1};
    }
    return months;
}

std::optional<model::ByMonth<bool>> read_span(const JsonAt& dates) {
    if (!dates.is_object_of({"from", "to"})) {
        return std::nullopt;
    }
    const auto from = read_day(dates["from"]);
    const auto to = read_day(dates["to"]);
    if (!from || !to) {
        return std::nullopt;
    }
    const auto days = std::chrono::sys_days{*to} - std::chrono::sys_days{*from};
    if (days < std::chrono::days{0} || days > std::chrono::days{366}) {
        dates.problem("\"to\" on or after \"from\", and at most a year later",
                      std::to_string(days.count()) + " days");
        return std::nullopt;
    }
    return touched(*from, *to);
}

} // namespace

std::optional<model::ByMonth<bool>> read_months(const JsonAt& change) {
    const JsonAt months = change.find("months");
    const JsonAt dates = change.find("dates");
    if (months.is_there() && dates.is_there()) {
        dates.problem("either \"months\" or \"dates\"", "both");
        return std::nullopt;
    }
    if (dates.is_there()) {
        return read_span(dates);
    }
    if (!months.is_there()) {
        return std::nullopt;
    }
    model::ByMonth<bool> found{};
    const auto elements = months.elements();
    if (elements.empty()) {
        months.problem("one month or more");
    }
    for (const JsonAt& month : elements) {
        found[static_cast<std::size_t>(month.integer_in(1, months_in_a_year)) - 1] = true;
    }
    return found;
}

} // namespace landsea::io::detail
