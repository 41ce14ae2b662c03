#include "model/costing.hpp"
#include "model/edge_weights.hpp"
#include "model/overlay.hpp"
#include "model/overlay_index.hpp"
#include "model/router.hpp"
#include "model/simulation.hpp"
#include "tests/support/random_scene.hpp"
#include "tests/support/scene.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <numeric>

namespace landsea::model {
namespace {

using support::between;
using support::certain;
using support::Dice;
using support::Scene;

Effect effect(Effect::Kind kind, double low, double typical, double high) {
    return {.kind = kind,
            .size = {low, typical, high, TypicalIs::mode},
            .drawn_as = "change:test/0",
            .grade = Grade::assumed};
}

Effect exactly(Effect::Kind kind, double size) {
    return effect(kind, size, size, size);
}

/// One ship from a to b and a crane at a.
///
///     a --ship: 10..16..40 h, 100 USD/TEU, 2 a week--> b      crane: 3 h, in a storm 24 h
struct Crossing {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    MeansId ships = scene.means("ships", Mode::sea);
    LinkId link = scene.link("ab", a, b, Mode::sea, Hours{}, UsdPerTeu{100});
    ServiceId service = scene.service("ab", ships, {link}, 2);
    SeasonId storms = scene.season("storms", 0.25);
    OperationId crane = scene.load(a, Mode::sea);
    OperationId quay = scene.unload(b, Mode::sea);

    Crossing() {
        scene.parts.links[link].time = between<Hours>(10, 16, 40);
        Operation& work = scene.parts.operations[crane];
        work.season = storms;
        work.costs = {{certain(Hours{3}), certain(UsdPerTeu{})},
                      {certain(Hours{24}), certain(UsdPerTeu{})}};
    }

