#include "scenarios/capacity.hpp"

#include <algorithm>

namespace landsea::scenarios {

namespace {

constexpr double weeks_per_year = 365.0 / 7.0;
constexpr model::Teu consignment{10};

} // namespace

std::vector<Capacity> capacities_of_services(const model::Network& network,
                                             const model::Overlay* overlay) {
    std::vector<Capacity> capacities;
    for (const model::ServiceId id : network.parts().services.ids()) {
        const model::Service& service = network[id];
        if (!service.departures_per_week || !service.capacity_teu || service.detour) {
            continue;
        }
        const double departures = model::departures_per_week(service, id, overlay).value_or(0.0);
        const double room = model::capacity_teu(service, id, overlay).value_or(0.0);
        const model::Teu yearly{std::max(1.0, departures * room * weeks_per_year)};
        capacities.push_back(
            {.where = id,
             .yearly = {.range = model::Range<model::Teu>::certain(yearly),
                        .evidence = service.capacity_teu->evidence},
             .in_use = std::nullopt,
             .batch = {.range = model::Range<model::Teu>::certain(consignment), .evidence = {}}});
    }
    return capacities;
}

const std::string& id_of(const BottleneckId& where, const model::Network& network) {
    return std::visit([&](auto id) -> const std::string& { return network[id].id; }, where);
}

const model::Names& names_of(const BottleneckId& where, const model::Network& network) {
    return std::visit([&](auto id) -> const model::Names& { return network[id].names; }, where);
}

} // namespace landsea::scenarios
