#include "viz/detail/route_tracks.hpp"

#include <algorithm>
#include <cctype>

namespace landsea::viz::detail {

geo::Path path_of(const model::Link& link, const model::Network& network) {
    geo::Path path{network[link.from].location};
    path.insert(path.end(), link.shape.begin(), link.shape.end());
    path.push_back(network[link.to].location);
    return path;
}

std::vector<model::Haul> hauls_of(const scenarios::Answer& answer) {
    std::vector<model::Haul> hauls;
    for (const scenarios::AnswerStep& step : answer.steps) {
        if (const auto* haul = std::get_if<model::Haul>(&step.step.what)) {
            hauls.push_back(*haul);
        }
    }
    return hauls;
}

std::vector<MapLeg> legs_of(const std::vector<model::LinkId>& links, const model::Network& network,
                            const std::optional<std::set<model::LinkId>>& wanted) {
    std::vector<MapLeg> legs;
    std::optional<model::PlaceId> end;
    for (const model::LinkId id : links) {
        if (wanted && !wanted->contains(id)) {
            end.reset();
            continue;
        }
        const model::Link& link = network[id];
        if (!end || *end != link.from || legs.back().mode != link.mode) {
            legs.push_back({.mode = link.mode, .path = {}});
        }
        const geo::Path more = path_of(link, network);
        legs.back().path.insert(legs.back().path.end(), more.begin(), more.end());
        end = link.to;
    }
    return legs;
}

std::string id_word(const std::string& text) {
    std::string word = text;
    for (char& letter : word) {
        const bool fit = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
        letter = fit ? letter : '-';
    }
    return word;
}

std::vector<MapPlace> map_places(const std::map<model::PlaceId, int>& importance,
                                 const model::Network& network) {
    std::vector<MapPlace> places;
    for (const auto& [id, weight] : importance) {
        const model::Place& place = network[id];
        // Terminals are named by their city, once.
        const model::Place& shown = place.part_of ? network[*place.part_of] : place;
        places.push_back({.id = id_word(place.id),
                          .names = shown.names,
                          .at = place.location,
                          .part_of = shown.id,
                          .weight = weight});
    }
    return places;
}

} // namespace landsea::viz::detail
