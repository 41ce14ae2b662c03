#include "io/thing_index.hpp"

#include "io/detail/json_at.hpp"
#include "io/detail/parse_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace landsea::io {

namespace {

/// The lists of a network file, and what messages call their members.
constexpr std::array<std::pair<const char*, const char*>, 9> lists{{
    {"seasons", "season"},
    {"causes", "cause"},
    {"emission_factors", "factor"},
    {"passages", "passage"},
    {"means", "means"},
    {"places", "place"},
    {"operations", "operation"},
    {"links", "link"},
    {"services", "service"},
}};

} // namespace

ThingIndex::ThingIndex(const std::vector<NetworkText>& files) {
    for (const NetworkText& file : files) {
        detail::ProblemList problems;
        const auto document = detail::parse_json(file.name, file.text, problems);
        if (!document) {
            continue;
        }
        const detail::JsonAt top{*document, problems};
        for (const auto& [list, thing] : lists) {
            const detail::JsonAt items = top.find(list);
            if (!items.is_list()) {
                continue;
            }
            std::size_t position = 0;
            for (const detail::JsonAt& item : items.elements()) {
                const std::string pointer =
                    "/" + std::string{list} + "/" + std::to_string(position++);
                if (const detail::JsonAt id = item.find("id"); id.is_text()) {
                    spots_.emplace(std::string{thing} + " " + id.text(), Spot{file.name, pointer});
                }
            }
        }
    }
}

std::optional<ThingIndex::Spot> ThingIndex::find(const std::string& thing) const {
    std::string id = thing.substr(0, thing.find(" on link "));
    id.resize(std::min(id.size(), id.find('~')));
    const auto found = spots_.find(id);
    return found == spots_.end() ? std::nullopt : std::optional{found->second};
}

} // namespace landsea::io
