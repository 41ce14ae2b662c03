#include "model/costing.hpp"
#include "model/first_mile.hpp"
#include "model/router.hpp"
#include "scenarios/parameter.hpp"
#include "scenarios/parameter_units.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace landsea::scenarios {
namespace {

using model::Effect;
using model::Hours;
using model::Mode;
using model::Network;
using model::UsdPerTeu;
using support::Scene;

Effect open(Effect::Kind kind) {
    return {.kind = kind, .size = model::Range<double>::certain(1.0), .drawn_as = "open"};
}

/// a --train, 10 h, 100 USD, 7 a week--> b --train, 5 h, 40 USD--> c
struct Line {
    Line() {
        const auto a = scene.place("a");
        const auto b = scene.place("b");
        const auto c = scene.place("c");
        const auto train = scene.means("train", Mode::rail);
        ab = scene.link("ab", a, b, Mode::rail, Hours{10}, UsdPerTeu{100});
        bc = scene.link("bc", b, c, Mode::rail, Hours{5}, UsdPerTeu{40});
        service = scene.service("train", train, {ab, bc}, 7.0);
        scene.open_gates();
        query = {.from = a, .to = c};
    }

    [[nodiscard]] model::Tally at(const Parameter& parameter, double value) const {
        const Network network = scene.network();
        const model::Query asked = OpenQuery{query, {parameter}, network}.at({value});
        return model::Costing{network, asked}.mean(*model::Router{network}.best(asked));
    }

