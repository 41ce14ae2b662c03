#pragma once

#include "model/overlay.hpp"
#include "model/virtual_network.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace landsea::model {

/// Which edges of a graph an overlay can change the weight of: made once for a graph, so that a
/// scenario costs as much as it touches.
class OverlayIndex {
  public:
    /// The graph must outlive it.
    explicit OverlayIndex(const VirtualNetwork& graph);

    /// The edges that may weigh something else under the overlay than without one, ascending: all
    /// that do, and perhaps some that do not.
    [[nodiscard]] std::vector<std::uint32_t> touched(const Overlay& overlay) const;

  private:
    using Edges = std::vector<std::uint32_t>;

    [[nodiscard]] const Edges& candidates(const Scope& scope) const;

    const VirtualNetwork* graph_;
    Edges all_;
    Edges hauls_;
    Edges detours_; ///< hauls of services that stand in for others
    Edges waiting_; ///< hauls of what is planned or suspended
    std::map<std::pair<LinkId, ServiceId>, Edges> of_haul_;
    std::vector<Edges> of_operation_; ///< each operation
    std::vector<Edges> waits_for_;    ///< each service
    std::vector<std::vector<OperationId>> in_season_;
};

} // namespace landsea::model
