#include "io/csv.hpp"

#include "io/detail/json_value.hpp"

namespace landsea::io {

std::string csv_field(std::string_view text) {
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

std::string spreadsheet_safe(std::string_view text) {
    const bool is_risky =
        !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    std::string safe = is_risky ? "'" : "";
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
