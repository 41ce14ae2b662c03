#pragma once

#include <string>

namespace landsea::model {

enum class Language { en, zh, ru };

/// What a thing is called. English and Chinese are always there; Russian where it is in use there.
struct Names {
    std::string en;
    std::string zh;
    std::string ru;

    /// The name in the language asked for, or in English where it has none.
    [[nodiscard]] const std::string& in(Language language) const {
        if (language == Language::zh && !zh.empty()) {
            return zh;
        }
        if (language == Language::ru && !ru.empty()) {
            return ru;
        }
        return en;
    }
};

} // namespace landsea::model
