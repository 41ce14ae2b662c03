#include "apps/place_kind.hpp"

#include "apps/usage_error.hpp"
#include "io/words.hpp"
#include "model/spelling.hpp"

#include <vector>

namespace landsea::apps {

model::PlaceKind place_kind_of(const std::string& word) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& [name, kind] : io::place_kind_words) {
        if (name == word) {
            return kind;
        }
        names.emplace_back(name);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    throw UsageError{"--kind: expected one of " + all + ", found \"" + word + "\"",
                     model::nearest(word, names, 3)};
}

} // namespace landsea::apps
