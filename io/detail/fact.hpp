#pragma once

#include "io/json_text.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace landsea::io::detail {

/// One thing that is said of a place or link; `std::monostate` where there is nothing to say.
struct Fact {
    std::string name; ///< ends in the unit
    std::variant<std::monostate, std::string, double> value;
};

/// The facts as members of the open object, numbers with so many decimals at most.
void write_facts(JsonText& json, const std::vector<Fact>& facts, int decimals);

/// Words in a row: "rail, sea" with ", " between them.
std::string joined(const std::vector<std::string>& words, std::string_view between);

/// A key and a list of texts.
void write_list(JsonText& json, std::string_view key, const std::vector<std::string>& words);

} // namespace landsea::io::detail
