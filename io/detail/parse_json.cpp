#include "io/detail/parse_json.hpp"

#include "io/detail/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace landsea::io::detail {

namespace {

/// Walks over the text and lets others see how far the parser has come, which it does not tell
/// its handler.
class Reading {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Reading(const char* at, const char** progress) : at_{at}, progress_{progress} {}

    const char& operator*() const { return *at_; }

    Reading& operator++() {
        *progress_ = ++at_;
        return *this;
    }

    friend bool operator==(const Reading& a, const Reading& b) { return a.at_ == b.at_; }

    friend bool operator!=(const Reading& a, const Reading& b) { return a.at_ != b.at_; }

  private:
    const char* at_;
    const char** progress_;
};

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::ranges::count(before, '\n');
    const std::size_t start = before.rfind('\n') + 1; // npos + 1 is 0
    return "line " + std::to_string(line) + ", column " + std::to_string(offset - start + 1);
}

constexpr bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '.' || c == '_';
}

/// The number or bare word around an offset, or the one character there.
std::pair<std::size_t, std::string_view> word_at(std::string_view text, std::size_t offset) {
    std::size_t begin = offset;
    std::size_t end = offset + 1;
    if (!is_word(text[offset])) {
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        return {begin, text.substr(begin, end - begin)};
    }
    while (begin > 0 && is_word(text[begin - 1])) {
        --begin;
    }
    while (end < text.size() && is_word(text[end])) {
        ++end;
    }
    return {begin, text.substr(begin, end - begin)};
}

/// What should have stood there, in our words for those of the parser.
std::string expected_by(std::string_view complaint) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> words{{
        {"number overflow", "a number that fits into a double"},
        {"missing closing quote", "a closing quote"},
        {"control character", "a text without raw control characters"},
        {"invalid string", "a text with the escapes of JSON only"},
        {"; expected '}'", "a comma or }"},
        {"; expected ']'", "a comma or ]"},
        {"; expected ':'", "a colon"},
        {"; expected string literal", "a key in double quotes"},
        {"; expected end of input", "the end of the file"},
        {"invalid number", "a number as JSON writes it"},
    }};
    for (const auto& [fragment, ours] : words) {
        if (complaint.find(fragment) != std::string_view::npos) {
            return std::string{ours};
        }
    }
    return "a value (an object, a list, a text in double quotes, a number, true, false or null)";
}

/// Builds our values from what the parser sees, with a stack of its own instead of recursion.
class Builder {
  public:
    Builder(const std::string& file, std::string_view text, const char* const* progress,
            ProblemList& problems)
        : file_{file}, text_{text}, progress_{progress}, problems_{problems} {}

    bool null() { return put(nullptr); }

    bool boolean(bool value) { return put(value); }

    bool number_integer(std::int64_t value) { return put(static_cast<double>(value)); }

    bool number_unsigned(std::uint64_t value) { return put(static_cast<double>(value)); }

    bool number_float(double value, const std::string&) { return put(value); }

    bool string(std::string& value) { return put(std::move(value)); }

    bool binary(std::vector<std::uint8_t>&) { return false; }

    bool key(std::string& name) {
        Open& object = open_.back();
        object.key = std::move(name);
        object.is_repeated = is_known(object);
        if (object.is_repeated) {
            report(start_of_text(), "no key twice in an object",
                   shortened(object.key) + " once more");
        }
        return true;
    }

    bool start_object(std::size_t) { return open(JsonObject{}); }

    bool start_array(std::size_t) { return open(JsonArray{}); }

