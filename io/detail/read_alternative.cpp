#include "io/detail/read_alternative.hpp"

#include "model/lookup.hpp"

namespace landsea::io::detail {

namespace {

std::vector<model::Target> read_targets(const JsonAt& list, const model::Network& network) {
    std::vector<model::Target> targets;
    if (!list.is_there()) {
        return targets;
    }
    for (const JsonAt& word : list.elements()) {
        const std::string text = word.name();
        if (text.empty()) {
            continue;
        }
        if (auto target = model::find_target(network, text)) {
            targets.push_back(std::move(*target));
            continue;
        }
        const auto names = model::target_names(network);
        const std::size_t colon = text.find(':');
        const std::string bare = colon == std::string::npos ? text : text.substr(colon + 1);
        word.problem(JsonAt::with_nearest("a target such as \"corridor:ID\" or \"place:ID\"", bare,
                                          {names.begin(), names.end()}));
    }
    return targets;
}

template <class Tag, class T>
model::Id<Tag> read_id(const JsonAt& id, const model::Network& network,
                       const model::Table<Tag, T>& table, const char* expected) {
    const std::string text = id.name();
    if (text.empty()) {
        return {};
    }
    std::vector<std::string_view> ids;
    for (const model::Id<Tag> candidate : table.ids()) {
        if (network[candidate].id == text) {
            return candidate;
        }
        ids.emplace_back(network[candidate].id);
    }
    id.problem(JsonAt::with_nearest(expected, text, ids));
    return {};
}

} // namespace

model::Names read_plain_names(const JsonAt& names) {
    if (!names.is_object_of({"en", "zh", "ru"})) {
        return {};
    }
    const JsonAt ru = names.find("ru");
    return {.en = names["en"].name(),
            .zh = names["zh"].name(),
            .ru = ru.is_there() ? ru.name() : std::string{}};
}

model::PlaceId read_place_id(const JsonAt& id, const model::Network& network) {
    return read_id(id, network, network.parts().places, "the id of a place");
}

model::CorridorId read_corridor_id(const JsonAt& id, const model::Network& network) {
    return read_id(id, network, network.parts().corridors, "the id of a corridor");
}

scenarios::Alternative read_alternative(const JsonAt& alternative, const model::Network& network) {
    if (!alternative.is_object_of({"id", "names", "via", "avoid"})) {
        return {};
    }
    return {.id = alternative["id"].name(),
            .names = read_plain_names(alternative["names"]),
            .constraints = {.via = read_targets(alternative.find("via"), network),
                            .avoid = read_targets(alternative.find("avoid"), network)}};
}

std::vector<model::Hours> read_bounds(const JsonAt& days) {
    std::vector<model::Hours> bounds;
    for (const JsonAt& day : days.elements()) {
        bounds.push_back(model::from_days(day.number_above(0.0)));
    }
    return bounds;
}

} // namespace landsea::io::detail
