#include "apps/usage_error.hpp"

namespace landsea::apps {

std::string UsageError::suggestion(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? " or " : ", ";
        }
        text += words[i];
    }
    return words.empty() ? text : "; did you mean " + text + "?";
}

} // namespace landsea::apps
