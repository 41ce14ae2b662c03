#pragma once

#include "model/effect.hpp"
#include "scenarios/parameter.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace landsea::apps {

/// A word that names a kind of parameter.
struct ParameterKey {
    enum class Kind { number, dwell, price };
    std::string_view word;
    Kind kind{};
    model::Effect::Kind effect{};
    scenarios::Unit unit{};
    double low{}; ///< that is allowed
    double high{};
    const char* en{}; ///< goes before what it is about
    const char* zh{}; ///< goes after it
    std::optional<scenarios::AlterHauls::Number> of_hauls{};
    std::optional<scenarios::AlterWorks::Number> of_works{};
    std::optional<scenarios::AlterServices::Number> of_services{};
    scenarios::PriceOf price{};
};

/// "dwell:CNQZH=0..10d" in its pieces, which are not checked yet.
struct ParameterPieces {
    std::string word;  ///< all of it
    std::string about; ///< "dwell:CNQZH"
    std::string key;   ///< "dwell"
    std::string scope; ///< "CNQZH"
    std::string low;   ///< "0"
    std::string high;  ///< "10d"
};

/// The pieces of a word. Throws UsageError when there is no range.
ParameterPieces pieces_of(const std::string& word);

/// The key that the pieces name, by a short word or in full. Throws UsageError with the nearest.
const ParameterKey& key_called(const ParameterPieces& pieces);

/// The range of the pieces, in the unit of the key: "0..10d" is 0 to 240 hours. Throws UsageError.
void read_range(scenarios::Parameter& parameter, const ParameterPieces& pieces,
                const ParameterKey& key);

/// Throws a UsageError about a word.
[[noreturn]] void refuse_parameter(const std::string& word, const std::string& why);

} // namespace landsea::apps
