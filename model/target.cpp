#include "model/target.hpp"

#include "model/overlay.hpp"
#include "model/sea_services.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
    return std::ranges::find(list, value) != list.end();
}

struct Uses {
    const Edge& edge;
    const Network& network;

    bool operator()(PlaceId place) const {
        return is_within(edge.place, place, network) ||
               (edge.link && is_within(network[*edge.link].to, place, network));
    }

    bool operator()(PassageId passage) const {
        return edge.link && holds(network[*edge.link].passages, passage);
    }

    bool operator()(CorridorId corridor) const {
        return edge.link && holds(network[*edge.to].corridors, corridor);
    }

    bool operator()(ServiceId service) const {
        return edge.link && (*edge.to == service || stands_for(network[*edge.to], service));
    }

    bool operator()(MeansId means) const { return edge.link && network[*edge.to].means == means; }

    bool operator()(Mode mode) const { return edge.link && network[*edge.link].mode == mode; }

    bool operator()(LinkId link) const {
        return edge.link &&
               (*edge.link == link || drawn_as(network[*edge.link].id) == network[link].id);
    }

    bool operator()(const Tag& tag) const {
        return edge.link && holds(network[*edge.to].tags, tag.word);
    }

    bool operator()(const Border& border) const {
        if (!edge.link) {
            return false;
        }
        const Link& link = network[*edge.link];
        return (link.from == border.one && link.to == border.other) ||
               (link.from == border.other && link.to == border.one);
    }

    bool operator()(const Country& country) const {
        return network[edge.place].country == country.code ||
               (edge.link && (holds(network[*edge.link].countries, country.code) ||
                              network[network[*edge.link].to].country == country.code));
    }
};

struct Describe {
    const Network& network;

    std::string operator()(PlaceId id) const { return "place " + network[id].id; }

    std::string operator()(PassageId id) const { return "passage " + network[id].id; }

    std::string operator()(CorridorId id) const { return "corridor " + network[id].id; }

    std::string operator()(ServiceId id) const { return "service " + network[id].id; }

    std::string operator()(MeansId id) const { return "means " + network[id].id; }

    std::string operator()(LinkId id) const { return "leg " + network[id].id; }

    std::string operator()(const Tag& tag) const { return "tag " + tag.word; }

    std::string operator()(const Border& border) const {
        return "border " + network[border.one].id + "|" + network[border.other].id;
    }

    std::string operator()(Mode mode) const { return "mode " + std::string{name_of(mode)}; }

    std::string operator()(const Country& country) const { return "country " + country.code; }
};

} // namespace

bool is_within(PlaceId place, PlaceId city, const Network& network) {
    return place == city || network[place].part_of == city;
}

bool uses(const Edge& edge, const Target& target, const Network& network) {
    return std::visit(Uses{edge, network}, target);
}

ClosureSet closures_of(const Constraints& constraints) {
    ClosureSet closed;
    for (const Target& target : constraints.avoid) {
        if (const auto* passage = std::get_if<PassageId>(&target)) {
            closed.push_back(*passage);
        }
    }
    std::ranges::sort(closed);
    closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
    return closed;
}

ClosureSet closures_of(const Query& query) {
    ClosureSet closed = closures_of(query.constraints);
    if (query.overlay) {
        const auto& more = query.overlay->closed_passages;
        ClosureSet both;
        std::ranges::set_union(closed, more, std::back_inserter(both));
        return both;
    }
    return closed;
}

std::string describe(const Target& target, const Network& network) {
    return std::visit(Describe{network}, target);
}

} // namespace landsea::model
