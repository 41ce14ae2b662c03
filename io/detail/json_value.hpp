#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace landsea::io::detail {

struct JsonMember;
struct JsonValue;

using JsonArray = std::vector<JsonValue>;
/// In the order of the file; no key twice.
using JsonObject = std::vector<JsonMember>;

/// A parsed JSON value. All numbers are finite doubles.
struct JsonValue {
    std::variant<std::nullptr_t, bool, double, std::string, JsonArray, JsonObject> data;
};

struct JsonMember {
    std::string key;
    JsonValue value;
};

/// A JSON text and the file it came from, as messages call it.
struct JsonDocument {
    std::string file;
    JsonValue root;
};

/// The value as a message quotes it, on one line and at most about 60 characters long: `"train"`,
/// `95`, `an object`, `a list of 3`. Control characters are escaped.
std::string shortened(const JsonValue& value);

/// A text as a message quotes it: `"train"`.
std::string shortened(const std::string& text);

/// The text between quotes as JSON escapes it, without the quotes.
std::string escaped(const std::string& text);

/// A text that is equal for two values exactly when they differ in layout and order of keys only:
/// like JSON without spaces, keys in order of their bytes, numbers as short as they read back.
std::string canonical_text(const JsonValue& value);

/// The value as a JSON text on one line.
std::string json_text(const JsonValue& value);

} // namespace landsea::io::detail