    [[nodiscard]] Itinerary trip() const {
        return {{{Work{crane}, a}, {Wait{service}, a}, {Haul{link, service}, a}, {Work{quay}, b}}};
    }
};

TEST(Overlay, ScalesAddsAndSetsInOrder) {
    const Crossing sea;
    const Network network = sea.scene.network();
    const Step haul{Haul{sea.link, sea.service}, sea.a};
    Overlay overlay;
    auto& hours = overlay.hauls[{sea.link, sea.service}].hours;
    hours = {exactly(Effect::Kind::scale, 1.5), exactly(Effect::Kind::add, 2)};
    const Costing costing{network, {}, {1}, &overlay};
    EXPECT_DOUBLE_EQ(costing.typical(haul).time.count(), 1.5 * 16 + 2);
    // (10 + 4 x 16 + 40) / 6 = 19
    EXPECT_DOUBLE_EQ(costing.mean(haul).time.count(), 1.5 * 19 + 2);
    hours.push_back(exactly(Effect::Kind::set, 7));
    hours.push_back(exactly(Effect::Kind::scale, 2));
    EXPECT_DOUBLE_EQ(costing.typical(haul).time.count(), 14) << "set forgets what came before";
    hours.push_back(exactly(Effect::Kind::add, -20));
    EXPECT_DOUBLE_EQ(costing.typical(haul).time.count(), 0) << "nothing falls below zero";
}

TEST(Overlay, ChargesCarbonOnWhatIsEmitted) {
    const Crossing sea;
    const Network network = sea.scene.network();
    const Step haul{Haul{sea.link, sea.service}, sea.a};
    Overlay overlay;
    HaulEffects& effects = overlay.hauls[{sea.link, sea.service}];
    effects.charge_usd_per_kg = {exactly(Effect::Kind::add, 0.1)};
    effects.kg_per_tonne_km = {exactly(Effect::Kind::scale, 2)};
    const Shipment two_teu{.size = Teu{2}, .weight = TonnesPerTeu{5}};
    const Tally tally = Costing{network, two_teu, {1}, &overlay}.typical(haul);
    EXPECT_DOUBLE_EQ(tally.carbon.count(), 2 * 0.1 * 10 * 100); // kg/t-km, t, km
    EXPECT_DOUBLE_EQ(tally.money.count(), 2 * 100 + 0.1 * 200);
}

TEST(Overlay, ChangesHowOftenAServiceLeaves) {
    const Crossing sea;
    const Network network = sea.scene.network();
    Overlay overlay;
    overlay.departures_per_week[sea.service] = {exactly(Effect::Kind::scale, 2)};
    EXPECT_EQ(mean_wait(network, sea.service, nullptr), Hours{42}); // 168 / 2 / 2
    EXPECT_EQ(mean_wait(network, sea.service, &overlay), Hours{21});
    overlay.departures_per_week[sea.service] = {exactly(Effect::Kind::set, 7)};
    EXPECT_EQ(mean_wait(network, sea.service, &overlay), Hours{12});
}

TEST(Overlay, ForcesASeasonIntoOneState) {
    const Crossing sea;
    const Network network = sea.scene.network();
    const Step work{Work{sea.crane}, sea.a};
    Overlay overlay;
    EXPECT_DOUBLE_EQ(Costing(network, {}, {1}, &overlay).mean(work).time.count(),
                     0.75 * 3 + 0.25 * 24);
    overlay.states[sea.storms] = 1;
    const Costing stormy{network, {}, {1}, &overlay};
    EXPECT_DOUBLE_EQ(stormy.mean(work).time.count(), 24);
    EXPECT_DOUBLE_EQ(stormy.typical(work).time.count(), 24);
    Simulation simulation{network, {}, {1}, {.seed = 1, .draws = 500}, &overlay};
    for (const double hours : simulation.hours_of(work)) {
        EXPECT_EQ(hours, 24);
    }
}

/// The mean over the draws comes near the expected value that `Costing` gives: within four
/// standard errors, for every number at once.
TEST(Overlay, DrawsWhatItExpects) {
    const Crossing sea;
    const Network network = sea.scene.network();
    Overlay overlay;
    HaulEffects& effects = overlay.hauls[{sea.link, sea.service}];
    effects.hours = {effect(Effect::Kind::scale, 0.5, 1, 2)};
    effects.usd_per_teu = {effect(Effect::Kind::add, 10, 20, 60)};
    effects.charge_usd_per_kg = {effect(Effect::Kind::add, 0.05, 0.1, 0.3)};
    overlay.works[sea.crane].hours = {effect(Effect::Kind::scale, 1, 2, 4)};
    overlay.departures_per_week[sea.service] = {exactly(Effect::Kind::set, 4)};
    constexpr std::uint32_t draws = 40000;
    Simulation simulation{network, {}, {1}, {.seed = 3, .draws = draws}, &overlay};
    const Sample sample = simulation.sample(sea.trip());
    const Tally mean = Costing{network, {}, {1}, &overlay}.mean(sea.trip());
    const auto near = [](const std::vector<double>& column, double expected) {
        const double n = static_cast<double>(column.size());
        const double average = std::accumulate(column.begin(), column.end(), 0.0) / n;
        double squares = 0.0;
        for (const double value : column) {
            squares += (value - average) * (value - average);
        }
        return std::abs(average - expected) < 4.0 * std::sqrt(squares / n / n) + 1e-9;
    };
    EXPECT_TRUE(near(sample.hours, mean.time.count())) << mean.time.count();
    EXPECT_TRUE(near(sample.usd, mean.money.count())) << mean.money.count();
    EXPECT_TRUE(near(sample.kg_co2e, mean.carbon.count())) << mean.carbon.count();
}

TEST(Overlay, SharesOneDrawAmongAllThatAChangeTouches) {
    Crossing sea;
    sea.scene.parts.links[sea.link].time = certain(Hours{10});
    const LinkId back = sea.scene.link("ba", sea.b, sea.a, Mode::sea, Hours{30});
    const ServiceId home = sea.scene.service("ba", sea.ships, {back});
    const Network network = sea.scene.network();
    Overlay overlay;
    overlay.hauls[{sea.link, sea.service}].hours = {effect(Effect::Kind::scale, 1, 2, 4)};
    overlay.hauls[{back, home}].hours = {effect(Effect::Kind::scale, 1, 2, 4)};
    Simulation simulation{network, {}, {1}, {.seed = 5, .draws = 200}, &overlay};
    const auto out = simulation.hours_of({Haul{sea.link, sea.service}, sea.a});
    const auto in = simulation.hours_of({Haul{back, home}, sea.b});
    for (std::size_t k = 0; k < out.size(); ++k) {
        EXPECT_NEAR(in[k], 3 * out[k], 1e-9); // 30 h and 10 h times the same factor
    }
}

TEST(Overlay, ChangesNoDrawOfWhatItDoesNotTouch) {
    const Crossing sea;
    const Network network = sea.scene.network();
    Overlay overlay;
    overlay.works[sea.crane].hours = {effect(Effect::Kind::scale, 1, 2, 4)};
    const Step haul{Haul{sea.link, sea.service}, sea.a};
    const DrawPlan plan{.seed = 9, .draws = 300};
    Simulation plain{network, {}, {1}, plan};
    Simulation changed{network, {}, {1}, plan, &overlay};
    EXPECT_EQ(plain.hours_of(haul), changed.hours_of(haul));
}

TEST(Overlay, ClosesAndOpens) {
    Crossing sea;
    sea.scene.open_gates();
    sea.scene.parts.services[sea.service].standing.state = Standing::State::planned;
    const Network network = sea.scene.network();
    const Router router{network};
    Query query{.from = sea.a, .to = sea.b, .month = {1}};
    EXPECT_FALSE(router.best(query)) << "planned";
    Overlay overlay;
    overlay.activated = {sea.service};
    query.overlay = std::make_shared<const Overlay>(overlay);
    EXPECT_TRUE(router.best(query));
    overlay.closed = {{{Target{Mode::sea}}, {Target{Country{"DE"}}, Target{Country{"CN"}}}}};
    query.overlay = std::make_shared<const Overlay>(overlay);
    EXPECT_FALSE(router.best(query)) << "sea, and in Germany or China";
    overlay.closed = {{{Target{Mode::sea}}, {Target{Country{"DE"}}}}};
    query.overlay = std::make_shared<const Overlay>(overlay);
    EXPECT_TRUE(router.best(query));
}

/// An overlay of a few random changes.
Overlay random_overlay(Dice& dice, const Network& network) {
    const auto& parts = network.parts();
    const auto any = [&](const auto& table) {
        return dice.roll(static_cast<std::uint32_t>(table.size()));
    };
    Overlay overlay;
    const auto kind = [&] { return static_cast<Effect::Kind>(dice.roll(3)); };
    for (std::uint32_t i = dice.roll(5); i > 0 && !parts.services.empty(); --i) {
        const ServiceId service{any(parts.services)};
        const LinkId link = network[service].route.front();
        switch (dice.roll(7)) {
        case 0:
            overlay.hauls[{link, service}].hours.push_back(exactly(kind(), dice.roll(4)));
            break;
        case 1:
            overlay.hauls[{link, service}].usd_per_teu.push_back(exactly(kind(), dice.roll(9)));
            break;
        case 2:
            overlay.departures_per_week[service] = {exactly(Effect::Kind::set, 1 + dice.roll(3))};
            break;
        case 3:
            overlay.closed.push_back({{Target{PlaceId{any(parts.places)}}}});
            break;
        case 4:
            overlay.closed.push_back(
                {{Target{link}}, {Target{Mode{static_cast<Mode>(dice.roll(3))}}}});
            break;
        case 5:
            overlay.activated.insert(service);
            break;
        default:
            if (!parts.operations.empty()) {
                overlay.works[{any(parts.operations)}].hours.push_back(
                    exactly(Effect::Kind::add, dice.roll(6)));
            }
        }
    }
    return overlay;
}

TEST(OverlayIndex, TouchesEveryEdgeThatWeighsSomethingElse) {
    constexpr int scenes = 500;
    Dice dice{20261125};
    int changed = 0;
    for (int scene = 0; scene < scenes; ++scene) {
        const Network network = support::random_scene(dice).network();
        const VirtualNetwork graph{network};
        const OverlayIndex index{graph};
        Query query{.from = {0}, .criterion = static_cast<Criterion>(dice.roll(3)), .month = {1}};
        const auto without = weights_to_anywhere(graph, query);
        for (int i = 0; i < 6; ++i) {
            const Overlay overlay = random_overlay(dice, network);
            query.overlay = std::make_shared<const Overlay>(overlay);
            const auto whole = weights_to_anywhere(graph, query);
            EXPECT_EQ(weights_to_anywhere(graph, query, without, index.touched(overlay)), whole);
            changed += whole == without ? 0 : 1;
            query.overlay = nullptr;
        }
    }
    EXPECT_GT(changed, scenes) << "overlays that change nothing prove nothing";
}

} // namespace
} // namespace landsea::model