    Scene scene;
    model::LinkId ab, bc;
    model::ServiceId service;
    model::Query query;
};

Parameter of_hauls(AlterHauls::Number number, Effect::Kind kind, model::Target target, Unit unit) {
    return {.text = "open",
            .unit = unit,
            .what = AlterHauls{number, open(kind), {{std::move(target)}}},
            .from = 0,
            .to = 1};
}

TEST(Parameter, ChangesTheNumbersOfItsScope) {
    const Line line;
    using Number = AlterHauls::Number;
    const auto factor = of_hauls(Number::hours, Effect::Kind::scale, Mode::rail, Unit::factor);
    EXPECT_DOUBLE_EQ(line.at(factor, 2.0).time.count(), 12 + 20 + 10);
    const auto price = of_hauls(Number::usd_per_teu, Effect::Kind::set, line.ab, Unit::usd_per_teu);
    EXPECT_DOUBLE_EQ(line.at(price, 70).money.count(), 110);
    // 0.1 kg per tonne-km x 10 t x 200 km = 200 kg, at 50 USD a tonne.
    const auto charge = of_hauls(Number::charge_usd_per_kg, Effect::Kind::add, Mode::rail,
                                 Unit::usd_per_tonne_co2e);
    EXPECT_DOUBLE_EQ(line.at(charge, 50).money.count(), 150);
    const Parameter departures{.unit = Unit::departures_per_week,
                               .what = AlterServices{AlterServices::Number::departures_per_week,
                                                     open(Effect::Kind::set),
                                                     {{line.service}}}};
    EXPECT_DOUBLE_EQ(line.at(departures, 2).time.count(), 42 + 15);
}

TEST(Parameter, SetsThePricesOfTheGeneralisedCost) {
    const Line line;
    const Network network = line.scene.network();
    const OpenQuery open{line.query,
                         {{.unit = Unit::usd_per_teu_day, .what = PriceOf::time},
                          {.unit = Unit::usd_per_tonne_co2e, .what = PriceOf::carbon}},
                         network};
    const model::Query asked = open.at({48, 100});
    EXPECT_DOUBLE_EQ(asked.prices.time.count(), 2.0);
    EXPECT_DOUBLE_EQ(asked.prices.carbon.count(), 0.1);
    // 140 USD + 27 h x 2 USD + 200 kg x 0.1 USD
    const auto route = model::Router{network}.best(asked);
    EXPECT_NEAR(worth_of(*route, asked, model::Criterion::generalised, network), 214, 1e-9);
}

TEST(Parameter, AddsDwellWhereTheBoxChangesMeans) {
    Line line;
    line.scene.parts = model::with_added_dwell(line.scene.parts, line.query.to, Hours{});
    const Parameter dwell{.unit = Unit::hours,
                          .what = AddDwell{line.query.to, open(Effect::Kind::add)}};
    EXPECT_DOUBLE_EQ(line.at(dwell, 30).time.count(), 27 + 30);
}

TEST(Parameter, KnowsWhatItIsToday) {
    const Line line;
    const Network network = line.scene.network();
    using Number = AlterHauls::Number;
    const auto today = [&](const Parameter& parameter) {
        return today_of(parameter, line.query, network);
    };
    EXPECT_EQ(today(of_hauls(Number::hours, Effect::Kind::add, line.ab, Unit::hours)), 0.0);
    EXPECT_EQ(today(of_hauls(Number::hours, Effect::Kind::scale, line.ab, Unit::factor)), 1.0);
    EXPECT_EQ(today(of_hauls(Number::hours, Effect::Kind::set, line.ab, Unit::hours)), 10.0);
    EXPECT_EQ(today(of_hauls(Number::hours, Effect::Kind::set, Mode::rail, Unit::hours)),
              std::nullopt); // 10 h and 5 h
    EXPECT_EQ(today({.what = AlterServices{AlterServices::Number::departures_per_week,
                                           open(Effect::Kind::set),
                                           {{line.service}}}}),
              7.0);
}

TEST(Parameter, SaysHowFarANumberCanFall) {
    Line line;
    const Network network = line.scene.network();
    auto added =
        of_hauls(AlterHauls::Number::usd_per_teu, Effect::Kind::add, Mode::rail, Unit::usd_per_teu);
    EXPECT_NEAR(least_addition(added, line.query, network), -40.0, 1e-6);
    // A scenario that takes 60 USD off a leg of 40 leaves -20, which counts as nothing.
    auto overlay = std::make_shared<model::Overlay>();
    Effect taken = open(Effect::Kind::add);
    taken.size = model::Range<double>::certain(-60);
    overlay->hauls[{line.bc, line.service}].usd_per_teu.push_back(taken);
    line.query.overlay = overlay;
    EXPECT_NEAR(least_addition(added, line.query, network), 20.0, 1e-6);
    std::get<AlterHauls>(added.what).effect.kind = Effect::Kind::scale;
    EXPECT_TRUE(std::isinf(least_addition(added, line.query, network)));
}

TEST(Parameter, ActsAfterTheScenario) {
    Line line;
    auto overlay = std::make_shared<model::Overlay>();
    Effect more = open(Effect::Kind::add);
    more.size = model::Range<double>::certain(6);
    overlay->hauls[{line.ab, line.service}].hours.push_back(more);
    line.query.overlay = overlay;
    const auto factor =
        of_hauls(AlterHauls::Number::hours, Effect::Kind::scale, line.ab, Unit::factor);
    EXPECT_DOUBLE_EQ(line.at(factor, 2).time.count(), 12 + 2 * (10 + 6) + 5);
}

TEST(Parameter, MovesWhatItsNumberCounts) {
    const Line line;
    using model::Criterion;
    const auto hours = of_hauls(AlterHauls::Number::hours, Effect::Kind::add, line.ab, Unit::hours);
    EXPECT_TRUE(moves(hours, Criterion::time));
    EXPECT_FALSE(moves(hours, Criterion::money));
    EXPECT_TRUE(moves(hours, Criterion::generalised));
    const Parameter price{.what = PriceOf::carbon};
    EXPECT_FALSE(moves(price, Criterion::carbon));
    EXPECT_TRUE(moves(price, Criterion::generalised));
}

TEST(ShownUnit, TurnsHoursIntoDaysWhereTheyAreMany) {
    Parameter hours{.unit = Unit::hours, .from = 0, .to = 48};
    EXPECT_EQ(shown_unit(hours).names.en, "h");
    EXPECT_EQ(shown_unit(hours).decimals, 1);
    hours.to = 240;
    EXPECT_EQ(shown_unit(hours).names.en, "d");
    EXPECT_DOUBLE_EQ(240 * shown_unit(hours).times, 10.0);
}

} // namespace
} // namespace landsea::scenarios
