#pragma once

#include "model/id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::model {

/// How a number came to be known. `published`: read in a source. `derived`: computed from
/// published numbers, the derivation is stated. `assumed`: nobody was found who says so.
enum class Grade { published, derived, assumed };

struct Source {
    std::string id;
    std::string title;
    std::string publisher;
    std::optional<int> year; ///< absent when the source bears no date
    std::string note;        ///< what was not checked, or conflicts with what
};

/// Where a number comes from.
struct Evidence {
    Grade grade = Grade::assumed;
    std::vector<SourceId> sources; ///< never empty unless assumed
    std::optional<int> year;       ///< the year the number describes
    std::string note;              ///< the quote, the derivation or the reason to assume
};

} // namespace landsea::model
