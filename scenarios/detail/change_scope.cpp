#include "scenarios/detail/change_scope.hpp"

#include "model/target.hpp"

#include <algorithm>

namespace landsea::scenarios {

namespace {

using detail::edge_of;
using detail::passages_in;
using model::Network;

bool is_at(model::PlaceId place, const model::Target& target, const Network& network) {
    if (const auto* at = std::get_if<model::PlaceId>(&target)) {
        return model::is_within(place, *at, network);
    }
    if (const auto* border = std::get_if<model::Border>(&target)) {
        return place == border->one || place == border->other;
    }
    const auto* country = std::get_if<model::Country>(&target);
    return country != nullptr && network[place].country == country->code;
}

/// Says of one step whether a change is about it.
struct Touches {
    const model::Step& step;
    const Network& network;

    [[nodiscard]] bool rides(const model::Scope& scope) const {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        return haul != nullptr && model::is_in(edge_of(*haul, network), scope, network);
    }

    /// A wait is for a service: any of its hauls will do.
    [[nodiscard]] bool waits(const model::Scope& scope) const {
        const auto* wait = std::get_if<model::Wait>(&step.what);
        return wait != nullptr &&
               std::ranges::any_of(network[wait->service].route, [&](model::LinkId link) {
                   return model::is_in(edge_of({link, wait->service}, network), scope, network);
               });
    }

    [[nodiscard]] bool works(const WorkScope& scope) const {
        const auto* work = std::get_if<model::Work>(&step.what);
        return work != nullptr && detail::is_in(work->operation, scope, network);
    }

    bool operator()(const Close& close) const {
        const model::Edge here{.place = step.place};
        const auto* haul = std::get_if<model::Haul>(&step.what);
        // A ship that goes round a closed passage does so because of it.
        const bool goes_round =
            haul != nullptr && network[haul->service].detour &&
            std::ranges::any_of(passages_in({close.scope}), [&](model::PassageId passage) {
                return std::ranges::binary_search(network[haul->service].detour->around, passage);
            });
        return goes_round || rides(close.scope) || waits(close.scope) ||
               model::is_in(here, close.scope, network);
    }

    bool operator()(const Open& open) const { return rides(open.scope) || waits(open.scope); }

    bool operator()(const AlterHauls& alter) const { return rides(alter.scope); }

    bool operator()(const AlterWorks& alter) const { return works(alter.scope); }

    bool operator()(const AlterServices& alter) const {
        return alter.number == AlterServices::Number::departures_per_week && waits(alter.scope);
    }

    bool operator()(const AddDwell& dwell) const {
        const auto* work = std::get_if<model::Work>(&step.what);
        return work != nullptr &&
               network[work->operation].id == added_dwell_id(network, dwell.place);
    }

    bool operator()(const ForceState& force) const {
        const auto* work = std::get_if<model::Work>(&step.what);
        return work != nullptr && network[work->operation].season == force.season;
    }

    bool operator()(const Introduce& introduce) const {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        return haul != nullptr &&
               std::ranges::find(introduce.services, haul->service) != introduce.services.end();
    }
};

/// Counts what a change touches.
struct Touched {
    const Network& network;

    [[nodiscard]] std::size_t hauls(const model::Scope& scope) const {
        return hauls_in(scope, network).size();
    }

    std::size_t operator()(const Close& close) const { return hauls(close.scope); }

    std::size_t operator()(const Open& open) const { return hauls(open.scope); }

    std::size_t operator()(const AlterHauls& alter) const { return hauls(alter.scope); }

    std::size_t operator()(const AlterServices& alter) const { return hauls(alter.scope); }

    std::size_t operator()(const AlterWorks& alter) const {
        return works_in(alter.scope, network).size();
    }

    std::size_t operator()(const AddDwell& /*dwell*/) const { return 1; }

    std::size_t operator()(const ForceState& force) const {
        return static_cast<std::size_t>(std::ranges::count(
            network.parts().operations, std::optional{force.season}, &model::Operation::season));
    }

    std::size_t operator()(const Introduce& introduce) const { return introduce.services.size(); }
};

} // namespace

namespace detail {

model::Edge edge_of(const model::Haul& haul, const Network& network) {
    return {.kind = model::Edge::Kind::haul,
            .place = network[haul.link].from,
            .from = haul.service,
            .to = haul.service,
            .link = haul.link};
}

bool is_in(model::OperationId id, const WorkScope& scope, const Network& network) {
    const model::Operation& operation = network[id];
    const bool kind_fits =
        scope.kinds.empty() || std::ranges::find(scope.kinds, operation.kind) != scope.kinds.end();
    return kind_fits &&
           (scope.at.empty() || std::ranges::any_of(scope.at, [&](const model::Target& target) {
                return is_at(operation.place, target, network);
            }));
}

std::vector<model::PassageId> passages_in(const std::vector<model::Scope>& closed) {
    std::vector<model::PassageId> passages;
    for (const model::Scope& scope : closed) {
        for (const auto& targets : scope) {
            for (const model::Target& target : targets) {
                const auto* passage = std::get_if<model::PassageId>(&target);
                if (passage != nullptr && scope.size() == 1) {
                    passages.push_back(*passage);
                }
            }
        }
    }
    std::ranges::sort(passages);
    passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
    return passages;
}

} // namespace detail

std::vector<model::Haul> hauls_in(const model::Scope& scope, const Network& network) {
    std::vector<model::Haul> hauls;
    for (const model::ServiceId service : network.parts().services.ids()) {
        for (const model::LinkId link : network[service].route) {
            if (model::is_in(edge_of({link, service}, network), scope, network)) {
                hauls.push_back({link, service});
            }
        }
    }
    return hauls;
}

std::vector<model::OperationId> works_in(const WorkScope& scope, const Network& network) {
    std::vector<model::OperationId> found;
    for (const model::OperationId id : network.parts().operations.ids()) {
        if (detail::is_in(id, scope, network)) {
            found.push_back(id);
        }
    }
    return found;
}

std::size_t touched_by(const Change& change, const Network& network) {
    return std::visit(Touched{network}, change.what);
}

bool touches(const Change& change, const model::Step& step, const Network& network) {
    return std::visit(Touches{step, network}, change.what);
}

} // namespace landsea::scenarios
