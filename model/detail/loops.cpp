#include "model/detail/loops.hpp"

namespace landsea::model::detail {

namespace {

PlaceId city_of(PlaceId place, const Network& network) {
    return network[place].part_of.value_or(place);
}

bool boards_what_it_left(const std::vector<std::uint32_t>& path, std::size_t i,
                         const SearchSpace& space) {
    return space.edge(path[i]).kind == Edge::Kind::take &&
           space.edge(path[i]).to == space.edge(path[i - 2]).from;
}

} // namespace

Visits::Visits(const SearchSpace& space) : space_{&space} {
    arrive(space.source(), PlaceId{space.source() / space.layers() / 2});
}

bool Visits::comes_back(std::uint32_t arc) const {
    const Edge& edge = space_->edge(arc);
    if (!edge.link) {
        return false;
    }
    const Network& network = space_->graph().network();
    const std::uint32_t layer = space_->layer_of(space_->arcs()[arc].head);
    const PlaceId to = network[*edge.link].to;
    const PlaceId city = city_of(to, network);
    return places_.contains({to, layer}) ||
           (city != city_of(edge.place, network) && cities_.contains({city, layer}));
}

void Visits::go(std::uint32_t arc) {
    const Edge& edge = space_->edge(arc);
    arrive(space_->arcs()[arc].head,
           edge.link ? space_->graph().network()[*edge.link].to : edge.place);
}

void Visits::arrive(std::uint32_t vertex, PlaceId place) {
    const std::uint32_t layer = space_->layer_of(vertex);
    places_.emplace(place, layer);
    cities_.emplace(city_of(place, space_->graph().network()), layer);
}

std::size_t loopless_part(const std::vector<std::uint32_t>& path, const SearchSpace& space) {
    Visits visits{space};
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (visits.comes_back(path[i]) || boards_what_it_left(path, i, space)) {
            return i;
        }
        visits.go(path[i]);
    }
    return path.size();
}

} // namespace landsea::model::detail
