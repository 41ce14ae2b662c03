#include "io/detail/json_at.hpp"

#include "io/nearest_words.hpp"
#include "io/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace landsea::io::detail {

namespace {

/// A key inside a pointer: RFC 6901 escapes, and nothing that could disturb a terminal.
std::string pointer_step(const std::string& key) {
    std::string step = "/";
    for (const char c : escaped(key)) {
        step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return step;
}

/// The way from one value down to another, or nullopt when it is not below. As deep as the
/// parser allows, which is not deep.
std::optional<std::string> way(const JsonValue& from, const JsonValue* to) {
    if (&from == to) {
        return "";
    }
    if (const auto* array = std::get_if<JsonArray>(&from.data)) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (const auto rest = way((*array)[i], to)) {
                return "/" + std::to_string(i) + *rest;
            }
        }
    }
    if (const auto* object = std::get_if<JsonObject>(&from.data)) {
        for (const JsonMember& member : *object) {
            if (const auto rest = way(member.value, to)) {
                return pointer_step(member.key) + *rest;
            }
        }
    }
    return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

} // namespace

bool JsonAt::is_object_of(std::initializer_list<std::string_view> known_keys) const {
    if (!is_object()) {
        problem("an object");
        return false;
    }
    for (const auto& [key, value] : members()) {
        if (std::ranges::find(known_keys, std::string_view{key}) != known_keys.end()) {
            continue;
        }
        if (problems_->is_full()) {
            problems_->add_unlisted();
            continue;
        }
        const auto near = nearest_words(key, {known_keys});
        value.problem(near.empty()
                          ? "one of the keys " + joined({known_keys.begin(), known_keys.end()})
                          : "a known key (nearest: " + joined(near) + ")",
                      "the key " + shortened(key));
    }
    return true;
}

JsonAt JsonAt::operator[](std::string_view key) const {
    const JsonAt value = find(key);
    if (!value.is_there() && is_object()) {
        problem("the key \"" + std::string{key} + "\"", "none");
    }
    return value;
}

JsonAt JsonAt::find(std::string_view key) const {
    if (is_object()) {
        for (const JsonMember& member : std::get<JsonObject>(value_->data)) {
            if (member.key == key) {
                return {*this, &member.value};
            }
        }
    }
    return {*this, nullptr};
}

std::vector<JsonAt> JsonAt::elements() const {
    std::vector<JsonAt> all;
    if (!is_list()) {
        problem("a list");
        return all;
    }
    for (const JsonValue& value : std::get<JsonArray>(value_->data)) {
        all.push_back(JsonAt{*this, &value});
    }
    return all;
}

std::vector<std::pair<std::string, JsonAt>> JsonAt::members() const {
    std::vector<std::pair<std::string, JsonAt>> all;
    if (!is_object()) {
        problem("an object");
        return all;
    }
    for (const JsonMember& member : std::get<JsonObject>(value_->data)) {
        all.emplace_back(member.key, JsonAt{*this, &member.value});
    }
    return all;
}

std::string JsonAt::text() const {
    if (!is_text()) {
        problem("a text");
        return {};
    }
    return std::get<std::string>(value_->data);
}

std::string JsonAt::name() const {
    if (!is_text() ||
        std::get<std::string>(value_->data).find_first_not_of(" \t\r\n") == std::string::npos) {
        problem("a text that is not empty");
        return {};
    }
    return std::get<std::string>(value_->data);
}

std::optional<double> JsonAt::number_or_problem(const std::string& expected) const {
    if (!holds<double>()) {
        problem(expected);
        return std::nullopt;
    }
    return std::get<double>(value_->data);
}

double JsonAt::number() const {
    return number_or_problem("a number").value_or(0.0);
}

double JsonAt::number_at_least(double least) const {
    const std::string expected = "a number of at least " + shortest_text(least);
    const double found = number_or_problem(expected).value_or(least);
    if (found < least) {
        problem(expected);
        return least;
    }
    return found;
}

double JsonAt::number_above(double bound) const {
    const std::string expected = "a number above " + shortest_text(bound);
    const double above = bound + 1.0;
    const double found = number_or_problem(expected).value_or(above);
    if (found <= bound) {
        problem(expected);
        return above;
    }
    return found;
}

double JsonAt::number_in(double low, double high) const {
    const std::string expected =
        "a number from " + shortest_text(low) + " to " + shortest_text(high);
    const double found = number_or_problem(expected).value_or(low);
    if (found < low || found > high) {
        problem(expected);
        return low;
    }
    return found;
}

int JsonAt::integer_in(int low, int high) const {
    const std::string expected =
        low == high ? std::to_string(low)
                    : "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
    const double found = number_or_problem(expected).value_or(low);
    if (found != std::floor(found) || found < low || found > high) {
        problem(expected);
        return low;
    }
    return static_cast<int>(found);
}

void JsonAt::problem(const std::string& expected) const {
    if (is_there() && !problems_->is_full()) {
        problem(expected, shortened(*value_));
    } else if (is_there()) {
        problems_->add_unlisted();
    }
}

void JsonAt::problem(const std::string& expected, const std::string& found) const {
    if (!is_there()) {
        return;
    }
    if (problems_->is_full()) { // looking for the pointer takes time
        problems_->add_unlisted();
        return;
    }
    problems_->add({document_->file, pointer(), expected, found});
}

std::string JsonAt::pointer() const {
    return is_there() ? way(document_->root, value_).value_or("") : "";
}

std::string JsonAt::with_nearest(const std::string& expected, std::string_view meant,
                                 const std::vector<std::string_view>& words) {
    const auto near = nearest_words(meant, words);
    return near.empty() ? expected : expected + " (nearest: " + joined(near) + ")";
}

std::string JsonAt::one_of_words(const std::vector<std::string_view>& words) {
    return "one of " + joined({words.begin(), words.end()});
}

} // namespace landsea::io::detail
