#pragma once

#include "model/network.hpp"

#include <optional>
#include <vector>

namespace landsea::model::detail {

/// Whether one of the selectors means the service, or the very origin or destination when there is
/// none. A truck is at the gate as well as a means of its own.
bool any_selects(const std::vector<Selector>& selectors, std::optional<ServiceId> service,
                 const Network& network);

} // namespace landsea::model::detail
