#pragma once

#include "model/network.hpp"
#include "scenarios/comparison.hpp"
#include "viz/map_content.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace landsea::viz::detail {

/// The points of a link, its ends included.
geo::Path path_of(const model::Link& link, const model::Network& network);

/// The hauls of an answer, in order.
std::vector<model::Haul> hauls_of(const scenarios::Answer& answer);

/// The legs of links that follow each other: one for each run of one mode, so that dashes go on
/// over junctions. Links that are not in `wanted` are left out and end a run; an empty optional
/// wants all.
std::vector<MapLeg> legs_of(const std::vector<model::LinkId>& links, const model::Network& network,
                            const std::optional<std::set<model::LinkId>>& wanted = {});

/// A word fit to be part of an id.
std::string id_word(const std::string& text);

/// Places by how much they matter, as a map's places in the order of the network.
std::vector<MapPlace> map_places(const std::map<model::PlaceId, int>& importance,
                                 const model::Network& network);

} // namespace landsea::viz::detail
