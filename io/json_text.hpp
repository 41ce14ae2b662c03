#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

/// Whether JSON stands on many indented lines or on one.
enum class JsonLayout { indented, one_line };

/// Writes JSON from front to back: keys stay in the order of writing, equal calls give equal bytes.
///
///     JsonText json;
///     json.open_object();
///     json.key("days").number(10.5);
///     json.key("places").open_list();
///     json.text("CNQZH").close_list();
///     json.close_object();
///     std::move(json).result();   // {"days": 10.5, "places": ["CNQZH"]} over several lines
///
/// A value without a key in an object, a key in a list and the like are bugs (assert).
class JsonText {
  public:
    explicit JsonText(JsonLayout layout = JsonLayout::indented) : layout_{layout} {}

    JsonText& open_object();
    JsonText& close_object();
    JsonText& open_list();
    JsonText& close_list();
    JsonText& key(std::string_view key);

    /// UTF-8; quotes, backslashes and control characters are escaped.
    JsonText& text(std::string_view words);

    /// The shortest decimal that reads back as the same double; null when it is not finite, as JSON
    /// has no word for that.
    JsonText& number(double number);

    /// Rounded to so many decimals (see `fixed_text`), then as short as can be.
    JsonText& number(double number, int decimals);

    JsonText& integer(std::int64_t number);
    JsonText& truth(bool truth);
    JsonText& null();

    /// All that was written and a line end. Everything opened is closed.
    [[nodiscard]] std::string result() &&;

  private:
    struct Open {
        bool is_object;
        bool is_empty;
    };

    JsonText& value(std::string_view token);
    void before_value();
    void new_line();
    JsonText& open(char bracket);
    JsonText& close(char bracket);

    JsonLayout layout_;
    std::string out_;
    std::vector<Open> open_;
    bool has_key_ = false;
};

} // namespace landsea::io
