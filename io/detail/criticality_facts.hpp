#pragma once

#include "io/detail/reach_facts.hpp"
#include "model/names.hpp"
#include "scenarios/criticality.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace landsea::io::detail {

/// The word of a kind: "leg".
std::string_view word_of(scenarios::ComponentKind kind);

/// The id of a component in its network: "CNQZH-SGSIN" of a leg, "Brest|Malaszewicze" of a border.
std::string id_of(const scenarios::Component& component, const model::Network& network);

/// What a component is called: "Qinzhou – Singapore" for a leg or a border.
model::Names names_of(const scenarios::Component& component, const model::Network& network);

/// What files say of a component at a position of the ranking, from 0, in the order of the columns:
/// the same names for all.
std::vector<Fact> facts_of(const scenarios::Criticality& found, std::size_t position,
                           const scenarios::CriticalityRanking& ranking,
                           const model::Network& network);

} // namespace landsea::io::detail
