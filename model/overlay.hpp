#pragma once

#include "model/effect.hpp"
#include "model/id.hpp"
#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace landsea::model {

/// What a change is about: of each list, an edge must use one.
using Scope = std::vector<std::vector<Target>>;

/// Whether the edge lies in the scope.
bool is_in(const Edge& edge, const Scope& scope, const Network& network);

/// What changes about going along a link on a service.
struct HaulEffects {
    Effects hours;
    Effects usd_per_teu;
    Effects kg_per_tonne_km;
    Effects charge_usd_per_kg; ///< on the CO2e emitted; starts from zero
};

/// What changes about an operation, in every state of its season.
struct WorkEffects {
    Effects hours;
    Effects usd_per_teu;
};

/// What a scenario changes about a network in one month: a few numbers laid over it. The network
/// itself, its graph and all ids stay what they are. A twin that stands in for a service when
/// passages are closed has the effects of that service.
struct Overlay {
    std::map<std::pair<LinkId, ServiceId>, HaulEffects> hauls;
    std::map<OperationId, WorkEffects> works;
    std::map<ServiceId, Effects> departures_per_week;
    std::map<ServiceId, Effects> capacity_teu;
    std::map<SeasonId, std::size_t> states; ///< the state that a season is in, for certain
    std::vector<Scope> closed;              ///< no edge that lies in one can be taken
    std::vector<PassageId> closed_passages; ///< sorted; ships go round them where they can
    std::set<ServiceId> activated;          ///< planned or suspended services that take part
    std::set<CorridorId> activated_corridors;

    [[nodiscard]] bool is_empty() const;
};

/// The effects on a haul or an operation; those of nothing where the overlay has none, or is null.
const HaulEffects& effects_on(const Overlay* overlay, LinkId link, ServiceId service);
const WorkEffects& effects_on(const Overlay* overlay, OperationId operation);

/// The state that a season is forced into, if any.
std::optional<std::size_t> forced_state(const Overlay* overlay, SeasonId season);

/// Departures a week after the overlay, at the typical value; absent for what leaves when called.
std::optional<double> departures_per_week(const Service& service, ServiceId id,
                                          const Overlay* overlay);

/// TEU that one departure takes after the overlay, at the typical value; absent where unknown.
std::optional<double> capacity_teu(const Service& service, ServiceId id, const Overlay* overlay);

} // namespace landsea::model
