#include "model/costing.hpp"
#include "model/router.hpp"
#include "model/target.hpp"
#include "scenarios/batch.hpp"
#include "tests/support/random_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace landsea::scenarios {
namespace {

using model::Criterion;
using model::Network;
using model::PlaceId;
using support::Dice;
using support::random_scene;
using support::Scene;

model::Effect effect(model::Effect::Kind kind, double size) {
    return {.kind = kind,
            .size = {size, size, size, model::TypicalIs::mode},
            .drawn_as = "change:test/0",
            .grade = model::Grade::assumed};
}

model::Target random_target(Dice& dice, const Network& network) {
    const auto one_of = [&](const auto& table) {
        return dice.roll(static_cast<std::uint32_t>(table.size()));
    };
    switch (dice.roll(5)) {
    case 0:
        return model::PassageId{0};
    case 1:
        return model::CorridorId{0};
    case 2:
        return model::Mode{static_cast<model::Mode>(dice.roll(3))};
    case 3:
        if (!network.parts().services.empty()) {
            return model::ServiceId{one_of(network.parts().services)};
        }
        [[fallthrough]];
    default:
        return PlaceId{one_of(network.parts().places)};
    }
}

Change random_change(Dice& dice, const Network& network) {
    using Kind = model::Effect::Kind;
    Change change;
    const model::Scope scope{{random_target(dice, network)}};
    switch (dice.roll(6)) {
    case 0:
        change.what = Close{scope};
        break;
    case 1:
        change.what = Open{{{model::CorridorId{0}}}};
        break;
    case 2:
        change.what =
            AlterHauls{AlterHauls::Number::hours, effect(Kind::scale, 0.5 + dice.roll(4)), scope};
        break;
    case 3:
        change.what = AlterHauls{AlterHauls::Number::usd_per_teu,
                                 effect(Kind::add, 1.0 + dice.roll(9)), scope};
        break;
    case 4:
        change.what = AlterHauls{AlterHauls::Number::charge_usd_per_kg,
                                 effect(Kind::add, 0.1 * dice.roll(9)), scope};
        break;
    default:
        change.what = AlterServices{AlterServices::Number::departures_per_week,
                                    effect(Kind::scale, 0.5 + dice.roll(3)), scope};
    }
    if (dice.roll(3) == 0) { // in March only
        change.months.emplace();
        change.months->at(2) = true;
    }
    return change;
}

/// All pairs of places of a scene, the network as it is and three scenarios, January and March, by
/// every criterion.
struct Case {
    explicit Case(std::uint32_t seed) : dice{seed}, scene{random_scene(dice)} {
        const Network network = scene.network();
        for (const PlaceId from : scene.parts.places.ids()) {
            for (const PlaceId to : scene.parts.places.ids()) {
                BatchJob job{.origin = from, .destination = to};
                if (model::is_within(from, to, network) || model::is_within(to, from, network)) {
                    job.problem = "there already";
                }
                plan.jobs.push_back(job);
            }
        }
        plan.scenarios.resize(4);
        for (std::size_t s = 1; s < plan.scenarios.size(); ++s) {
            for (std::uint32_t i = 1 + dice.roll(3); i > 0; --i) {
                plan.scenarios[s].changes.push_back(random_change(dice, network));
            }
        }
        plan.months = {{1}, {3}};
        plan.criteria = {Criterion::time, Criterion::money, Criterion::carbon,
                         Criterion::generalised};
        plan.query.prices = {model::UsdPerTeuHour{0.5}, model::UsdPerKgCo2e{0.1}};
        plan.query.shipment.kind =
            dice.roll(3) == 0 ? model::CargoKind::dangerous : model::CargoKind::dry;
        if (dice.roll(3) == 0) {
            plan.query.constraints.avoid.push_back(random_target(dice, network));
        }
        if (dice.roll(3) == 0) {
            plan.query.constraints.via.push_back(random_target(dice, network));
        }
    }

    /// Ships have no courses here: closures chart nothing.
    [[nodiscard]] BatchEngine::Charted charted() const {
        return [this](const model::ClosureSet&) { return scene.network(); };
    }

