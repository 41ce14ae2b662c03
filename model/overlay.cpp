#include "model/overlay.hpp"

#include "model/target.hpp"

#include <algorithm>

namespace landsea::model {

namespace {

double typical_of(const Range<double>& range) {
    return range.typical;
}

std::optional<double> number_after(const std::optional<Estimate<double>>& estimate,
                                   const std::map<ServiceId, Effects>& all, ServiceId id) {
    const auto found = all.find(id);
    if (found == all.end()) {
        return estimate ? std::optional{estimate->range.typical} : std::nullopt;
    }
    if (!estimate && found->second.front().kind != Effect::Kind::set) {
        return std::nullopt;
    }
    return after(found->second, estimate ? estimate->range.typical : 0.0, typical_of);
}

} // namespace

bool is_in(const Edge& edge, const Scope& scope, const Network& network) {
    return std::ranges::all_of(scope, [&](const std::vector<Target>& any) {
        return std::ranges::any_of(any, [&](const Target& t) { return uses(edge, t, network); });
    });
}

bool Overlay::is_empty() const {
    return hauls.empty() && works.empty() && departures_per_week.empty() && capacity_teu.empty() &&
           states.empty() && closed.empty() && closed_passages.empty() && activated.empty() &&
           activated_corridors.empty();
}

const HaulEffects& effects_on(const Overlay* overlay, LinkId link, ServiceId service) {
    static const HaulEffects none;
    if (overlay == nullptr) {
        return none;
    }
    const auto found = overlay->hauls.find({link, service});
    return found == overlay->hauls.end() ? none : found->second;
}

const WorkEffects& effects_on(const Overlay* overlay, OperationId operation) {
    static const WorkEffects none;
    if (overlay == nullptr) {
        return none;
    }
    const auto found = overlay->works.find(operation);
    return found == overlay->works.end() ? none : found->second;
}

std::optional<std::size_t> forced_state(const Overlay* overlay, SeasonId season) {
    if (overlay == nullptr) {
        return std::nullopt;
    }
    const auto found = overlay->states.find(season);
    return found == overlay->states.end() ? std::nullopt : std::optional{found->second};
}

std::optional<double> departures_per_week(const Service& service, ServiceId id,
                                          const Overlay* overlay) {
    static const std::map<ServiceId, Effects> none;
    return number_after(service.departures_per_week,
                        overlay == nullptr ? none : overlay->departures_per_week, id);
}

std::optional<double> capacity_teu(const Service& service, ServiceId id, const Overlay* overlay) {
    static const std::map<ServiceId, Effects> none;
    return number_after(service.capacity_teu, overlay == nullptr ? none : overlay->capacity_teu,
                        id);
}

} // namespace landsea::model
