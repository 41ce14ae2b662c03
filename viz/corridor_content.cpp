#include "viz/detail/route_tracks.hpp"
#include "viz/route_content.hpp"

#include <algorithm>
#include <tuple>

namespace landsea::viz {

namespace {

/// Both directions of a stretch are one line on a map.
using Stretch = std::tuple<model::PlaceId, model::PlaceId, model::Mode, std::string>;

Stretch stretch_of(const model::Link& link) {
    return {std::min(link.from, link.to), std::max(link.from, link.to), link.mode, link.variant};
}

bool belongs(const model::Service& service, model::CorridorId corridor) {
    return std::ranges::find(service.corridors, corridor) != service.corridors.end();
}

/// The stretches of a corridor in runs, each once, and in which directions they are used.
std::vector<MapLeg> legs_of_corridor(model::CorridorId corridor, const model::Network& network) {
    std::map<Stretch, std::set<model::PlaceId>> begun_at;
    for (const model::Service& service : network.parts().services) {
        if (belongs(service, corridor)) {
            for (const model::LinkId link : service.route) {
                begun_at[stretch_of(network[link])].insert(network[link].from);
            }
        }
    }
    std::set<Stretch> drawn;
    std::vector<MapLeg> legs;
    for (const model::Service& service : network.parts().services) {
        if (!belongs(service, corridor)) {
            continue;
        }
        std::set<model::LinkId> fresh;
        Flow flow = Flow::onward;
        for (const model::LinkId link : service.route) {
            const Stretch stretch = stretch_of(network[link]);
            if (drawn.insert(stretch).second) {
                fresh.insert(link);
                flow = begun_at[stretch].size() > 1 ? Flow::both_ways : flow;
            }
        }
        for (MapLeg& leg : detail::legs_of(service.route, network, fresh)) {
            leg.flow = flow;
            legs.push_back(std::move(leg));
        }
    }
    return legs;
}

/// The ends of the services of a corridor.
std::set<model::PlaceId> ends_of(model::CorridorId corridor, const model::Network& network) {
    std::set<model::PlaceId> ends;
    for (const model::Service& service : network.parts().services) {
        if (belongs(service, corridor) && !service.route.empty()) {
            ends.insert(network[service.route.front()].from);
            ends.insert(network[service.route.back()].to);
        }
    }
    return ends;
}

/// The places that matter most: beyond some number signs hide what they stand for.
std::map<model::PlaceId, int> foremost(const std::map<model::PlaceId, int>& importance) {
    constexpr std::size_t most = 60;
    std::vector<std::pair<int, model::PlaceId>> order;
    order.reserve(importance.size());
    for (const auto& [place, weight] : importance) {
        order.emplace_back(-weight, place);
    }
    std::ranges::sort(order);
    order.resize(std::min(order.size(), most));
    std::map<model::PlaceId, int> kept;
    for (const auto& [weight, place] : order) {
        kept.emplace(place, -weight);
    }
    return kept;
}

} // namespace

MapContent corridor_content(const std::vector<model::CorridorId>& corridors,
                            const model::Network& network, const Languages& languages) {
    const model::Language language = languages.front();
    const bool one = corridors.size() == 1;
    MapContent content{
        .title =
            one ? network[corridors.front()].names.in(language)
                : model::Names{"Freight corridors", "货运通道", "Грузовые коридоры"}.in(language),
        .legend_title = model::Names{"Corridors", "通道", "Коридоры"}.in(language),
        .tracks = {}};
    std::map<model::PlaceId, int> importance;
    for (const model::CorridorId id : corridors) {
        const model::Corridor& corridor = network[id];
        MapTrack track{.id = detail::id_word(corridor.id),
                       .title = corridor.names.in(language),
                       .legend = corridor.names.in(language),
                       .look = content.tracks.size(),
                       .legs = legs_of_corridor(id, network)};
        if (track.legs.empty()) {
            continue; // no service is known for it: nothing to draw, nothing to explain
        }
        content.tracks.push_back(std::move(track));
        for (const model::PlaceId end : ends_of(id, network)) {
            ++importance[end];
        }
    }
    content.places = detail::map_places(foremost(importance), network);
    return content;
}

} // namespace landsea::viz
