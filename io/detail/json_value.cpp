#include "io/detail/json_value.hpp"

#include "io/number_text.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

constexpr bool continues_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Cuts after at most `bytes`, never inside a UTF-8 character.
std::string cut(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && continues_a_character(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes) + "…";
}

struct Canonical {
    std::string& out;

    void operator()(std::nullptr_t) const { out += "null"; }

    void operator()(bool value) const { out += value ? "true" : "false"; }

    void operator()(double value) const { out += shortest_text(value); }

    void operator()(const std::string& text) const { out += '"' + escaped(text) + '"'; }

    void operator()(const JsonArray& array) const {
        out += '[';
        for (const JsonValue& value : array) {
            std::visit(*this, value.data);
            out += ',';
        }
        out += ']';
    }

    void operator()(const JsonObject& object) const {
        std::vector<const JsonMember*> sorted;
        for (const JsonMember& member : object) {
            sorted.push_back(&member);
        }
        std::ranges::sort(sorted, {}, &JsonMember::key);
        out += '{';
        for (const JsonMember* member : sorted) {
            (*this)(member->key);
            out += ':';
            std::visit(*this, member->value.data);
            out += ',';
        }
        out += '}';
    }
};

} // namespace

std::string escaped(const std::string& text) {
    constexpr const char* hex = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20U || byte == 0x7FU) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        } else {
            out += c;
        }
    }
    return out;
}

std::string shortened(const std::string& text) {
    constexpr std::size_t shown = 60;
    return '"' + escaped(cut(text, shown)) + '"';
}

std::string shortened(const JsonValue& value) {
    struct Words {
        std::string operator()(std::nullptr_t) const { return "null"; }

        std::string operator()(bool truth) const { return truth ? "true" : "false"; }

        std::string operator()(double number) const { return shortest_text(number); }

        std::string operator()(const std::string& text) const { return shortened(text); }

        std::string operator()(const JsonArray& array) const {
            return array.empty() ? "an empty list" : "a list of " + std::to_string(array.size());
        }

        std::string operator()(const JsonObject& object) const {
            return object.empty() ? "an empty object" : "an object";
        }
    };

    return std::visit(Words{}, value.data);
}

std::string canonical_text(const JsonValue& value) {
    std::string out;
    std::visit(Canonical{out}, value.data);
    return out;
}

std::string json_text(const JsonValue& value) {
    struct Write {
        std::string operator()(const std::string& text) const { return '"' + escaped(text) + '"'; }

        std::string operator()(const JsonArray& array) const {
            std::string out;
            for (const JsonValue& element : array) {
                out += (out.empty() ? "" : ",") + std::visit(*this, element.data);
            }
            return '[' + out + ']';
        }

        std::string operator()(const JsonObject& object) const {
            std::string out;
            for (const JsonMember& member : object) {
                out += (out.empty() ? "" : ",") + (*this)(member.key) + ':' +
                       std::visit(*this, member.value.data);
            }
            return '{' + out + '}';
        }

        std::string operator()(std::nullptr_t) const { return "null"; }

        std::string operator()(bool truth) const { return truth ? "true" : "false"; }

        std::string operator()(double number) const { return shortest_text(number); }
    };

    return std::visit(Write{}, value.data);
}

} // namespace landsea::io::detail
