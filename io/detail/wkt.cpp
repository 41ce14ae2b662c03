#include "io/detail/wkt.hpp"

#include "io/detail/csv_rows.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

namespace landsea::io::detail {

namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

/// Longitude and latitude, perhaps with a height.
std::optional<model::LatLon> point_in(std::string_view text) {
    std::vector<double> numbers;
    for (const std::string_view word : parts_of(trimmed(text), ' ')) {
        if (word.empty()) {
            continue;
        }
        const auto number = number_of(word);
        if (!number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    const bool is_on_earth =
        numbers.size() >= 2 && std::abs(numbers[0]) <= 180.0 && std::abs(numbers[1]) <= 90.0;
    return is_on_earth ? std::optional{model::LatLon::degrees(numbers[1], numbers[0])}
                       : std::nullopt;
}

std::optional<geo::Path> path_in(std::string_view text) {
    geo::Path path;
    for (const std::string_view part : parts_of(text, ',')) {
        const auto point = point_in(part);
        if (!point) {
            return std::nullopt;
        }
        path.push_back(*point);
    }
    return path.size() >= 2 ? std::optional{path} : std::nullopt;
}

} // namespace

std::optional<geo::Path> line_in_wkt(std::string_view text) {
    text = trimmed(text);
    const std::size_t open = std::min(text.find('('), text.size());
    std::string word{text.substr(0, open)};
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::toupper(c); });
    const bool is_multi = word.starts_with("MULTILINESTRING");
    if ((!is_multi && !word.starts_with("LINESTRING")) || !text.ends_with(')')) {
        return std::nullopt;
    }
    std::string_view inside = trimmed(text.substr(open + 1, text.size() - open - 2));
    if (!is_multi) {
        return path_in(inside);
    }
    std::vector<geo::Path> pieces;
    while (!inside.empty()) {
        const std::size_t begin = inside.find('(');
        const std::size_t end = inside.find(')');
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
            return std::nullopt;
        }
        const auto piece = path_in(inside.substr(begin + 1, end - begin - 1));
        if (!piece) {
            return std::nullopt;
        }
        pieces.push_back(*piece);
        inside.remove_prefix(end + 1);
    }
    return pieces.empty() ? std::nullopt : std::optional{joined_at_antimeridian(pieces)};
}

geo::Path joined_at_antimeridian(const std::vector<geo::Path>& pieces) {
    geo::Path line;
    const auto is_cut = [](model::LatLon point) { return std::abs(point.lon()) == 180.0; };
    for (const geo::Path& piece : pieces) {
        auto begin = piece.begin();
        if (!line.empty() && is_cut(line.back()) && is_cut(piece.front())) {
            line.pop_back();
            ++begin;
        } else if (!line.empty() && line.back() == piece.front()) {
            ++begin;
        }
        line.insert(line.end(), begin, piece.end());
    }
    return line;
}

} // namespace landsea::io::detail
