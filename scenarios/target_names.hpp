#pragma once

#include "model/names.hpp"
#include "model/network.hpp"
#include "model/query.hpp"

namespace landsea::scenarios {

/// What a target is called: "Qinzhou Port (Dalanping)", "rail", "Brest – Malaszewicze".
model::Names names_of(const model::Target& target, const model::Network& network);

} // namespace landsea::scenarios
