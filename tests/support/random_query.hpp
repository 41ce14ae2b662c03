#pragma once

#include "model/query.hpp"
#include "tests/support/random_scene.hpp"

namespace landsea::support {

/// A question to the network of a random scene: any two places that are not the same city, by time
/// or money, often with `via` targets, targets to avoid, an order of riding or activated services.
model::Query random_query(Dice& dice, const model::Network& network);

} // namespace landsea::support
