#pragma once

#include "io/detail/json_at.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <vector>

namespace landsea::io::detail {

/// Names with English and Chinese, Russian if there.
model::Names read_plain_names(const JsonAt& names);

/// The place whose id stands there; a problem with the nearest ids for anything else.
model::PlaceId read_place_id(const JsonAt& id, const model::Network& network);

/// The corridor whose id stands there; a problem with the nearest ids for anything else.
model::CorridorId read_corridor_id(const JsonAt& id, const model::Network& network);

/// An alternative: `id`, `names`, `via`, `avoid`.
scenarios::Alternative read_alternative(const JsonAt& alternative, const model::Network& network);

/// Days above zero, in hours.
std::vector<model::Hours> read_bounds(const JsonAt& days);

} // namespace landsea::io::detail
