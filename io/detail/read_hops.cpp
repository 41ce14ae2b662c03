#include "io/detail/read_lists.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

std::uint64_t key_of(model::PlaceId from, model::PlaceId to) {
    return static_cast<std::uint64_t>(from.index) << 32U | to.index;
}

bool has_known_mode(const JsonAt& item) {
    return std::ranges::any_of(
        model::mode_names, [&](const auto& word) { return item.find("mode").is_text(word.first); });
}

bool all_of(const std::vector<JsonAt>& files, std::string_view list, const auto& is_sound) {
    return std::ranges::all_of(files, [&](const JsonAt& file) {
        const JsonAt items = file.find(list);
        return !items.is_there() ||
               (items.is_list() && std::ranges::all_of(items.elements(), is_sound));
    });
}

bool are_ends_known(const std::vector<JsonAt>& files, const NetworkIds& ids) {
    const auto is_known = [&](const JsonAt& place) {
        return place.is_text() && ids.places.find(place.text());
    };
    return all_of(files, "means", has_known_mode) &&
           all_of(files, "links", [&](const JsonAt& link) {
               return has_known_mode(link) && is_known(link.find("from")) &&
                      is_known(link.find("to"));
           });
}

std::string with_article(std::string_view noun) {
    const bool is_vowel = std::string_view{"aeiou"}.find(noun.front()) != std::string_view::npos;
    return (is_vowel ? "an " : "a ") + std::string{noun};
}

} // namespace

Hops::Hops(model::NetworkParts& parts, const std::vector<JsonAt>& files, const NetworkIds& ids)
    : parts_{parts}, is_complete_{are_ends_known(files, ids)} {
    for (const model::LinkId id : parts.links.ids()) {
        by_ends_[key_of(parts.links[id].from, parts.links[id].to)].push_back(id);
    }
}

std::vector<model::LinkId> Hops::between(model::PlaceId from, model::PlaceId to) const {
    const auto known = by_ends_.find(key_of(from, to));
    return known == by_ends_.end() ? std::vector<model::LinkId>{} : known->second;
}

model::LinkId Hops::link_of(const JsonAt& hop, model::PlaceId from, model::PlaceId to,
                            model::MeansId means, const std::string& variant) {
    const model::Mode mode = parts_.means[means].mode;
    const auto all = between(from, to);
    std::vector<model::LinkId> fitting;
    const auto keep = [&](const auto& wanted) {
        fitting.clear();
        std::ranges::copy_if(all, std::back_inserter(fitting), [&](model::LinkId id) {
            return parts_.links[id].mode == mode && wanted(parts_.links[id]);
        });
        return fitting.size() == 1;
    };
    if ((!variant.empty() &&
         keep([&](const model::Link& link) { return link.variant == variant; })) ||
        keep([](const model::Link&) { return true; }) ||
        keep([](const model::Link& link) { return link.variant.empty(); })) {
        return fitting.front();
    }
    if (fitting.empty() && parts_.means[means].sailing && from != to) {
        const bool none_stated = std::ranges::none_of(
            all, [&](model::LinkId id) { return parts_.links[id].mode == mode; });
        if (none_stated) {
            return computed(from, to, means, {});
        }
    }
    if (is_complete_) {
        complain(hop, parts_.places[from].id + " to " + parts_.places[to].id, mode, all);
    }
    return {};
}

model::LinkId Hops::computed(model::PlaceId from, model::PlaceId to, model::MeansId means,
                             const model::CourseRules& rules) {
    std::string id =
        parts_.places[from].id + "-" + parts_.places[to].id + "~" + parts_.means[means].id;
    const auto name = [&](const char* word, const std::vector<model::PassageId>& passages) {
        for (const model::PassageId passage : passages) {
            if (passage.index >= parts_.passages.size()) {
                continue; // unknown, which is said where it stands
            }
            id += word + parts_.passages[passage].id;
        }
    };
    name("!", rules.avoid);
    name("+", rules.via);
    const auto [known, is_new] = computed_.emplace(id, model::LinkId{});
    if (is_new) {
        known->second =
            parts_.links.add({.id = id,
                              .from = from,
                              .to = to,
                              .mode = model::Mode::sea,
                              .emission_factor = parts_.means[means].sailing->emission_factor,
                              .course = rules,
                              .computed_for = means});
    }
    return known->second;
}

void Hops::complain(const JsonAt& hop, const std::string& ends, model::Mode mode,
                    const std::vector<model::LinkId>& between) const {
    std::string found;
    bool is_by_mode = false;
    for (const model::LinkId id : between) {
        const model::Link& link = parts_.links[id];
        is_by_mode = is_by_mode || link.mode == mode;
        found += (found.empty() ? "" : ", ") + link.id + " (" +
                 std::string{model::name_of(link.mode)} +
                 (link.variant.empty() ? "" : ", variant " + link.variant) + ")";
    }
    const std::string words = std::string{model::name_of(mode)} + " link from " + ends;
    hop.problem(is_by_mode ? "one " + words + ", told apart from others by its variant"
                           : with_article(words),
                found.empty() ? "none" : found);
}

} // namespace landsea::io::detail
