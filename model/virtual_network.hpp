#pragma once

#include "model/itinerary.hpp"
#include "model/network.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace landsea::model {

/// An edge of the virtual network: a haul, or what is done at a place between two means.
struct Edge {
    enum class Kind {
        join,     ///< a city and the gates of its terminals; costs nothing
        board,    ///< from the gate onto a service
        stop,     ///< a service goes on after a stop
        leave,    ///< off a service, among the boxes that are handled alike; costs nothing
        transfer, ///< between services: what is done to all boxes that are handled alike
        take,     ///< from those boxes onto a service: the wait for it
        alight,   ///< off a service, to the gate
        haul      ///< along a link
    };

    Kind kind{};
    std::uint32_t tail{};
    std::uint32_t head{};
    PlaceId place;                       ///< where it happens; for a haul, where it starts
    std::optional<ServiceId> from;       ///< the service that is left
    std::optional<ServiceId> to;         ///< the service that is boarded or ridden
    std::optional<LinkId> link;          ///< of a haul
    std::vector<OperationId> operations; ///< at the place; for a haul, on leaving it
    std::vector<OperationId> arrivals;   ///< for a haul, on arriving at its end
};

/// How many edges it counts as where routes tie: a transfer counts once with its two ends.
constexpr std::uint32_t tie_length(Edge::Kind kind) {
    return kind == Edge::Kind::leave || kind == Edge::Kind::take ? 0 : 1;
}

/// The network as a graph in which every choice has its own edge.
///
/// A vertex is (place, service, arriving or departing), with one origin and one destination vertex
/// per place, so that loading, changing, borders, locks and waiting are edges like any other and a
/// route is one path. Parallel legs stay apart because edges, not vertices, are remembered.
///
/// From service to service a path leaves the first, is transferred and takes the second. Services
/// that the operations of the place do not tell apart share the vertices in between, so that the
/// edges of a hub grow with its services and not with their pairs. A service cannot be left for
/// itself where that could pay, which is where those who stay aboard are charged something.
/// Source: Jourquin, Beuthe 1996, "Transportation policy analysis with a geographic information
/// system: the virtual network of freight transportation in Europe", Transportation Research C 4.
class VirtualNetwork {
  public:
    /// The network must outlive it.
    explicit VirtualNetwork(const Network& network);

    [[nodiscard]] std::uint32_t vertex_count() const { return vertex_count_; }

    [[nodiscard]] std::uint32_t origin_of(PlaceId place) const { return 2 * place.index; }

    [[nodiscard]] std::uint32_t destination_of(PlaceId place) const { return 2 * place.index + 1; }

    /// Sorted by tail, then by the order of the network's parts: the same for the same network.
    /// The vertices between the services of a transfer come after all others, and a transfer leads
    /// from the lower to the higher one.
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }

    [[nodiscard]] const Network& network() const { return *network_; }

  private:
    const Network* network_;
    std::uint32_t vertex_count_{};
    std::vector<Edge> edges_;
};

/// Whether an operation is charged to cargo of a kind.
bool concerns(const Operation& operation, CargoKind cargo);

/// Whether it lets a box change from one means to another: loading, unloading, transfer.
bool makes_a_change_possible(OperationKind kind);

/// Whether going along the edge begins with a wait for a departure.
bool has_wait(const Edge& edge, const Network& network);

/// The steps that an edge stands for, in order: operations, then a wait or a haul, then arrivals.
/// Operations that do not concern the cargo are left out.
std::vector<Step> steps_of(const Edge& edge, const Network& network, CargoKind cargo);

} // namespace landsea::model
