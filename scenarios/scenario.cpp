#include "scenarios/scenario.hpp"

#include "model/first_mile.hpp"
#include "model/sea_services.hpp"
#include "model/target.hpp"

#include <algorithm>

namespace landsea::scenarios {

namespace {

using model::Network;

model::Edge edge_of(const model::Haul& haul, const Network& network) {
    return {.kind = model::Edge::Kind::haul,
            .place = network[haul.link].from,
            .from = haul.service,
            .to = haul.service,
            .link = haul.link};
}

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

bool is_in(model::OperationId id, const WorkScope& scope, const Network& network) {
    const model::Operation& operation = network[id];
    const bool kind_fits =
        scope.kinds.empty() || std::ranges::find(scope.kinds, operation.kind) != scope.kinds.end();
    return kind_fits &&
           (scope.at.empty() || std::ranges::any_of(scope.at, [&](const model::Target& target) {
                return is_at(operation.place, target, network);
            }));
}

std::optional<model::OperationId> operation_called(const std::string& id, const Network& network) {
    for (const model::OperationId candidate : network.parts().operations.ids()) {
        if (network[candidate].id == id) {
            return candidate;
        }
    }
    return std::nullopt;
}

/// The passages that scopes close as such: ships then look for another way. Sorted, each once.
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
    const auto twice = std::ranges::unique(passages);
    passages.erase(twice.begin(), twice.end());
    return passages;
}

model::Effects& number_of(model::HaulEffects& effects, AlterHauls::Number number) {
    switch (number) {
    case AlterHauls::Number::hours:
        return effects.hours;
    case AlterHauls::Number::usd_per_teu:
        return effects.usd_per_teu;
    case AlterHauls::Number::kg_per_tonne_km:
        return effects.kg_per_tonne_km;
    case AlterHauls::Number::charge_usd_per_kg:
        break;
    }
    return effects.charge_usd_per_kg;
}

/// Lays change after change over an overlay.
class Layers {
  public:
    explicit Layers(const Network& network) : network_{network} {}

    void operator()(const Close& close) { overlay_.closed.push_back(close.scope); }

    void operator()(const Open& open) {
        std::erase(overlay_.closed, open.scope);
        if (open.scope.size() != 1) {
            return;
        }
        for (const model::Target& target : open.scope.front()) {
            if (const auto* service = std::get_if<model::ServiceId>(&target)) {
                overlay_.activated.insert(*service);
            } else if (const auto* corridor = std::get_if<model::CorridorId>(&target)) {
                overlay_.activated_corridors.insert(*corridor);
            }
        }
    }

    void operator()(const AlterHauls& alter) {
        for (const model::Haul& haul : hauls_in(alter.scope, network_)) {
            number_of(overlay_.hauls[{haul.link, haul.service}], alter.number)
                .push_back(alter.effect);
        }
    }

    void operator()(const AlterWorks& alter) {
        for (const model::OperationId id : works_in(alter.scope, network_)) {
            model::WorkEffects& effects = overlay_.works[id];
            (alter.number == AlterWorks::Number::hours ? effects.hours : effects.usd_per_teu)
                .push_back(alter.effect);
        }
    }

    void operator()(const AlterServices& alter) {
        auto& all = alter.number == AlterServices::Number::departures_per_week
                        ? overlay_.departures_per_week
                        : overlay_.capacity_teu;
        std::optional<model::ServiceId> last;
        for (const model::Haul& haul : hauls_in(alter.scope, network_)) {
            if (last != haul.service) {
                all[haul.service].push_back(alter.effect);
                last = haul.service;
            }
        }
    }

    void operator()(const AddDwell& dwell) {
        const auto operation = operation_called(added_dwell_id(network_, dwell.place), network_);
        if (!operation) {
            throw std::invalid_argument{"no operation stands for the added dwell"};
        }
        overlay_.works[*operation].hours.push_back(dwell.effect);
    }

    void operator()(const ForceState& force) { overlay_.states[force.season] = force.state; }

    void operator()(const Introduce& introduce) {
        overlay_.activated.insert(introduce.services.begin(), introduce.services.end());
    }

    model::Overlay take() {
        overlay_.closed_passages = passages_in(overlay_.closed);
        return std::move(overlay_);
    }

  private:
    const Network& network_;
    model::Overlay overlay_;
};

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
        return work != nullptr && is_in(work->operation, scope, network);
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
        if (is_in(id, scope, network)) {
            found.push_back(id);
        }
    }
    return found;
}

NeedsAMonth::NeedsAMonth(const Scenario& scenario, const Change& change)
    : std::runtime_error{"scenario " + scenario.id + " changes some months only (" + change.text +
                         ")"} {}

bool acts_in(const Change& change, model::Month month) {
    if (!change.months) {
        return true;
    }
    if (month.is_whole_year()) {
        return std::ranges::all_of(*change.months, std::identity{});
    }
    return (*change.months)[static_cast<std::size_t>(month.number) - 1];
}

std::vector<model::Month> months_of_change(const Scenario& scenario) {
    model::ByMonth<bool> any{};
    for (const Change& change : scenario.changes) {
        for (std::size_t m = 0; m < any.size(); ++m) {
            any[m] =
                any[m] || (!acts_in(change, model::Month::whole_year()) && (*change.months)[m]);
        }
    }
    std::vector<model::Month> months;
    for (std::size_t m = 0; m < any.size(); ++m) {
        if (any[m]) {
            months.push_back({static_cast<int>(m) + 1});
        }
    }
    return months;
}

model::Overlay overlay_of(const Scenario& scenario, const Network& network, model::Month month) {
    Layers layers{network};
    for (const Change& change : scenario.changes) {
        if (month.is_whole_year() && !acts_in(change, month)) {
            throw NeedsAMonth{scenario, change};
        }
        if (acts_in(change, month)) {
            std::visit(layers, change.what);
        }
    }
    return layers.take();
}

std::vector<model::PassageId> closed_passages(const Scenario& scenario, model::Month month) {
    std::vector<model::Scope> closed;
    for (const Change& change : scenario.changes) {
        if (!acts_in(change, month)) {
            continue;
        }
        if (const auto* close = std::get_if<Close>(&change.what)) {
            closed.push_back(close->scope);
        } else if (const auto* open = std::get_if<Open>(&change.what)) {
            std::erase(closed, open->scope);
        }
    }
    return passages_in(closed);
}

std::size_t touched_by(const Change& change, const Network& network) {
    return std::visit(Touched{network}, change.what);
}

bool touches(const Change& change, const model::Step& step, const Network& network) {
    return std::visit(Touches{step, network}, change.what);
}

std::string added_dwell_id(const Network& network, model::PlaceId place) {
    return std::string{model::added_dwell_prefix} + network[place].id;
}

std::vector<model::PlaceId> dwelt_at(const Scenario& scenario) {
    std::vector<model::PlaceId> places;
    for (const Change& change : scenario.changes) {
        if (const auto* dwell = std::get_if<AddDwell>(&change.what)) {
            places.push_back(dwell->place);
        }
    }
    std::ranges::sort(places);
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    return places;
}

} // namespace landsea::scenarios
