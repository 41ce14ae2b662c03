#include "tests/support/scene.hpp"

namespace landsea::support {

using namespace model;

namespace {

/// What lets a box go from a vehicle to the gate and back, without being a transfer: a truck is
/// at the gate, too, so the gate alone would let trucks change.
std::vector<Selector> every_mode() {
    return {Mode::road, Mode::rail, Mode::sea, Mode::inland_waterway, Mode::air};
}

} // namespace

Scene::Scene()
    : moving{parts.factors.add(
          {.id = "moving", .names = {}, .intensity = certain(KgCo2ePerTonneKm{0.1})})},
      handling{parts.factors.add(
          {.id = "handling", .names = {}, .intensity = certain(KgCo2ePerTonne{2})})} {}

PlaceId Scene::place(const std::string& id, const std::string& country) {
    return parts.places.add({.id = id, .country = country});
}

PlaceId Scene::terminal(const std::string& id, PlaceId city) {
    return parts.places.add({.id = id, .country = parts.places[city].country, .part_of = city});
}

MeansId Scene::means(const std::string& id, Mode mode) {
    return parts.means.add({.id = id, .names = {}, .mode = mode});
}

LinkId Scene::link(const std::string& id, PlaceId from, PlaceId to, Mode mode, Hours time,
                   UsdPerTeu money) {
    return parts.links.add({.id = id,
                            .from = from,
                            .to = to,
                            .mode = mode,
                            .length = certain(Km{100}),
                            .time = certain(time),
                            .money = certain(money),
                            .emission_factor = moving});
}

ServiceId Scene::service(const std::string& id, MeansId means, std::vector<LinkId> route) {
    return parts.services.add({.id = id,
                               .means = means,
                               .route = std::move(route),
                               .time_factor = certain(1.0),
                               .money_factor = certain(1.0)});
}

ServiceId Scene::service(const std::string& id, MeansId means, std::vector<LinkId> route,
                         double departures_per_week) {
    const ServiceId added = service(id, means, std::move(route));
    parts.services[added].departures_per_week = certain(departures_per_week);
    return added;
}

OperationId Scene::operation(PlaceId place, OperationKind kind,
                             std::variant<Handling, Passing, Crossing> on, Hours time) {
    return parts.operations.add(
        {.id = parts.places[place].id + "-" + std::to_string(parts.operations.size()),
         .place = place,
         .kind = kind,
         .trigger = std::move(on),
         .costs = {{.time = certain(time), .money = certain(UsdPerTeu{})}}});
}

OperationId Scene::load(PlaceId place, Selector onto, Hours time) {
    return operation(place, OperationKind::load, Handling{{Gate{}}, {onto}}, time);
}

OperationId Scene::unload(PlaceId place, Selector off, Hours time) {
    return operation(place, OperationKind::unload, Handling{{off}, {Gate{}}}, time);
}

OperationId Scene::transfer(PlaceId place, Selector from, Selector to, Hours time) {
    return operation(place, OperationKind::transfer, Handling{{from}, {to}}, time);
}

void Scene::open_gates() {
    for (const PlaceId place : parts.places.ids()) {
        for (const Selector& mode : every_mode()) {
            load(place, mode);
            unload(place, mode);
        }
    }
}

SeasonId Scene::season(const std::string& id, double probability) {
    SeasonState normal{.id = "normal"};
    SeasonState other{.id = "other"};
    normal.probability.fill(1.0 - probability);
    other.probability.fill(probability);
    return parts.seasons.add({.id = id, .states = {normal, other}});
}

CauseId Scene::cause(const std::string& id, double correlation) {
    return parts.causes.add({.id = id, .correlation = correlation});
}

} // namespace landsea::support
