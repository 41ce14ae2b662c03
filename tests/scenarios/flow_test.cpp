#include "scenarios/flow.hpp"
#include "tests/support/scene.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace landsea::scenarios {
namespace {

using model::Hours;
using model::Mode;
using model::PlaceId;
using model::Teu;
using support::certain;
using support::Scene;
using testing::ElementsAre;
using testing::SizeIs;

constexpr double year_h = 8760;

Capacity capacity(BottleneckId where, double yearly, double in_use = 0) {
    return {.where = where,
            .yearly = certain(Teu{yearly}),
            .in_use = certain(Teu{in_use}),
            .batch = certain(Teu{1})};
}

/// What so many boxes a year wait beside so many others.
double queue_hours(double volume, double yearly, double in_use = 0) {
    return delay_at(
        QueueDelay{.capacity = yearly, .in_use = in_use, .batch = 1, .cost_per_period = year_h},
        volume);
}

/// The volume at which they wait so long.
double volume_that_waits(double hours, double yearly) {
    double low = 0;
    double high = 100 * yearly;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (queue_hours(middle, yearly) < hours ? low : high) = middle;
    }
    return low;
}

/// A barge through a lock, and a train past it:
///     west --5 h--> lock --5 h--> east (barge)          west --30 h (tunnel)--> east (train)
struct River {
    Scene scene;
    PlaceId west = scene.place("west");
    PlaceId lock = scene.place("lock");
    PlaceId east = scene.place("east");
    PlaceId isle = scene.place("isle");
    model::MeansId barges = scene.means("barges", Mode::inland_waterway);
    model::MeansId trains = scene.means("trains", Mode::rail);
    model::LinkId upper = scene.link("upper", west, lock, Mode::inland_waterway, Hours{5});
    model::LinkId lower = scene.link("lower", lock, east, Mode::inland_waterway, Hours{5});
    model::LinkId rails = scene.link("rails", west, east, Mode::rail, Hours{30});
    model::PassageId tunnel = scene.parts.passages.add({.id = "tunnel"});
    model::CorridorId waterway = scene.parts.corridors.add({.id = "waterway"});
    model::ServiceId barge = scene.service("barge", barges, {upper, lower});
    model::ServiceId train = scene.service("train", trains, {rails});

    River() {
        scene.parts.links[rails].passages = {tunnel};
        scene.parts.services[barge].corridors = {waterway};
        scene.open_gates();
    }

    [[nodiscard]] FlowQuestion question(double yearly) const {
        FlowQuestion question;
        question.demand = {{.from = west, .to = east, .yearly = Teu{yearly}}};
        return question;
    }

    [[nodiscard]] Flow flow(const FlowQuestion& question) const {
        const model::Network network = scene.network();
        return assign_flow(model::VirtualNetwork{network}, question);
    }
};

TEST(Flow, FillsTheLockUntilTheTrainIsAsQuick) {
    const River river;
    FlowQuestion question = river.question(2000);
    question.capacities = {capacity(river.lock, 1000)};
    question.accuracy = 1e-10;
    const Flow flow = river.flow(question);
    const double by_barge = volume_that_waits(20, 1000); // 10 h + 20 h = 30 h
    EXPECT_LE(flow.residual, 1e-10);
    EXPECT_NEAR(flow.bottlenecks[0].assigned.count(), by_barge, 1e-4);
    EXPECT_NEAR(flow.bottlenecks[0].queue.count(), 20, 1e-4);
    ASSERT_THAT(flow.pairs[0].routes, SizeIs(2));
    for (const FlowRoute& route : flow.pairs[0].routes) {
        EXPECT_NEAR(route.cost, 30, 1e-4);
    }
    EXPECT_NEAR(flow.totals.cost, 2000 * 30, 0.1);
    EXPECT_NEAR(flow.totals.mean.time.count(), 30, 1e-4);
    EXPECT_NEAR(flow.totals.queue.count(), 20 * by_barge / 2000, 1e-4);
    EXPECT_NEAR(flow.corridors[river.waterway.index].yearly.count(), by_barge, 1e-4);
}

TEST(Flow, ListsTheLegsWithWhatTheyCarry) {
    const River river;
    const Flow flow = river.flow(river.question(7));
    ASSERT_THAT(flow.legs, SizeIs(2));
    EXPECT_EQ(flow.legs[0].link, river.upper);
    EXPECT_EQ(flow.legs[1].link, river.lower);
    EXPECT_EQ(flow.legs[1].service, river.barge);
    EXPECT_EQ(flow.legs[1].yearly, Teu{7});
    EXPECT_EQ(flow.pairs[0].routes[0].mean.length, model::Km{200});
}

