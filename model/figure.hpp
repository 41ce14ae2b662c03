#pragma once

#include "model/network.hpp"

#include <functional>
#include <string>

namespace landsea::model {

/// One number of a network and where it comes from.
struct Figure {
    std::string thing; ///< "link CNSHA-SGSIN"
    std::string name;  ///< "time"
    const Evidence* evidence{};
    bool says_nothing = false; ///< a factor of exactly 1, which nobody has to explain
};

/// Calls `visit` for every number of a network that bears evidence, in the order of its parts:
/// positions, lengths, times, prices, frequencies, factors, probabilities, refusals. The evidence
/// lives as long as the parts.
void each_figure(const NetworkParts& parts, const std::function<void(const Figure&)>& visit);

} // namespace landsea::model
