#include "io/detail/csv_rows.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

void split(std::string_view line, std::vector<std::string_view>& fields) {
    fields.clear();
    std::size_t begin = 0;
    for (std::size_t comma = line.find(','); comma != std::string_view::npos;
         comma = line.find(',', begin)) {
        fields.push_back(line.substr(begin, comma - begin));
        begin = comma + 1;
    }
    fields.push_back(line.substr(begin));
}

} // namespace

CsvRows::CsvRows(std::string file, std::string_view text, std::string_view header)
    : file_{std::move(file)}, rest_{text} {
    split(header, names_);
    if (!take_line() || fields_ != names_) {
        const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
        throw InputError{{{file_, "line 1", "the header " + std::string{header},
                           text.empty() ? "an empty file" : '"' + std::string{first} + '"'}}};
    }
}

bool CsvRows::take_line() {
    if (rest_.empty()) {
        fields_.clear();
        return false;
    }
    ++line_;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    split(line, fields_);
    return true;
}

bool CsvRows::next() {
    if (!take_line()) {
        return false;
    }
    if (fields_.size() != names_.size()) {
        throw InputError{
            {{file_, "line " + std::to_string(line_), std::to_string(names_.size()) + " fields",
              std::to_string(fields_.size())}}};
    }
    return true;
}

void CsvRows::fail(std::size_t column, const std::string& expected) const {
    throw InputError{{{file_, "line " + std::to_string(line_) + ", " + std::string{names_[column]},
                       expected, '"' + std::string{fields_[column]} + '"'}}};
}

double CsvRows::number(std::size_t column, double low, double high) const {
    const auto value = number_of(fields_[column]);
    if (!value || !(*value >= low && *value <= high)) {
        fail(column, "a number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return *value;
}

std::uint32_t CsvRows::whole(std::size_t column, std::uint32_t high) const {
    std::uint32_t value = 0;
    const std::string_view text = fields_[column];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > high) {
        fail(column, "a whole number from 0 to " + std::to_string(high));
    }
    return value;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<double> number_of(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

} // namespace landsea::io::detail
