#include "model/track_gauge.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace landsea::model {

namespace {

constexpr int standard = 1435;
constexpr int broad = 1520;
constexpr int metre = 1000;

constexpr std::array<std::pair<std::string_view, int>, 45> gauges{{
    {"AT", standard}, {"AZ", broad},    {"BE", standard}, {"BG", standard}, {"BY", broad},
    {"CH", standard}, {"CN", standard}, {"CZ", standard}, {"DE", standard}, {"DK", standard},
    {"EE", broad},    {"FI", broad},    {"FR", standard}, {"GB", standard}, {"GE", broad},
    {"GR", standard}, {"HR", standard}, {"HU", standard}, {"IR", standard}, {"IT", standard},
    {"KG", broad},    {"KR", standard}, {"KZ", broad},    {"LT", broad},    {"LU", standard},
    {"LV", broad},    {"MD", broad},    {"MK", standard}, {"MN", broad},    {"MY", metre},
    {"NL", standard}, {"NO", standard}, {"PL", standard}, {"RO", standard}, {"RS", standard},
    {"RU", broad},    {"SE", standard}, {"SI", standard}, {"SK", standard}, {"TH", metre},
    {"TJ", broad},    {"TM", broad},    {"TR", standard}, {"UA", broad},    {"UZ", broad},
}};

std::optional<int> gauge_in(std::string_view country) {
    const auto found =
        std::ranges::find(gauges, country, [](const auto& row) { return row.first; });
    return found == gauges.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

std::optional<int> track_gauge_mm(const Link& link) {
    if (link.mode != Mode::rail || link.countries.empty()) {
        return std::nullopt;
    }
    const std::optional<int> first = gauge_in(link.countries.front());
    const bool is_one = std::ranges::all_of(
        link.countries, [&](const CountryCode& country) { return gauge_in(country) == first; });
    return is_one ? first : std::nullopt;
}

} // namespace landsea::model
