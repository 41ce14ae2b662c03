#include "io/detail/import_links.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace landsea::io::detail {

namespace {

constexpr std::string_view reverse_mark = "~reverse";

std::string field(const ImportRecord& record, std::string_view name) {
    const auto found = record.fields.find(name);
    return found == record.fields.end() ? std::string{} : found->second;
}

std::string reversed_list(const std::string& text) {
    std::string out;
    for (std::size_t end = text.size(); end > 0;) {
        const std::size_t bar = text.rfind('|', end - 1);
        const std::size_t begin = bar == std::string::npos ? 0 : bar + 1;
        out += (out.empty() ? "" : "|") + text.substr(begin, end - begin);
        end = bar == std::string::npos ? 0 : bar;
    }
    return out;
}

/// Whether the second link is the first one's way back in all that a network file takes from it.
bool is_way_back(const ImportRecord& there, const ImportRecord& back) {
    constexpr std::array same{"mode",           "variant",         "standing",
                              "length_basis",   "length_low_km",   "length_typical_km",
                              "length_high_km", "emission_factor", "price_year"};
    return field(there, "from") == field(back, "to") && field(there, "to") == field(back, "from") &&
           field(there, "countries") == reversed_list(field(back, "countries")) &&
           field(there, "passages") == reversed_list(field(back, "passages")) &&
           std::ranges::all_of(
               same, [&](const char* name) { return field(there, name) == field(back, name); });
}

/// Gives links of one mode between the same places variants that differ.
void tell_apart(std::vector<ImportLink>& links) {
    std::map<std::string, int> hops;
    const auto hop = [](const ImportRecord& link, const char* from, const char* to) {
        return field(link, from) + " " + field(link, to) + " " + field(link, "mode");
    };
    for (const ImportLink& link : links) {
        ++hops[hop(*link.there, "from", "to")];
        if (link.back != nullptr || link.is_undirected) {
            ++hops[hop(*link.there, "to", "from")];
        }
    }
    for (ImportLink& link : links) {
        const bool is_alone = hops[hop(*link.there, "from", "to")] == 1 &&
                              ((link.back == nullptr && !link.is_undirected) ||
                               hops[hop(*link.there, "to", "from")] == 1);
        link.variant = is_alone ? field(*link.there, "variant") : link.id;
    }
}

} // namespace

std::string legal_id(std::string id) {
    std::ranges::replace(id, '~', '+');
    return id;
}

std::vector<ImportLink> links_to_write(const ImportSource& source,
                                       std::vector<std::string>& remarks) {
    std::unordered_map<std::string, const ImportRecord*> by_id;
    for (const ImportRecord& link : source.links) {
        by_id.emplace(field(link, "id"), &link);
    }
    std::vector<ImportLink> links;
    std::size_t renamed = 0;
    for (const ImportRecord& link : source.links) {
        const std::string id = field(link, "id");
        if (id.ends_with(reverse_mark)) {
            const auto there = by_id.find(id.substr(0, id.size() - reverse_mark.size()));
            if (there != by_id.end() && is_way_back(*there->second, link)) {
                continue; // written with its way out
            }
        }
        const auto back = by_id.find(id + std::string{reverse_mark});
        const bool has_back = back != by_id.end() && is_way_back(link, *back->second);
        const std::string directed = field(link, "directed");
        links.push_back({.there = &link,
                         .back = has_back ? back->second : nullptr,
                         .is_undirected = directed == "false" && !has_back,
                         .id = legal_id(id),
                         .variant = {}});
        renamed += links.back().id != id ? 1 : 0;
    }
    if (renamed > 0) {
        remarks.push_back("links renamed, with + for ~ in their ids: " + std::to_string(renamed));
    }
    tell_apart(links);
    return links;
}

} // namespace landsea::io::detail
