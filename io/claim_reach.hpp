#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/claim.hpp"

#include <string>

namespace landsea::io {

/// The reach that a claim states; nullptr when it states none.
const scenarios::StatedReach* stated_reach(const scenarios::Claim& claim);

/// "503 ports in 121 countries"; empty when the claim states no reach.
std::string stated_reach_text(const scenarios::Claim& claim, model::Language language);

/// What the network holds for the corridor of the claim, in the same words: the ports that it leads
/// to. Empty when the claim states no reach.
std::string counted_reach_text(const scenarios::Claim& claim, const scenarios::Judgement& judgement,
                               model::Language language);

/// For each corridor, the ports and countries that it leads to and is the quickest to.
std::string counted_reach_table(const scenarios::Judgement& judgement,
                                const model::Network& network, const Presentation& presentation);

} // namespace landsea::io
