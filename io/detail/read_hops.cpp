#include "io/detail/read_lists.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

std::uint64_t key_of(model::PlaceId from, model::PlaceId to) {
    return static_cast<std::uint64_t>(from.index) << 32U | to.index;
}

} // namespace

Hops::Hops(const model::NetworkParts& parts) : parts_{parts} {
    for (const model::LinkId id : parts.links.ids()) {
        by_ends_[key_of(parts.links[id].from, parts.links[id].to)].push_back(id);
    }
}

std::vector<model::LinkId> Hops::between(model::PlaceId from, model::PlaceId to) const {
    const auto known = by_ends_.find(key_of(from, to));
    return known == by_ends_.end() ? std::vector<model::LinkId>{} : known->second;
}

model::LinkId Hops::link_of(const JsonAt& hop, model::PlaceId from, model::PlaceId to,
                            model::Mode mode, const std::string& variant) const {
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
    const std::string hop_words = parts_.places[from].id + " to " + parts_.places[to].id;
    std::string found;
    std::size_t of_the_mode = 0;
    for (const model::LinkId id : all) {
        const model::Link& link = parts_.links[id];
        of_the_mode += link.mode == mode ? 1 : 0;
        found += (found.empty() ? "" : ", ") + link.id + " (" +
                 std::string{model::name_of(link.mode)} +
                 (link.variant.empty() ? "" : ", variant " + link.variant) + ")";
    }
    hop.problem((of_the_mode == 0 ? "a " : "one ") + std::string{model::name_of(mode)} +
                    " link from " + hop_words +
                    (of_the_mode == 0 ? "" : ", told apart from others by its variant"),
                found.empty() ? "none" : found);
    return {};
}

} // namespace landsea::io::detail
