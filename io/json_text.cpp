#include "io/json_text.hpp"

#include "io/detail/json_value.hpp"
#include "io/number_text.hpp"

#include <cassert>
#include <cmath>

namespace landsea::io {

void JsonText::new_line() {
    if (layout_ == JsonLayout::indented) {
        out_ += '\n' + std::string(2 * open_.size(), ' ');
    }
}

/// The comma and line before a key or an element.
void JsonText::before_value() {
    if (has_key_) {
        has_key_ = false;
        return;
    }
    if (open_.empty()) {
        assert(out_.empty()); // one value at the top level
        return;
    }
    if (!open_.back().is_empty) {
        out_ += layout_ == JsonLayout::indented ? "," : ", ";
    }
    open_.back().is_empty = false;
    new_line();
}

JsonText& JsonText::open(char bracket) {
    assert(open_.empty() || open_.back().is_object == has_key_);
    before_value();
    out_ += bracket;
    open_.push_back({.is_object = bracket == '{', .is_empty = true});
    return *this;
}

JsonText& JsonText::close(char bracket) {
    assert(!open_.empty() && !has_key_ && open_.back().is_object == (bracket == '}'));
    const bool is_empty = open_.back().is_empty;
    open_.pop_back();
    if (!is_empty) {
        new_line();
    }
    out_ += bracket;
    return *this;
}

JsonText& JsonText::open_object() {
    return open('{');
}

JsonText& JsonText::close_object() {
    return close('}');
}

JsonText& JsonText::open_list() {
    return open('[');
}

JsonText& JsonText::close_list() {
    return close(']');
}

JsonText& JsonText::key(std::string_view key) {
    assert(!open_.empty() && open_.back().is_object && !has_key_);
    before_value();
    out_ += '"' + detail::escaped(std::string{key}) + "\": ";
    has_key_ = true;
    return *this;
}

JsonText& JsonText::value(std::string_view token) {
    assert(open_.empty() || open_.back().is_object == has_key_);
    before_value();
    out_ += token;
    return *this;
}

JsonText& JsonText::text(std::string_view words) {
    return value('"' + detail::escaped(std::string{words}) + '"');
}

JsonText& JsonText::number(double number) {
    return value(std::isfinite(number) ? shortest_text(number) : "null");
}

JsonText& JsonText::number(double number, int decimals) {
    if (!std::isfinite(number)) {
        return null();
    }
    std::string digits = fixed_text(number, decimals);
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.ends_with('.')) {
            digits.pop_back();
        }
    }
    return value(digits);
}

JsonText& JsonText::integer(std::int64_t number) {
    return value(integer_text(number));
}

JsonText& JsonText::truth(bool truth) {
    return value(truth ? "true" : "false");
}

JsonText& JsonText::null() {
    return value("null");
}

std::string JsonText::result() && {
    assert(open_.empty() && !has_key_);
    return std::move(out_) + '\n';
}

} // namespace landsea::io