TEST(Flow, CountsABoxOnceAtEachBottleneckThatItMeets) {
    const River river;
    FlowQuestion question = river.question(7);
    for (const BottleneckId where :
         {BottleneckId{river.west}, BottleneckId{river.lock}, BottleneckId{river.east},
          BottleneckId{river.isle}, BottleneckId{river.tunnel}, BottleneckId{river.barge},
          BottleneckId{river.train}}) {
        question.capacities.push_back(capacity(where, 1e6));
    }
    std::vector<double> met;
    for (const BottleneckFlow& bottleneck : river.flow(question).bottlenecks) {
        met.push_back(bottleneck.assigned.count());
    }
    EXPECT_THAT(met, ElementsAre(7, 7, 7, 0, 0, 7, 0));
    question.query.constraints.avoid = {river.lock};
    met.clear();
    for (const BottleneckFlow& bottleneck : river.flow(question).bottlenecks) {
        met.push_back(bottleneck.assigned.count());
    }
    EXPECT_THAT(met, ElementsAre(7, 0, 7, 0, 7, 0, 7));
}

TEST(Flow, LeavesOutWhatIsClosedAndWhatIsThenCutOff) {
    const River river;
    FlowQuestion question = river.question(5);
    question.query.constraints.avoid = {river.lock, river.train};
    const Flow flow = river.flow(question);
    EXPECT_THAT(flow.pairs[0].routes, SizeIs(0));
    EXPECT_EQ(flow.totals.cut_off, Teu{5});
    EXPECT_EQ(flow.totals.pairs_cut_off, 1);
    EXPECT_EQ(flow.totals.sent, Teu{});
    EXPECT_EQ(flow.totals.cost, 0);
}

TEST(Flow, SpreadsByTheLogitOfTheCosts) {
    // 10 h against 30 h at 0.05 an hour: 1 : exp(-1).
    const River river;
    FlowQuestion question = river.question(100);
    question.model = FlowModel::logit;
    question.theta = 0.05;
    question.choice.dearest = 4;
    const Flow flow = river.flow(question);
    ASSERT_THAT(flow.pairs[0].routes, SizeIs(2));
    EXPECT_NEAR(flow.pairs[0].routes[0].yearly.count(), 100 / (1 + std::exp(-1.0)), 1e-6);
}

TEST(Flow, FindsTheFixedPointOfTheLogitWithAQueue) {
    const River river;
    FlowQuestion question = river.question(2000);
    question.capacities = {capacity(river.lock, 1000, 500)};
    question.model = FlowModel::logit;
    question.theta = 0.2;
    question.choice.dearest = 4;
    question.accuracy = 1e-11;
    double low = 0; // the share of the barge falls as it fills
    double high = 2000;
    for (int i = 0; i < 200; ++i) {
        const double v = (low + high) / 2;
        const double cost = 10 + queue_hours(v, 1000, 500);
        (2000 / (1 + std::exp(-0.2 * (30 - cost))) > v ? low : high) = v;
    }
    const Flow flow = river.flow(question);
    EXPECT_LE(flow.residual, 1e-11);
    EXPECT_NEAR(flow.bottlenecks[0].assigned.count(), low, 1e-5);
}

TEST(Flow, LetsQueuesMoveNobodyWhoCountsOnlyMoney) {
    River river;
    river.scene.parts.links[river.rails].money = certain(model::UsdPerTeu{1});
    FlowQuestion question = river.question(2000);
    question.query.criterion = model::Criterion::money;
    question.capacities = {capacity(river.lock, 1000)};
    const Flow flow = river.flow(question);
    EXPECT_EQ(flow.bottlenecks[0].assigned, Teu{2000});
    EXPECT_GT(flow.bottlenecks[0].queue, Hours{4000});
    EXPECT_EQ(flow.totals.cost, 0);
    EXPECT_EQ(price_of_hour(question.query), 0);
}

TEST(Flow, PricesTheQueueAtTheValueOfTime) {
    // The barge takes 10 h and nothing, the train 30 h and 40 USD: at 3 USD an hour 30 against 130
    // USD, so that the queue grows to 100 / 3 h.
    River river;
    river.scene.parts.links[river.rails].money = certain(model::UsdPerTeu{40});
    FlowQuestion question = river.question(2000);
    question.query.criterion = model::Criterion::generalised;
    question.query.prices.time = model::UsdPerTeuHour{3};
    question.query.shipment.size = Teu{4}; // not read
    question.capacities = {capacity(river.lock, 1000)};
    question.accuracy = 1e-10;
    const Flow flow = river.flow(question);
    EXPECT_NEAR(flow.bottlenecks[0].queue.count(), 100.0 / 3, 1e-4);
    EXPECT_NEAR(flow.totals.cost, 2000 * 130, 1);
}

