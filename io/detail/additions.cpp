#include "io/detail/additions.hpp"

#include "io/detail/network_ids.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace landsea::io::detail {

namespace {

std::set<std::string> ids_of(const std::vector<JsonAt>& files, std::string_view list) {
    std::set<std::string> ids;
    for (const JsonAt& file : files) {
        const JsonAt items = file.find(list);
        for (const JsonAt& item : items.is_there() ? items.elements() : std::vector<JsonAt>{}) {
            ids.insert(id_of(item));
        }
    }
    return ids;
}

/// What the additions bring with them.
struct Added {
    std::set<std::string> places;
    std::set<std::string> means;
    std::set<std::string> services; ///< their ways back included

    explicit Added(const std::vector<JsonAt>& files)
        : places{ids_of(files, "places")}, means{ids_of(files, "means")} {
        for (const std::string& id : ids_of(files, "services")) {
            services.insert({id, return_of(id)});
        }
    }
};

/// Whether all selectors of a list are of added means and services.
bool is_own(const std::vector<model::Selector>& selectors, const Added& added,
            const model::NetworkParts& parts) {
    return std::ranges::all_of(selectors, [&](const model::Selector& selector) {
        if (const auto* means = std::get_if<model::MeansId>(&selector)) {
            return added.means.contains(parts.means[*means].id);
        }
        const auto* service = std::get_if<model::ServiceId>(&selector);
        return service != nullptr && added.services.contains(parts.services[*service].id);
    });
}

bool is_apart(const model::Operation& operation, const Added& added,
              const model::NetworkParts& parts) {
    if (added.places.contains(parts.places[operation.place].id)) {
        return true;
    }
    if (const auto* handling = std::get_if<model::Handling>(&operation.trigger)) {
        return is_own(handling->from, added, parts) || is_own(handling->to, added, parts);
    }
    if (const auto* passing = std::get_if<model::Passing>(&operation.trigger)) {
        return is_own(passing->on, added, parts);
    }
    const auto& crossing = std::get<model::Crossing>(operation.trigger);
    return added.places.contains(parts.places[crossing.other].id) ||
           is_own(crossing.on, added, parts);
}

} // namespace

void set_apart(const std::vector<JsonAt>& additions, model::NetworkParts& parts) {
    if (additions.empty()) {
        return;
    }
    const Added added{additions};
    for (const model::ServiceId id : parts.services.ids()) {
        if (added.services.contains(parts.services[id].id)) {
            parts.services[id].standing = {
                .state = model::Standing::State::planned, .opens = {}, .why = "part of a scenario"};
        }
    }
    for (const JsonAt& file : additions) {
        const JsonAt items = file.find("operations");
        for (const JsonAt& item : items.is_there() ? items.elements() : std::vector<JsonAt>{}) {
            const std::string id = id_of(item);
            const auto found = std::ranges::find(parts.operations, id, &model::Operation::id);
            if (found != parts.operations.end() && !is_apart(*found, added, parts)) {
                item.problem("an operation at a place, or of means and services, that the scenario "
                             "adds",
                             "operation " + id + " at " + parts.places[(*found).place].id);
            }
        }
    }
}

} // namespace landsea::io::detail
