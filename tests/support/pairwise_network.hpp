#pragma once

#include "model/virtual_network.hpp"

#include <cstdint>
#include <vector>

namespace landsea::support {

/// The plain reading of a network: an edge of its own for each pair of services that a box can
/// change between at a place, whose steps are the operations and then the wait. Written from the
/// rules of the data alone, to be held against `model::VirtualNetwork`, which groups those pairs.
///
/// Vertices are numbered as there, without those of the groups. An edge of a transfer is of kind
/// `board` with both services.
class PairwiseNetwork {
  public:
    /// The network must outlive it.
    explicit PairwiseNetwork(const model::Network& network);

    [[nodiscard]] const std::vector<model::Edge>& edges() const { return edges_; }

    [[nodiscard]] std::uint32_t vertex_count() const { return vertex_count_; }

    [[nodiscard]] const model::Network& network() const { return network_; }

  private:
    struct Stop {
        model::ServiceId service;
        std::uint32_t arriving{}; ///< the vertex after it is the departing one
        bool begins{};
        bool ends{};
    };

    void lay_hauls(model::ServiceId id);
    void lay_city(model::PlaceId place);
    void lay_stop(model::PlaceId place, const Stop& stop);
    void lay_change(model::PlaceId place, model::Edge edge);
    [[nodiscard]] bool is_meant(const std::vector<model::Selector>& selectors,
                                std::optional<model::ServiceId> service) const;

    const model::Network& network_;
    std::uint32_t vertex_count_{};
    std::vector<std::vector<Stop>> stops_at_;
    std::vector<model::Edge> edges_;
};

} // namespace landsea::support