TEST(Flow, TakesOtherTrafficForTheShareAskedForWhereItIsUnknown) {
    const River river;
    FlowQuestion question = river.question(1);
    question.background = 0.25;
    question.capacities = {capacity(river.lock, 1000, 700), capacity(river.east, 1000)};
    question.capacities[1].in_use.reset();
    const Flow flow = river.flow(question);
    EXPECT_EQ(flow.bottlenecks[0].in_use, Teu{700});
    EXPECT_EQ(flow.bottlenecks[1].in_use, Teu{250});
}

/// Braess's paradox with queues. Going by `short_a` or `short_b` is quick until they are full, the
/// long ways take 4,000 h whatever goes there, and a bridge joins the short ones:
///     0 --short_a--> 1 --long_a--> 3       0 --long_b--> 2 --short_b--> 3       1 --bridge--> 2
struct Paradox {
    Scene scene;
    std::vector<PlaceId> at;
    model::MeansId trains = scene.means("trains", Mode::rail);
    model::ServiceId short_a;
    model::ServiceId long_b;
    model::ServiceId bridge;
    model::ServiceId short_b;

    Paradox() {
        for (const char* id : {"zero", "one", "two", "three"}) {
            at.push_back(scene.place(id));
        }
        scene.open_gates();
        short_a = ride("short_a", 0, 1, 0);
        ride("long_a", 1, 3, 4000);
        long_b = ride("long_b", 0, 2, 4000);
        bridge = ride("bridge", 1, 2, 0);
        short_b = ride("short_b", 2, 3, 0);
        for (const int place : {1, 2}) {
            scene.transfer(at[place], model::AnyMeans{}, model::AnyMeans{});
        }
    }

    model::ServiceId ride(const std::string& id, int from, int to, double hours) {
        return scene.service(id, trains,
                             {scene.link(id, at[from], at[to], Mode::rail, Hours{hours})});
    }
};

TEST(Flow, ReportsThatClosingALinkHelps) {
    // A queue of 100 a year is 4,000 h long at about 191 boxes. With the bridge, boxes take it
    // until both short ways cost as much as a long one: 8,000 h for everybody. Without, 150 go each
    // way: 4,000 h and the queue of 150.
    const Paradox paradox;
    FlowQuestion question;
    question.demand = {{.from = paradox.at[0], .to = paradox.at[3], .yearly = Teu{300}}};
    question.capacities = {capacity(paradox.short_a, 100), capacity(paradox.short_b, 100)};
    question.accuracy = 1e-10;
    const model::Network network = paradox.scene.network();
    const model::VirtualNetwork graph{network};
    const Flow open = assign_flow(graph, question);
    EXPECT_THAT(open.pairs[0].routes, SizeIs(3));
    EXPECT_NEAR(open.totals.cost / 300, 8000, 1e-3);
    question.query.constraints.avoid = {paradox.bridge};
    const Flow closed = assign_flow(graph, question);
    EXPECT_NEAR(closed.totals.cost / 300, 4000 + queue_hours(150, 100), 1e-3);
    EXPECT_LT(closed.totals.cost, open.totals.cost);
}

TEST(Capacities, OfServicesAreDeparturesTimesRoomTimesWeeks) {
    Scene scene;
    const auto a = scene.place("a");
    const auto b = scene.place("b");
    const auto trains = scene.means("trains", Mode::rail);
    const auto ab = scene.link("ab", a, b, Mode::rail, Hours{1});
    const auto weekly = scene.service("weekly", trains, {ab}, 2);
    scene.service("on_call", trains, {ab});
    scene.parts.services[weekly].capacity_teu = certain(100.0);
    const model::Network network = scene.network();
    const auto capacities = capacities_of_services(network);
    ASSERT_THAT(capacities, SizeIs(1));
    EXPECT_EQ(id_of(capacities[0].where, network), "weekly");
    EXPECT_DOUBLE_EQ(capacities[0].yearly.range.typical.count(), 200 * 365.0 / 7);
    EXPECT_FALSE(capacities[0].in_use);
}

TEST(Capacities, OfServicesFollowTheScenario) {
    Scene scene;
    const auto a = scene.place("a");
    const auto trains = scene.means("trains", Mode::rail);
    const auto ab = scene.link("ab", a, scene.place("b"), Mode::rail, Hours{1});
    const auto weekly = scene.service("weekly", trains, {ab}, 2);
    scene.parts.services[weekly].capacity_teu = certain(100.0);
    model::Overlay overlay;
    overlay.departures_per_week[weekly] = {
        {.kind = model::Effect::Kind::scale, .size = model::Range<double>::certain(3)}};
    const model::Network network = scene.network();
    const auto capacities = capacities_of_services(network, &overlay);
    EXPECT_DOUBLE_EQ(capacities[0].yearly.range.typical.count(), 600 * 365.0 / 7);
}

} // namespace
} // namespace landsea::scenarios
