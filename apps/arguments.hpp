#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace landsea::apps {

/// An option of a verb, such as `--month M`.
struct Option {
    std::string name;  ///< with its dashes
    std::string value; ///< what follows it, for the help text; empty for a flag
    std::string help;
};

/// How often a word may be given.
enum class Occurs { once, repeatedly };

/// A word that a verb takes without an option name. Only the last one may occur repeatedly.
struct Word {
    std::string name;
    std::string help;
    Occurs occurs = Occurs::once;
};

/// What the command line of a verb looks like.
struct Usage {
    std::string verb;
    std::string summary;
    std::vector<Word> words;
    std::size_t fewest_words{};
    std::vector<Option> options;
    std::vector<std::string> examples; ///< without the program's name
};

/// What a user typed, checked against a usage.
class Arguments {
  public:
    Arguments(std::vector<std::string> words,
              std::vector<std::pair<std::string, std::string>> options)
        : words_{std::move(words)}, options_{std::move(options)} {}

    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

    [[nodiscard]] bool has(std::string_view option) const;

    /// The last value given, so that a script can append an override.
    [[nodiscard]] std::optional<std::string> last(std::string_view option) const;

    /// All values given, in order; an option may be repeated.
    [[nodiscard]] std::vector<std::string> all(std::string_view option) const;

    /// The value as a number, or `otherwise`. Throws UsageError when it is not a number in
    /// [low, high].
    [[nodiscard]] double number(std::string_view option, double otherwise, double low,
                                double high) const;

    /// The same for a number without a fraction.
    [[nodiscard]] double whole_number(std::string_view option, double otherwise, double low,
                                      double high) const;

    /// All that was given, for the identity of a result.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& options() const {
        return options_;
    }

  private:
    std::vector<std::string> words_;
    std::vector<std::pair<std::string, std::string>> options_;
};

/// The whole text as a number, whatever the locale.
std::optional<double> number_in(std::string_view text);

/// Reads the words after the verb. Throws UsageError with the nearest valid option.
Arguments parse(const Usage& usage, const std::vector<std::string>& typed);

/// The help text of a verb.
std::string help_text(const Usage& usage);

} // namespace landsea::apps
