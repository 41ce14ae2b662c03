#include "model/overlay_index.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

/// Whether only hauls can use the target.
bool is_of_hauls(const Target& target) {
    return !std::holds_alternative<PlaceId>(target) && !std::holds_alternative<Country>(target);
}

bool is_open(const Standing& standing) {
    return standing.state == Standing::State::open;
}

void append(std::vector<std::uint32_t>& list, const std::vector<std::uint32_t>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

} // namespace

OverlayIndex::OverlayIndex(const VirtualNetwork& graph)
    : graph_{&graph}, of_operation_(graph.network().parts().operations.size()),
      waits_for_(graph.network().parts().services.size()),
      in_season_(graph.network().parts().seasons.size()) {
    const Network& network = graph.network();
    for (const OperationId id : network.parts().operations.ids()) {
        if (network[id].season) {
            in_season_[network[id].season->index].push_back(id);
        }
    }
    for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
        const Edge& edge = graph.edges()[e];
        all_.push_back(e);
        for (const auto* operations : {&edge.operations, &edge.arrivals}) {
            for (const OperationId id : *operations) {
                of_operation_[id.index].push_back(e);
            }
        }
        if (has_wait(edge, network)) {
            waits_for_[edge.to->index].push_back(e);
        }
        if (!edge.link) {
            continue;
        }
        hauls_.push_back(e);
        of_haul_[{*edge.link, *edge.to}].push_back(e);
        if (network[*edge.to].detour) {
            detours_.push_back(e);
        }
        if (!is_open(network[*edge.to].standing) || !is_open(network[*edge.link].standing)) {
            waiting_.push_back(e);
        }
    }
}

const OverlayIndex::Edges& OverlayIndex::candidates(const Scope& scope) const {
    const bool hauls_only = std::ranges::any_of(scope, [](const std::vector<Target>& any) {
        return std::ranges::all_of(any, is_of_hauls);
    });
    return hauls_only ? hauls_ : all_;
}

std::vector<std::uint32_t> OverlayIndex::touched(const Overlay& overlay) const {
    Edges edges;
    for (const auto& [haul, effects] : overlay.hauls) {
        if (const auto found = of_haul_.find(haul); found != of_haul_.end()) {
            append(edges, found->second);
        }
    }
    for (const auto& [operation, effects] : overlay.works) {
        append(edges, of_operation_[operation.index]);
    }
    for (const auto& [service, effects] : overlay.departures_per_week) {
        append(edges, waits_for_[service.index]);
    }
    for (const auto& [season, state] : overlay.states) {
        for (const OperationId operation : in_season_[season.index]) {
            append(edges, of_operation_[operation.index]);
        }
    }
    for (const Scope& scope : overlay.closed) {
        std::ranges::copy_if(candidates(scope), std::back_inserter(edges), [&](std::uint32_t e) {
            return is_in(graph_->edges()[e], scope, graph_->network());
        });
    }
    if (!overlay.closed_passages.empty()) {
        append(edges, detours_);
    }
    if (!overlay.activated.empty() || !overlay.activated_corridors.empty()) {
        append(edges, waiting_);
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

} // namespace landsea::model
