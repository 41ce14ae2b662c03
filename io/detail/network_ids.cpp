#include "io/detail/network_ids.hpp"

#include <algorithm>
#include <array>

namespace landsea::io::detail {

namespace {

constexpr std::string_view id_rule = "an id of ASCII letters, digits and - _ . @ + : /";

/// No blank or comma, so that lists of ids can be typed, and no ~, which marks the way back.
bool is_id(std::string_view text) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-_.@+:/";
    constexpr std::size_t longest = 100;
    return !text.empty() && text.size() <= longest &&
           text.find_first_not_of(letters) == std::string_view::npos;
}

std::string place_text(const JsonAt& at, const std::string& other_file) {
    const std::string pointer = at.pointer();
    return at.file() == other_file ? pointer : at.file() + ": " + pointer;
}

/// Calls `visit` for each element of a list that may be missing in some of the files.
template <class Visit>
void for_each_item(const std::vector<JsonAt>& files, std::string_view list, Visit visit) {
    for (const JsonAt& file : files) {
        const JsonAt items = file.find(list);
        if (!items.is_list()) {
            continue; // said when the top level is read
        }
        for (const JsonAt& item : items.elements()) {
            if (item.is_object()) {
                visit(item);
            }
        }
    }
}

/// The operations that a place has from its handling class.
void expand_handling(const JsonAt& place, NetworkIds& ids) {
    const JsonAt handled_as = place.find("handled_as");
    if (!handled_as.is_text()) {
        return;
    }
    const auto handling = ids.handling_classes.place_of(handled_as.text());
    if (!handling || !handling->find("operations").is_list()) {
        return;
    }
    for (const JsonAt& operation : handling->find("operations").elements()) {
        if (operation.is_object()) {
            ids.operations.add_expanded(place, handled_as,
                                        operation_at(id_of(place), id_of(operation)));
        }
    }
}

} // namespace

void IdIndex::insert(const JsonAt& item, const JsonAt& place, const std::string& id) {
    const auto [known, is_new] = positions_.emplace(id, static_cast<std::uint32_t>(ids_.size()));
    if (!is_new) {
        if (place.problems().is_full()) {
            place.problems().add_unlisted();
        } else {
            place.problem("an id that no other " + thing_ + " has",
                          shortened(id) + ", as in " +
                              place_text(items_[known->second], item.file()));
        }
        return;
    }
    ids_.push_back(id);
    items_.push_back(item);
}

void IdIndex::add(const JsonAt& item) {
    const JsonAt id = item["id"];
    if (!id.is_there()) {
        return;
    }
    if (!id.is_text() || !is_id(id.text())) {
        id.problem(std::string{id_rule});
        return;
    }
    insert(item, id, id.text());
}

void IdIndex::add_derived(const JsonAt& item, const std::string& id) {
    // A repeated item has been refused already; so its way back is silent.
    if (!positions_.contains(id)) {
        insert(item, item, id);
    }
}

std::optional<std::uint32_t> IdIndex::find(std::string_view id) const {
    const auto known = positions_.find(std::string{id});
    return known == positions_.end() ? std::nullopt : std::optional{known->second};
}

std::uint32_t IdIndex::resolve(const JsonAt& reference, std::string_view id) const {
    if (!reference.is_there()) {
        return 0;
    }
    if (const auto known = find(id)) {
        return *known;
    }
    const std::string expected = "the id of a known " + thing_;
    if (reference.problems().is_full()) {
        reference.problem(expected);
    } else {
        const std::vector<std::string_view> valid{ids_.begin(), ids_.end()};
        reference.problem(reference.with_nearest(expected, id, valid));
    }
    return 0;
}

std::uint32_t IdIndex::resolve(const JsonAt& reference) const {
    if (reference.is_there() && !reference.is_text()) {
        reference.problem("the id of a known " + thing_);
        return 0;
    }
    return reference.is_there() ? resolve(reference, reference.text()) : 0;
}

std::optional<JsonAt> IdIndex::place_of(std::string_view id) const {
    const auto known = find(id);
    return known ? std::optional{items_[*known]} : std::nullopt;
}

std::string id_of(const JsonAt& item) {
    const JsonAt id = item.find("id");
    return id.is_text() ? id.text() : "";
}

std::string reverse_of(const std::string& link_id) {
    return link_id + "~reverse";
}

std::string return_of(const std::string& service_id) {
    return service_id + "~return";
}

std::string operation_at(const std::string& place_id, const std::string& suffix) {
    return place_id + "-" + suffix;
}

bool has_other_way(const JsonAt& item, std::string_view key) {
    const JsonAt other = item.find(key);
    return other.is_there() && !other.is_text("none");
}

NetworkIds ids_in(const std::vector<JsonAt>& files) {
    NetworkIds ids;
    const std::array<std::pair<std::string_view, IdIndex*>, 10> plain{{
        {"sources", &ids.sources},
        {"seasons", &ids.seasons},
        {"causes", &ids.causes},
        {"emission_factors", &ids.factors},
        {"passages", &ids.passages},
        {"means", &ids.means},
        {"places", &ids.places},
        {"handling_classes", &ids.handling_classes},
        {"operations", &ids.operations},
        {"corridors", &ids.corridors},
    }};
    for (const auto& [list, index] : plain) {
        for_each_item(files, list, [index = index](const JsonAt& item) { index->add(item); });
    }
    for_each_item(files, "places", [&](const JsonAt& place) { expand_handling(place, ids); });
    for_each_item(files, "links", [&](const JsonAt& link) {
        ids.links.add(link);
        if (has_other_way(link, "reverse")) {
            ids.links.add_derived(link, reverse_of(id_of(link)));
        }
    });
    for_each_item(files, "services", [&](const JsonAt& service) {
        ids.services.add(service);
        if (has_other_way(service, "return")) {
            ids.services.add_derived(service, return_of(id_of(service)));
        }
    });
    return ids;
}

} // namespace landsea::io::detail
