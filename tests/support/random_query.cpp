#include "tests/support/random_query.hpp"

#include "model/target.hpp"

namespace landsea::support {

using namespace model;

namespace {

Target random_target(Dice& dice, const Network& network) {
    const auto one_of = [&](const auto& table) {
        return dice.roll(static_cast<std::uint32_t>(table.size()));
    };
    switch (dice.roll(8)) {
    case 0:
        return PassageId{0};
    case 1:
        return CorridorId{0};
    case 2:
        return MeansId{dice.roll(3)};
    case 3:
        return Mode{static_cast<Mode>(dice.roll(3))};
    case 4:
        return Country{dice.roll(2) == 0 ? "LA" : "VN"};
    case 5:
        if (!network.parts().services.empty()) {
            return ServiceId{one_of(network.parts().services)};
        }
        [[fallthrough]];
    default:
        return PlaceId{one_of(network.parts().places)};
    }
}

} // namespace

Query random_query(Dice& dice, const Network& network) {
    const auto places = static_cast<std::uint32_t>(network.parts().places.size());
    Query query{.from = {dice.roll(places)}, .to = {dice.roll(places)}};
    // A box that is there already stays: that has its own test.
    while (is_within(query.from, query.to, network) || is_within(query.to, query.from, network)) {
        query.to = {dice.roll(places)};
    }
    query.criterion = dice.roll(2) == 0 ? Criterion::time : Criterion::money;
    query.shipment.kind = dice.roll(3) == 0 ? CargoKind::dangerous : CargoKind::dry;
    if (dice.roll(3) == 0 && !network.parts().services.empty()) {
        query.activated.push_back(
            {dice.roll(static_cast<std::uint32_t>(network.parts().services.size()))});
    }
    if (dice.roll(4) == 0) {
        query.activated_corridors.push_back({0});
    }
    for (std::uint32_t i = dice.roll(3); i > 0; --i) {
        query.constraints.via.push_back(random_target(dice, network));
    }
    for (std::uint32_t i = dice.roll(2); i > 0; --i) {
        query.constraints.avoid.push_back(random_target(dice, network));
    }
    if (dice.roll(3) == 0) {
        RidingOrder& order = query.constraints.order.emplace();
        for (const ServiceId service : network.parts().services.ids()) {
            switch (dice.roll(3)) {
            case 0:
                order.first.push_back(service);
                break;
            case 1:
                order.then.push_back(service);
                break;
            default:
                break;
            }
        }
    }
    return query;
}

} // namespace landsea::support
