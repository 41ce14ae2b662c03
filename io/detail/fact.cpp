#include "io/detail/fact.hpp"

namespace landsea::io::detail {

void write_facts(JsonText& json, const std::vector<Fact>& facts, int decimals) {
    for (const Fact& fact : facts) {
        json.key(fact.name);
        if (const auto* text = std::get_if<std::string>(&fact.value)) {
            json.text(*text);
        } else if (const auto* number = std::get_if<double>(&fact.value)) {
            json.number(*number, decimals);
        } else {
            json.null();
        }
    }
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : between;
        text += word;
    }
    return text;
}

void write_list(JsonText& json, std::string_view key, const std::vector<std::string>& words) {
    json.key(key).open_list();
    for (const std::string& word : words) {
        json.text(word);
    }
    json.close_list();
}

} // namespace landsea::io::detail