    Dice dice;
    Scene scene;
    BatchPlan plan;
};

bool same(const BatchRow& a, const BatchRow& b) {
    return a.scenario == b.scenario && a.job == b.job && a.month == b.month &&
           a.criterion == b.criterion && a.status == b.status && a.typical.time == b.typical.time &&
           a.typical.money == b.typical.money && a.services == b.services && a.lines == b.lines;
}

/// The query of a row, as one would ask it alone.
model::Query asked_alone(const BatchRow& row, const BatchPlan& plan, const Network& network) {
    model::Query query = plan.query;
    query.from = plan.jobs[row.job].origin;
    query.to = plan.jobs[row.job].destination;
    query.month = row.month;
    query.criterion = row.criterion;
    query.overlay = std::make_shared<const model::Overlay>(
        overlay_of(plan.scenarios[row.scenario], network, row.month));
    return query;
}

TEST(BatchOracle, RowsSayWhatRouterAndCostingSayOfEachQueryAlone) {
    std::size_t routes = 0;
    std::size_t refusals = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const Case test{seed};
        const Network network = test.scene.network();
        const model::Router router{network};
        const BatchEngine engine{test.plan, test.charted()};
        for (std::size_t s = 0; s < test.plan.scenarios.size(); ++s) {
            const auto rows = engine.rows(s, 0, test.plan.jobs.size());
            ASSERT_EQ(rows.size(), test.plan.jobs.size() * 8);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const BatchRow& row = rows[i];
                ASSERT_EQ(row.job, i / 8);
                ASSERT_EQ(row.month, test.plan.months[i / 4 % 2]);
                ASSERT_EQ(row.criterion, test.plan.criteria[i % 4]);
                if (!test.plan.jobs[row.job].problem.empty()) {
                    ASSERT_EQ(row.status, RowStatus::bad_job);
                    continue;
                }
                const model::Query query = asked_alone(row, test.plan, network);
                const auto route = router.best(query);
                ASSERT_EQ(row.status == RowStatus::ok, route.has_value()) << seed << " row " << i;
                refusals += route ? 0 : 1;
                if (!route) {
                    continue;
                }
                ++routes;
                const model::Tally tally = model::Costing{network, query}.typical(*route);
                ASSERT_EQ(row.typical.time, tally.time) << seed << " row " << i;
                ASSERT_EQ(row.typical.money, tally.money);
                ASSERT_EQ(row.typical.carbon, tally.carbon);
                ASSERT_EQ(row.typical.length, tally.length);
                ASSERT_EQ(row.generalised,
                          model::generalised_cost(tally, query.prices, query.shipment.size));
                ASSERT_EQ(row.transfers + 1, row.services.size());
            }
        }
    }
    EXPECT_GT(routes, 1000U);
    EXPECT_GT(refusals, 1000U);
}

TEST(BatchOracle, AnyCutOfTheJobsGivesTheSameRows) {
    for (std::uint32_t seed = 100; seed < 110; ++seed) {
        const Case test{seed};
        const BatchEngine engine{test.plan, test.charted()};
        const auto all = engine.rows(1, 0, test.plan.jobs.size());
        for (std::size_t first = 0; first < test.plan.jobs.size(); first += 5) {
            const std::size_t last = std::min(first + 5, test.plan.jobs.size());
            const auto some = engine.rows(1, first, last);
            ASSERT_EQ(some.size(), (last - first) * 8);
            for (std::size_t i = 0; i < some.size(); ++i) {
                ASSERT_TRUE(same(some[i], all[first * 8 + i])) << seed << " row " << first * 8 + i;
            }
        }
    }
}

