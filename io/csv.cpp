#include "io/csv.hpp"

#include "io/detail/csv_rows.hpp"
#include "io/detail/json_value.hpp"

namespace landsea::io {

namespace {

/// Whether, behind any apostrophes, the text begins like a formula.
bool begins_like_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    constexpr std::string_view beginnings = "=+-@\t\r";
    return first != std::string_view::npos &&
           beginnings.find(text[first]) != std::string_view::npos;
}

/// Whether it is a number or some with commas between, such as a point: these begin like a formula
/// when they are negative.
bool is_numeric(std::string_view text) {
    return detail::number_of(text) ||
           text.substr(1).find_first_not_of("0123456789.,") == std::string_view::npos;
}

std::string quoted_if_needed(std::string_view text) {
    const bool is_plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                          !text.starts_with(' ') && !text.ends_with(' ');
    if (is_plain) {
        return std::string{text};
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace

std::string_view csv_text(std::string_view field) {
    const bool is_marked = field.starts_with('\'') && begins_like_formula(field);
    return is_marked ? field.substr(1) : field;
}

std::string csv_field(std::string_view text) {
    const bool is_signed = text.starts_with('-') || text.starts_with('+');
    if (begins_like_formula(text) && !(is_signed && text.size() > 1 && is_numeric(text))) {
        return quoted_if_needed("'" + std::string{text});
    }
    return quoted_if_needed(text);
}

std::string spreadsheet_safe(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_control = byte < 0x20U || byte == 0x7FU;
        safe += is_control ? detail::escaped(std::string(1, c)) : std::string(1, c);
    }
    return safe;
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        line += (i == 0 ? "" : ",") + csv_field(fields[i]);
    }
    if (fields.size() == 1 && line.empty()) {
        line = "\"\""; // an empty line would be no record at all
    }
    return line + "\r\n";
}

} // namespace landsea::io
