#include "scenarios/network_components.hpp"

#include "model/sea_services.hpp"

#include <algorithm>
#include <tuple>

namespace landsea::scenarios {

namespace {

using model::Link;
using model::LinkId;
using model::Mode;
using model::Network;
using model::PlaceId;

using Ends = std::pair<PlaceId, PlaceId>;

Ends ends_of(const Link& link) {
    return std::minmax(link.from, link.to);
}

bool is_twin(const Link& link) {
    return model::drawn_as(link.id) != link.id;
}

bool crosses_a_border(const Link& link, const Network& network) {
    return link.mode != Mode::sea && link.mode != Mode::air &&
           network[link.from].country != network[link.to].country;
}

template <class Key>
void use_known(const std::map<Key, std::size_t>& known, Key key, std::vector<std::size_t>& used) {
    if (const auto found = known.find(key); found != known.end()) {
        used.push_back(found->second);
    }
}

} // namespace

NetworkComponents::NetworkComponents(const Network& network,
                                     const std::vector<ComponentKind>& kinds)
    : network_{network} {
    for (const ComponentKind kind : kinds) {
        switch (kind) {
        case ComponentKind::leg:
            add_legs();
            break;
        case ComponentKind::place:
            add_places();
            break;
        case ComponentKind::border:
            add_borders();
            break;
        case ComponentKind::passage:
            add_passages();
            break;
        case ComponentKind::service:
            add_services();
            break;
        case ComponentKind::corridor:
            add_corridors();
            break;
        }
    }
}

std::size_t NetworkComponents::add(ComponentKind kind, model::Target target) {
    components_.push_back({kind, {std::move(target)}});
    return components_.size() - 1;
}

void NetworkComponents::add_legs() {
    std::map<std::tuple<Ends, Mode, std::string>, std::size_t> known;
    for (const LinkId id : network_.parts().links.ids()) {
        const Link& link = network_[id];
        const auto key = std::tuple{ends_of(link), link.mode, link.variant};
        const auto found = known.find(key);
        if (found == known.end()) {
            known.emplace(key, legs_[id] = add(ComponentKind::leg, id));
            continue;
        }
        legs_[id] = found->second;
        if (!is_twin(link)) { // a twin is closed with the link that it stands for
            components_[found->second].targets.emplace_back(id);
        }
    }
}

void NetworkComponents::add_places() {
    for (const PlaceId id : network_.parts().places.ids()) {
        places_[id] = add(ComponentKind::place, id);
    }
}

void NetworkComponents::add_borders() {
    std::map<Ends, std::size_t> known;
    for (const LinkId id : network_.parts().links.ids()) {
        const Link& link = network_[id];
        if (crosses_a_border(link, network_) && !known.contains(ends_of(link))) {
            known[ends_of(link)] =
                add(ComponentKind::border, model::Border{.one = link.from, .other = link.to});
        }
    }
    // A border is closed to all that goes between its ends: a ferry beside a bridge, too.
    for (const LinkId id : network_.parts().links.ids()) {
        if (const auto found = known.find(ends_of(network_[id])); found != known.end()) {
            borders_[id] = found->second;
        }
    }
}

void NetworkComponents::add_passages() {
    for (const model::PassageId id : network_.parts().passages.ids()) {
        passages_[id] = add(ComponentKind::passage, id);
    }
}

void NetworkComponents::add_services() {
    for (const model::ServiceId id : network_.parts().services.ids()) {
        const auto& detour = network_[id].detour;
        services_[id] = detour ? services_.at(detour->of) : add(ComponentKind::service, id);
    }
}

void NetworkComponents::add_corridors() {
    for (const model::CorridorId id : network_.parts().corridors.ids()) {
        corridors_[id] = add(ComponentKind::corridor, id);
    }
}

void NetworkComponents::use(const model::Haul& haul, std::vector<std::size_t>& used) const {
    const Link& link = network_[haul.link];
    use_known(legs_, haul.link, used);
    use_known(borders_, haul.link, used);
    use_known(services_, haul.service, used);
    for (const model::PassageId passage : link.passages) {
        use_known(passages_, passage, used);
    }
    for (const model::CorridorId corridor : network_[haul.service].corridors) {
        use_known(corridors_, corridor, used);
    }
    use(link.from, used);
    use(link.to, used);
}

void NetworkComponents::use(PlaceId place, std::vector<std::size_t>& used) const {
    use_known(places_, place, used);
    if (const auto city = network_[place].part_of) {
        use_known(places_, *city, used);
    }
}

std::vector<std::size_t> NetworkComponents::used_by(const model::Itinerary& route) const {
    std::vector<std::size_t> used;
    for (const model::Step& step : route.steps) {
        if (const auto* haul = std::get_if<model::Haul>(&step.what)) {
            use(*haul, used);
        }
        use(step.place, used);
    }
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

} // namespace landsea::scenarios