    bool end_object() { return close(); }

    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& complaint) {
        const std::size_t offset = position - 1;
        if (offset >= text_.size()) {
            problems_.add({file_, line_and_column(text_, text_.size()),
                           expected_by(complaint.what()), "the end of the file"});
            return false;
        }
        const auto [begin, word] = word_at(text_, offset);
        const bool not_finite = word.find("NaN") != std::string_view::npos ||
                                word.find("Inf") != std::string_view::npos;
        problems_.add({file_, line_and_column(text_, begin),
                       not_finite ? "a finite number" : expected_by(complaint.what()),
                       is_word(word[0]) && word.size() < 60 ? std::string{word}
                                                            : shortened(std::string{word})});
        return false;
    }

    JsonValue root;

  private:
    /// An object or list whose end has not been read.
    struct Open {
        JsonValue value;
        std::string key;
        bool is_repeated = false;
        std::unordered_set<std::string> keys;
    };

    /// Whether the object has a member of its newest key. Few keys are compared one by one; many
    /// are kept in a set, lest a file of nothing but keys take for ever.
    static bool is_known(Open& object) {
        constexpr std::size_t few = 24;
        const auto& members = std::get<JsonObject>(object.value.data);
        if (members.size() < few) {
            return std::ranges::find(members, object.key, &JsonMember::key) != members.end();
        }
        if (object.keys.empty()) {
            for (const JsonMember& member : members) {
                object.keys.insert(member.key);
            }
        }
        return !object.keys.insert(object.key).second;
    }

    [[nodiscard]] std::size_t last_read() const {
        return static_cast<std::size_t>(*progress_ - text_.data()) - 1;
    }

    /// Where the text starts whose closing quote was read last.
    [[nodiscard]] std::size_t start_of_text() const {
        std::size_t at = last_read();
        const auto is_escaped = [&](std::size_t quote) {
            const std::size_t before = text_.find_last_not_of('\\', quote - 1);
            return (quote - 1 - before) % 2 == 1;
        };
        do {
            at = text_.rfind('"', at - 1);
        } while (is_escaped(at));
        return at;
    }

    void report(std::size_t offset, std::string expected, std::string found) {
        if (problems_.is_full()) {
            problems_.add_unlisted();
            return;
        }
        problems_.add(
            {file_, line_and_column(text_, offset), std::move(expected), std::move(found)});
    }

    template <class T>
    bool put(T value) {
        if (open_.empty()) {
            root = {std::move(value)};
            return true;
        }
        Open& into = open_.back();
        if (auto* array = std::get_if<JsonArray>(&into.value.data)) {
            array->push_back({std::move(value)});
        } else if (!into.is_repeated) {
            std::get<JsonObject>(into.value.data).push_back({into.key, {std::move(value)}});
        }
        return true;
    }

    template <class T>
    bool open(T value) {
        if (open_.size() == json_depth) {
            report(last_read(), "brackets at most " + std::to_string(json_depth) + " deep",
                   "deeper ones");
            return false;
        }
        open_.push_back({.value = {std::move(value)}, .key = {}, .keys = {}});
        return true;
    }

    bool close() {
        auto value = std::move(open_.back().value.data);
        open_.pop_back();
        return put(std::move(value));
    }

    const std::string& file_;
    std::string_view text_;
    const char* const* progress_;
    ProblemList& problems_;
    std::vector<Open> open_;
};

} // namespace

std::optional<JsonDocument> parse_json(std::string file, std::string_view text,
                                       ProblemList& problems) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        problems.add({file, "", "a JSON object", "an empty file"});
        return std::nullopt;
    }
    if (const auto invalid = first_invalid_byte(text)) {
        problems.add({file, line_and_column(text, *invalid), "UTF-8",
                      "byte " + std::to_string(static_cast<unsigned char>(text[*invalid])) +
                          ", which no character starts with or goes on with here"});
        return std::nullopt;
    }
    const char* progress = text.data();
    Builder builder{file, text, &progress, problems};
    if (!nlohmann::json::sax_parse(Reading{text.data(), &progress},
                                   Reading{text.data() + text.size(), &progress}, &builder)) {
        return std::nullopt;
    }
    return JsonDocument{std::move(file), std::move(builder.root)};
}

} // namespace landsea::io::detail
