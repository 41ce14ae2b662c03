#include "scenarios/scenario.hpp"

#include "model/first_mile.hpp"
#include "scenarios/detail/change_scope.hpp"

#include <algorithm>

namespace landsea::scenarios {

namespace {

using detail::passages_in;
using model::Network;

std::optional<model::OperationId> operation_called(const std::string& id, const Network& network) {
    for (const model::OperationId candidate : network.parts().operations.ids()) {
        if (network[candidate].id == id) {
            return candidate;
        }
    }
    return std::nullopt;
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

} // namespace

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
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

} // namespace landsea::scenarios