TEST(Batch, IsTheSameWhenThreadsShareTheEngine) {
    const Case test{7};
    const BatchEngine alone{test.plan, test.charted()};
    const BatchEngine shared{test.plan, test.charted()};
    std::vector<std::vector<BatchRow>> found(8);
    {
        std::vector<std::jthread> crew;
        for (std::size_t i = 0; i < found.size(); ++i) {
            crew.emplace_back([&, i] { found[i] = shared.rows(i % 4, 0, test.plan.jobs.size()); });
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto expected = alone.rows(i % 4, 0, test.plan.jobs.size());
        ASSERT_EQ(found[i].size(), expected.size());
        EXPECT_TRUE(std::ranges::equal(found[i], expected, same)) << i;
    }
}

/// a --ship 10 h, by the strait--> b        a --ship 30 h--> b
///                                          b --truck 5 h--> c
struct Strait {
    Scene scene;
    PlaceId a = scene.place("a");
    PlaceId b = scene.place("b");
    PlaceId c = scene.place("c");
    model::PassageId strait = scene.parts.passages.add({.id = "strait"});
    model::MeansId ships = scene.means("ships", model::Mode::sea);
    model::MeansId trucks = scene.means("trucks", model::Mode::road);
    model::LinkId near = scene.link("near", a, b, model::Mode::sea, model::Hours{10});
    model::LinkId wide = scene.link("wide", a, b, model::Mode::sea, model::Hours{30});
    model::LinkId road = scene.link("road", b, c, model::Mode::road, model::Hours{5});
    BatchPlan plan;
    std::size_t charts = 0;

    Strait() {
        scene.parts.links[near].passages = {strait};
        scene.parts.links[near].shape = {model::LatLon::degrees(1, 2)};
        scene.service("near", ships, {near});
        scene.service("wide", ships, {wide});
        scene.service("road", trucks, {road});
        scene.open_gates();
        scene.transfer(b, model::Mode::sea, model::Mode::road);
        plan.jobs = {{.origin = a, .destination = c}};
        plan.scenarios.resize(2);
        plan.scenarios[1].changes.push_back({.what = Close{{{strait}}}});
        plan.months = {{1}, {2}, {3}};
        plan.criteria = {Criterion::time, Criterion::money};
    }

    [[nodiscard]] std::vector<BatchRow> rows(std::size_t scenario) {
        const BatchEngine engine{plan, [this](const model::ClosureSet&) {
                                     ++charts;
                                     return scene.network();
                                 }};
        return engine.rows(scenario, 0, 1);
    }
};

TEST(Batch, ChartsEachSetOfClosuresOnce) {
    Strait test;
    EXPECT_EQ(test.rows(0).front().typical.time, model::Hours{15});
    EXPECT_EQ(test.charts, 1U);
    EXPECT_EQ(test.rows(1).front().typical.time, model::Hours{35});
    EXPECT_EQ(test.charts, 2U);
    test.plan.scenarios[1].changes[0].months.emplace();
    test.plan.scenarios[1].changes[0].months->at(1) = true; // in February only
    const auto rows = test.rows(1);
    EXPECT_EQ(test.charts, 4U);
    EXPECT_EQ(rows[0].typical.time, model::Hours{15});
    EXPECT_EQ(rows[2].typical.time, model::Hours{35});
    EXPECT_EQ(rows[4].typical.time, model::Hours{15});
}

TEST(Batch, NamesTheServicesAndDrawsLinesWhereAskedFor) {
    Strait test;
    const auto plain = test.rows(0);
    EXPECT_EQ(plain.front().services, (std::vector<std::string>{"near", "road"}));
    EXPECT_EQ(plain.front().transfers, 1U);
    EXPECT_TRUE(plain.front().lines.empty());
    test.plan.detail = RowDetail::lines;
    const auto drawn = test.rows(0);
    const Network network = test.scene.network();
    const std::vector<model::LatLon> line{network[test.a].location, model::LatLon::degrees(1, 2),
                                          network[test.b].location, network[test.c].location};
    ASSERT_EQ(drawn.front().lines.size(), 1U) << "the road goes on where the ship ends";
    EXPECT_EQ(drawn.front().lines.front(), line);
}

TEST(Batch, DrawsEachRowAsItsRouteIsSimulatedAlone) {
    Strait test;
    test.scene.parts.links[test.near].time = support::between<model::Hours>(5, 10, 30);
    test.plan.draws = model::DrawPlan{.seed = 3, .draws = 500};
    const auto row = test.rows(0).front();
    ASSERT_TRUE(row.spread.has_value());
    const Network network = test.scene.network();
    const model::Query query = asked_alone(row, test.plan, network);
    model::Simulation alone{network, query.shipment, query.month, *test.plan.draws};
    const model::Sample sample = alone.sample(*model::Router{network}.best(query));
    EXPECT_EQ(row.spread->hours.p5, spread_of(sample.hours).p5);
    EXPECT_EQ(row.spread->hours.p95, spread_of(sample.hours).p95);
    EXPECT_LT(row.spread->hours.p5, row.spread->hours.p95);
}

} // namespace
} // namespace landsea::scenarios
