#include "model/lookup.hpp"

#include "model/spelling.hpp"

#include <algorithm>
#include <array>

namespace landsea::model {

namespace {

bool same_word(std::string_view a, std::string_view b) {
    return !a.empty() && lower_case(a) == lower_case(b);
}

bool is_called(const Names& names, std::string_view text) {
    return same_word(names.en, text) || same_word(names.zh, text) || same_word(names.ru, text);
}

/// The first of a table's things that has the id, else the first that has the name.
template <class Tag, class T>
std::optional<Id<Tag>> find_in(const Table<Tag, T>& table, std::string_view text) {
    for (const auto id : table.ids()) {
        if (same_word(table[id].id, text)) {
            return id;
        }
    }
    for (const auto id : table.ids()) {
        if (is_called(table[id].names, text)) {
            return id;
        }
    }
    return std::nullopt;
}

std::optional<Target> find_mode(std::string_view text) {
    for (const auto& [name, mode] : mode_names) {
        if (same_word(name, text)) {
            return Target{mode};
        }
    }
    return std::nullopt;
}

std::optional<Target> find_country(const Network& network, std::string_view text) {
    const auto is_known = [&](const CountryCode& code) { return same_word(code, text); };
    for (const Place& place : network.parts().places) {
        if (is_known(place.country)) {
            return Target{Country{place.country}};
        }
    }
    for (const Link& link : network.parts().links) {
        const auto found = std::ranges::find_if(link.countries, is_known);
        if (found != link.countries.end()) {
            return Target{Country{*found}};
        }
    }
    return std::nullopt;
}

template <class T>
std::optional<Target> as_target(const std::optional<T>& id) {
    return id ? std::optional<Target>{Target{*id}} : std::nullopt;
}

using Finder = std::optional<Target> (*)(const Network&, std::string_view);

/// "A|B": what lies between two places that links join.
std::optional<Target> find_border(const Network& network, std::string_view text) {
    const std::size_t bar = text.find('|');
    if (bar == std::string_view::npos) {
        return std::nullopt;
    }
    const auto one = find_place(network, text.substr(0, bar));
    const auto other = find_place(network, text.substr(bar + 1));
    const auto joins = [&](const Link& link) {
        return (link.from == *one && link.to == *other) || (link.from == *other && link.to == *one);
    };
    if (!one || !other || std::ranges::none_of(network.parts().links, joins)) {
        return std::nullopt;
    }
    return Target{Border{*one, *other}};
}

/// Only after its prefix: links have names that nobody types by chance.
std::optional<Target> find_leg(const Network& network, std::string_view text) {
    const auto& links = network.parts().links;
    for (const LinkId id : links.ids()) {
        if (same_word(links[id].id, text)) {
            return Target{id};
        }
    }
    return std::nullopt;
}

std::optional<Target> find_tag(const Network& network, std::string_view text) {
    const bool known = std::ranges::any_of(network.parts().services, [&](const Service& service) {
        return std::ranges::find(service.tags, text) != service.tags.end();
    });
    return known ? std::optional<Target>{Tag{std::string{text}}} : std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Finder>, 10> finders{{
    {"passage", [](const Network& n,
                   std::string_view t) { return as_target(find_in(n.parts().passages, t)); }},
    {"place", [](const Network& n, std::string_view t) { return as_target(find_place(n, t)); }},
    {"corridor",
     [](const Network& n, std::string_view t) { return as_target(find_corridor(n, t)); }},
    {"service", [](const Network& n, std::string_view t) { return as_target(find_service(n, t)); }},
    {"means",
     [](const Network& n, std::string_view t) { return as_target(find_in(n.parts().means, t)); }},
    {"mode", [](const Network&, std::string_view t) { return find_mode(t); }},
    {"country", find_country},
    {"border", find_border},
    {"leg", find_leg},
    {"tag", find_tag},
}};

void add_names(std::vector<std::string>& list, const std::string& id, const Names& names) {
    list.push_back(id);
    list.push_back(names.en);
    if (!names.zh.empty()) {
        list.push_back(names.zh);
    }
}

} // namespace

std::optional<PlaceId> find_place(const Network& network, std::string_view text) {
    const auto& places = network.parts().places;
    const auto first = [&](auto matches) -> std::optional<PlaceId> {
        std::optional<PlaceId> terminal;
        for (const PlaceId id : places.ids()) {
            if (matches(places[id])) {
                if (!places[id].part_of) {
                    return id;
                }
                terminal = terminal ? terminal : id;
            }
        }
        return terminal;
    };
    if (const auto found = first([&](const Place& p) { return same_word(p.id, text); })) {
        return found;
    }
    if (const auto found = first([&](const Place& p) { return same_word(p.unlocode, text); })) {
        return found;
    }
    const auto has_alias = [&](const Place& p) {
        return std::ranges::any_of(p.aliases,
                                   [&](const std::string& a) { return same_word(a, text); });
    };
    if (const auto found = first(has_alias)) {
        return found;
    }
    return first(
        [&](const Place& p) { return is_called(p.names, text) || same_word(p.local_name, text); });
}

std::optional<CorridorId> find_corridor(const Network& network, std::string_view text) {
    return find_in(network.parts().corridors, text);
}

std::optional<ServiceId> find_service(const Network& network, std::string_view text) {
    return find_in(network.parts().services, text);
}

std::optional<Target> find_target(const Network& network, std::string_view text) {
    const std::size_t colon = text.find(':');
    for (const auto& [kind, find] : finders) {
        if (colon != std::string_view::npos && text.substr(0, colon) == kind) {
            return find(network, text.substr(colon + 1));
        }
    }
    for (const auto& [kind, find] : finders) {
        if (auto found = find(network, text)) {
            return found;
        }
    }
    return std::nullopt;
}

std::vector<std::string> place_names(const Network& network) {
    std::vector<std::string> list;
    for (const Place& place : network.parts().places) {
        add_names(list, place.id, place.names);
        if (!place.local_name.empty()) {
            list.push_back(place.local_name);
        }
        list.insert(list.end(), place.aliases.begin(), place.aliases.end());
    }
    return list;
}

std::vector<std::string> target_names(const Network& network) {
    std::vector<std::string> list = place_names(network);
    for (const Passage& passage : network.parts().passages) {
        add_names(list, passage.id, passage.names);
    }
    for (const Corridor& corridor : network.parts().corridors) {
        add_names(list, corridor.id, corridor.names);
    }
    for (const Service& service : network.parts().services) {
        list.push_back(service.id);
    }
    for (const Means& means : network.parts().means) {
        list.push_back(means.id);
    }
    for (const auto& [name, mode] : mode_names) {
        list.emplace_back(name);
    }
    return list;
}

} // namespace landsea::model
