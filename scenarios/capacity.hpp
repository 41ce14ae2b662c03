#pragma once

#include "model/network.hpp"
#include "model/overlay.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// Where boxes queue: at a place, in a strait or canal, or for a service.
using BottleneckId = std::variant<model::PlaceId, model::PassageId, model::ServiceId>;

/// What can go through in a year, both directions together, and what does already.
struct Capacity {
    BottleneckId where;
    model::Estimate<model::Teu> yearly;
    std::optional<model::Estimate<model::Teu>> in_use; ///< yearly; absent: nothing is known
    model::Estimate<model::Teu> batch;                 ///< served at once: a train, a vessel
};

/// The services of the network that say how often they leave and what they carry: departures per
/// week x 365/7 x capacity, at typical values, under an overlay that may be null; at least 1 TEU.
/// Services that stand in for others are left out, as they use the capacity of those.
///
/// Boxes board in consignments of 10 TEU, which is assumed: unlike a train at a border they come
/// one by one, so that they wait for a later departure only when the service is nearly full.
std::vector<Capacity> capacities_of_services(const model::Network& network,
                                             const model::Overlay* overlay = nullptr);

/// "CNQZH", "malacca", "yangtze_express": the id in its network.
const std::string& id_of(const BottleneckId& where, const model::Network& network);

const model::Names& names_of(const BottleneckId& where, const model::Network& network);

} // namespace landsea::scenarios
