#pragma once

#include "tests/support/random_scene.hpp"

namespace landsea::support {

/// Fourteen services of four modes from place 0 to 2, directly or by 1, all forward: with times of
/// 5 to 64 h, prices, and for half of them 1 to 14 departures a week. Transfers at 1 take 3 h.
Scene random_ways(Dice& dice);

} // namespace landsea::support
