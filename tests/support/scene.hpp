#pragma once

#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::support {

/// A number that is certain.
template <class Q>
model::Estimate<Q> certain(Q value) {
    return {.range = model::Range<Q>::certain(value), .evidence = {}};
}

/// A number that varies.
template <class Q>
model::Estimate<Q> between(double low, double typical, double high,
                           model::TypicalIs typical_is = model::TypicalIs::mode) {
    return {.range = {Q{low}, Q{typical}, Q{high}, typical_is}, .evidence = {}};
}

/// A network written down in a few calls. What a call does not say is plain: places lie in "CN",
/// links are 100 km long, cost no money and emit 0.1 kg per tonne-km, factors are exactly 1.
/// A test that needs more writes into `parts`.
///
///     Scene scene;                                    a --truck, 3 h--> b
///     const auto a = scene.place("a");
///     const auto b = scene.place("b");
///     const auto truck = scene.means("truck", Mode::road);
///     const auto ab = scene.link("ab", a, b, Mode::road, Hours{3});
///     scene.service("ab", truck, {ab});
///     scene.open_gates();
class Scene {
  public:
    Scene();

    model::PlaceId place(const std::string& id, const std::string& country = "CN");

    /// A place that is part of a city.
    model::PlaceId terminal(const std::string& id, model::PlaceId city);

    model::MeansId means(const std::string& id, model::Mode mode);

    model::LinkId link(const std::string& id, model::PlaceId from, model::PlaceId to,
                       model::Mode mode, model::Hours time, model::UsdPerTeu money = {});

    /// Leaves when called, or so many times a week.
    model::ServiceId service(const std::string& id, model::MeansId means,
                             std::vector<model::LinkId> route);
    model::ServiceId service(const std::string& id, model::MeansId means,
                             std::vector<model::LinkId> route, double departures_per_week);

    /// An operation of any trigger; load, unload and transfer below are its shorthands.
    model::OperationId operation(model::PlaceId place, model::OperationKind kind,
                                 std::variant<model::Handling, model::Passing, model::Crossing> on,
                                 model::Hours time);
    model::OperationId load(model::PlaceId place, model::Selector onto, model::Hours time = {});
    model::OperationId unload(model::PlaceId place, model::Selector off, model::Hours time = {});
    model::OperationId transfer(model::PlaceId place, model::Selector from, model::Selector to,
                                model::Hours time = {});

    /// Lets everything be loaded and unloaded everywhere for nothing, but never transferred.
    void open_gates();

    /// Conditions of two states whose second one has the same probability in every month.
    model::SeasonId season(const std::string& id, double probability);

    model::CauseId cause(const std::string& id, double correlation);

    [[nodiscard]] model::Network network() const { return model::Network{parts}; }

    model::NetworkParts parts;
    model::FactorId moving;   ///< 0.1 kg per tonne-km
    model::FactorId handling; ///< 2 kg per tonne
};

} // namespace landsea::support
