#include "apps/arguments.hpp"

#include "apps/usage_error.hpp"
#include "model/spelling.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <deque>

namespace landsea::apps {

namespace {

std::vector<std::string> option_names(const Usage& usage) {
    std::vector<std::string> names{"--help"};
    for (const Option& option : usage.options) {
        names.push_back(option.name);
    }
    return names;
}

/// "-" is standard input and "-8.1,115.2" a point south of the equator.
bool looks_like_option(const std::string& word) {
    return word.size() > 1 && word.front() == '-' && word[1] != '.' &&
           !(word[1] >= '0' && word[1] <= '9');
}

[[noreturn]] void refuse_unknown(const Usage& usage, const std::vector<std::string>& remaining) {
    const std::string& word = remaining.front();
    if (looks_like_option(word)) {
        const std::string name = word.substr(0, word.find('='));
        throw UsageError{usage.verb + ": unknown option " + name,
                         model::nearest(name, option_names(usage), 3)};
    }
    throw UsageError{usage.verb + ": expected at most " + std::to_string(usage.words.size()) +
                     " words, found one more: " + word};
}

std::string missing(const Option& option, const std::string& found) {
    return option.name + ": expected " + option.value + " (" + option.help + "), found " + found;
}

/// CLI11 says "--month: 1 required TEXT missing"; we say what is expected.
std::string explained(const std::string& complaint, const Usage& usage) {
    for (const Option& option : usage.options) {
        if (!option.value.empty() && complaint.starts_with(option.name + ":")) {
            return missing(option, "nothing");
        }
    }
    return complaint;
}

bool takes_many(const Usage& usage) {
    return !usage.words.empty() && usage.words.back().occurs == Occurs::repeatedly;
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

} // namespace

bool Arguments::has(std::string_view option) const {
    return last(option).has_value();
}

std::optional<std::string> Arguments::last(std::string_view option) const {
    std::optional<std::string> found;
    for (const auto& [name, value] : options_) {
        if (name == option) {
            found = value;
        }
    }
    return found;
}

std::vector<std::string> Arguments::all(std::string_view option) const {
    std::vector<std::string> found;
    for (const auto& [name, value] : options_) {
        if (name == option) {
            found.push_back(value);
        }
    }
    return found;
}

double Arguments::number(std::string_view option, double otherwise, double low, double high) const {
    const auto text = last(option);
    if (!text) {
        return otherwise;
    }
    double value{};
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    const bool whole = error == std::errc{} && end == text->data() + text->size();
    if (!whole || !(value >= low && value <= high)) {
        const auto plain = [](double bound) {
            std::string digits(32, '\0');
            const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), bound);
            digits.resize(static_cast<std::size_t>(written.ptr - digits.data()));
            return digits;
        };
        throw UsageError{std::string{option} + ": expected a number from " + plain(low) + " to " +
                         plain(high) + ", found \"" + *text + "\""};
    }
    return value;
}

double Arguments::whole_number(std::string_view option, double otherwise, double low,
                               double high) const {
    const double value = number(option, otherwise, low, high);
    if (value != std::floor(value)) {
        throw UsageError{std::string{option} + ": expected a whole number, found \"" +
                         *last(option) + "\""};
    }
    return value;
}

Arguments parse(const Usage& usage, const std::vector<std::string>& typed) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::string> words;
    std::deque<std::vector<std::string>> values;
    std::deque<bool> flags;
    for (const Option& option : usage.options) {
        if (option.value.empty()) {
            flags.push_back(false);
            app.add_flag(option.name, flags.back());
        } else {
            values.emplace_back();
            app.add_option(option.name, values.back())
                ->expected(1)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                ->allow_extra_args(false);
        }
    }
    std::vector<std::string> reversed(typed.rbegin(), typed.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& error) {
        throw UsageError{usage.verb + ": " + explained(error.what(), usage)};
    }
    for (const std::string& word : app.remaining()) {
        if (looks_like_option(word) || (words.size() >= usage.words.size() && !takes_many(usage))) {
            refuse_unknown(usage, {word});
        }
        words.push_back(word);
    }
    if (words.size() < usage.fewest_words) {
        throw UsageError{usage.verb + ": expected " + usage.words[words.size()].name + " (" +
                         usage.words[words.size()].help + ")"};
    }
    std::vector<std::pair<std::string, std::string>> given;
    std::size_t value = 0;
    std::size_t flag = 0;
    for (const Option& option : usage.options) {
        if (option.value.empty()) {
            if (flags[flag++]) {
                given.emplace_back(option.name, "");
            }
        } else {
            for (const std::string& text : values[value++]) {
                if (text.starts_with("--")) {
                    throw UsageError{usage.verb + ": " + missing(option, "the option " + text)};
                }
                given.emplace_back(option.name, text);
            }
        }
    }
    return {std::move(words), std::move(given)};
}

std::string help_text(const Usage& usage) {
    std::string text = "landsea " + usage.verb;
    for (std::size_t i = 0; i < usage.words.size(); ++i) {
        const bool optional = i >= usage.fewest_words;
        text += (optional ? " [" : " ") + usage.words[i].name +
                (usage.words[i].occurs == Occurs::repeatedly ? "..." : "") + (optional ? "]" : "");
    }
    text += usage.options.empty() ? "\n" : " [options]\n";
    text += "  " + usage.summary + "\n\n";
    for (const Word& word : usage.words) {
        text += "  " + padded(word.name, 34) + word.help + "\n";
    }
    text += usage.words.empty() ? "" : "\n";
    for (const Option& option : usage.options) {
        const std::string left = option.name + (option.value.empty() ? "" : " " + option.value);
        text += "  " + padded(left, 34) + option.help + "\n";
    }
    text += "  " + padded("--help", 34) + "this text\n";
    text += usage.examples.empty() ? "" : "\nExamples:\n";
    for (const std::string& example : usage.examples) {
        text += "  landsea " + example + "\n";
    }
    return text + "\nMore: docs/verbs/" + usage.verb + ".md\n";
}

std::optional<double> number_in(std::string_view text) {
    double value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && !text.empty();
    return whole ? std::optional{value} : std::nullopt;
}

} // namespace landsea::apps
