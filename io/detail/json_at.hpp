#pragma once

#include "io/detail/json_value.hpp"
#include "io/detail/problem_list.hpp"

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landsea::io::detail {

/// A place in a JSON document that knows its file and JSON pointer and asks for what it needs.
///
/// A wrong value is written down once in the problem list and read as an empty default, so that
/// one run finds all problems; whoever reads a file calls `ProblemList::throw_if_any` before using
/// what was read. A place that is not there (`operator[]` has written that down; `find` leaves it
/// to you) answers every question with the default in silence. Small; the document and the list
/// must outlive it.
///
///     void read_town(const JsonAt& town) {
///         if (!town.is_object_of({"name", "people", "river"})) {
///             return;
///         }
///         const std::string name = town["name"].name();
///         const double people = town["people"].number_at_least(0);
///         if (const JsonAt river = town.find("river"); river.is_there()) { ... }
class JsonAt {
  public:
    /// The top level of a document, which must not move from now on.
    JsonAt(const JsonDocument& document, ProblemList& problems)
        : document_{&document}, problems_{&problems}, value_{&document.root} {}

    [[nodiscard]] bool is_there() const { return value_ != nullptr; }

    [[nodiscard]] bool is_object() const { return holds<JsonObject>(); }

    [[nodiscard]] bool is_list() const { return holds<JsonArray>(); }

    [[nodiscard]] bool is_text() const { return holds<std::string>(); }

    [[nodiscard]] bool is_number() const { return holds<double>(); }

    [[nodiscard]] bool is_text(std::string_view text) const {
        return is_text() && std::get<std::string>(value_->data) == text;
    }

    /// Whether it is an object. A problem for anything else and for each key that is not known,
    /// with the nearest known one.
    [[nodiscard]] bool is_object_of(std::initializer_list<std::string_view> known_keys) const;

    /// The value of a key; a problem when an object lacks it.
    JsonAt operator[](std::string_view key) const;

    /// The value of a key that may be left out.
    [[nodiscard]] JsonAt find(std::string_view key) const;

    /// The elements of a list; a problem for anything else.
    [[nodiscard]] std::vector<JsonAt> elements() const;

    /// The keys and values of an object, in the order of the file; a problem for anything else.
    [[nodiscard]] std::vector<std::pair<std::string, JsonAt>> members() const;

    /// Any text.
    [[nodiscard]] std::string text() const;

    /// A text that is more than blanks.
    [[nodiscard]] std::string name() const;

    /// Any number. JSON has only finite ones.
    [[nodiscard]] double number() const;

    [[nodiscard]] double number_at_least(double least) const;

    [[nodiscard]] double number_above(double bound) const;

    [[nodiscard]] double number_in(double low, double high) const;

    /// A number without a fraction; 1.0 is one.
    [[nodiscard]] int integer_in(int low, int high) const;

    /// The value that a word stands for.
    template <class E, std::size_t N>
    [[nodiscard]] E one_of(const std::array<std::pair<std::string_view, E>, N>& words) const {
        std::vector<std::string_view> names;
        for (const auto& [name, value] : words) {
            if (is_text(name)) {
                return value;
            }
            names.push_back(name);
        }
        problem(one_of_words(names));
        return words[0].second;
    }

    /// Writes down that something else was expected here; says what was found.
    void problem(const std::string& expected) const;

    /// The same where what was found is more than the value.
    void problem(const std::string& expected, const std::string& found) const;

    /// RFC 6901, empty for the top level. Of a place that is not there: of where it should be.
    [[nodiscard]] std::string pointer() const;

    [[nodiscard]] const std::string& file() const { return document_->file; }

    /// `expected` and the words nearest to `meant`: "the id of a place (nearest: CNQZH)".
    static std::string with_nearest(const std::string& expected, std::string_view meant,
                                    const std::vector<std::string_view>& words);

    /// What stands here; only where something does.
    [[nodiscard]] const JsonValue& value() const { return *value_; }

    /// The list that this and all places around it report to.
    [[nodiscard]] ProblemList& problems() const { return *problems_; }

  private:
    JsonAt(const JsonAt& parent, const JsonValue* value)
        : document_{parent.document_}, problems_{parent.problems_}, value_{value} {}

    template <class T>
    [[nodiscard]] bool holds() const {
        return is_there() && std::holds_alternative<T>(value_->data);
    }

    [[nodiscard]] std::optional<double> number_or_problem(const std::string& expected) const;

    static std::string one_of_words(const std::vector<std::string_view>& words);

    const JsonDocument* document_;
    ProblemList* problems_;
    const JsonValue* value_; ///< null when it is not there
};

} // namespace landsea::io::detail
