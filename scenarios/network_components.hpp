#pragma once

#include "model/itinerary.hpp"
#include "model/network.hpp"
#include "model/query.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace landsea::scenarios {

/// What can be closed.
enum class ComponentKind {
    leg,     ///< the links of one mode and variant between two places, in both directions
    place,   ///< with its terminals; a terminal also counts by itself
    border,  ///< all legs on land or inland water between two places of different countries
    passage, ///< ships go round where they can
    service,
    corridor
};

/// A part of the network, and what is closed together to close it.
struct Component {
    ComponentKind kind{};
    std::vector<model::Target> targets;
};

/// All components of some kinds that a network has, and which of them a route uses. Sea services
/// that stand in for others when passages are closed are part of those.
class NetworkComponents {
  public:
    /// The network must outlive it.
    NetworkComponents(const model::Network& network, const std::vector<ComponentKind>& kinds);

    /// In the order of the kinds, then of the network.
    [[nodiscard]] const std::vector<Component>& all() const { return components_; }

    /// The positions in `all` of those that a route uses: ascending, each once. A route uses a
    /// component when closing it takes an edge of the route.
    [[nodiscard]] std::vector<std::size_t> used_by(const model::Itinerary& route) const;

  private:
    void add_legs();
    void add_places();
    void add_borders();
    void add_passages();
    void add_services();
    void add_corridors();
    std::size_t add(ComponentKind kind, model::Target target);
    void use(const model::Haul& haul, std::vector<std::size_t>& used) const;
    void use(model::PlaceId place, std::vector<std::size_t>& used) const;

    const model::Network& network_;
    std::vector<Component> components_;
    std::map<model::LinkId, std::size_t> legs_;    ///< by each of their links, twins included
    std::map<model::LinkId, std::size_t> borders_; ///< by each of the links that cross them
    std::map<model::PlaceId, std::size_t> places_;
    std::map<model::PassageId, std::size_t> passages_;
    std::map<model::ServiceId, std::size_t> services_;
    std::map<model::CorridorId, std::size_t> corridors_;
};

} // namespace landsea::scenarios
