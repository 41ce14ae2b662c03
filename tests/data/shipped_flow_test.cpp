#include "io/read_capacities.hpp"
#include "io/read_demand.hpp"
#include "io/read_network.hpp"
#include "model/first_mile.hpp"
#include "scenarios/flow.hpp"

#include <gmock/gmock.h>

#include <filesystem>

// The shipped capacities and the sample of demand on the shipped network, without sea lanes:
// services whose ways they compute do not sail here.

namespace landsea {
namespace {

namespace fs = std::filesystem;

const fs::path source{LANDSEA_SOURCE_DIR};

const model::Network& network() {
    static const model::Network network{model::with_first_mile(
        io::read_network_folder(source / "data" / "network").network.parts())};
    return network;
}

scenarios::FlowQuestion sample() {
    scenarios::FlowQuestion question;
    question.demand = io::read_demand(source / "scenarios" / "sample_demand.csv", network());
    question.capacities =
        io::read_capacities(source / "data" / "capacities.json", network()).capacities;
    for (const auto& capacity : scenarios::capacities_of_services(network())) {
        question.capacities.push_back(capacity);
    }
    question.query.criterion = model::Criterion::generalised;
    question.query.prices.time = model::carrying_cost(question.query.shipment.value, 0.1);
    return question;
}

TEST(ShippedFlow, ComesToTheEquilibrium) {
    const model::VirtualNetwork graph{network()};
    const scenarios::Flow flow = scenarios::assign_flow(graph, sample());
    EXPECT_LE(flow.residual, 1e-6);
    EXPECT_GT(flow.totals.sent.count(), 0);
}

TEST(ShippedFlow, ComesToTheFixedPointOfTheLogit) {
    const model::VirtualNetwork graph{network()};
    scenarios::FlowQuestion question = sample();
    question.model = scenarios::FlowModel::logit;
    question.theta = 0.01;
    const scenarios::Flow flow = scenarios::assign_flow(graph, question);
    EXPECT_LE(flow.residual, 1e-6);
    EXPECT_GT(flow.totals.sent.count(), 0);
}

TEST(ShippedFlow, UsesNoMoreThanTheCapacitiesToday) {
    for (const scenarios::Capacity& capacity :
         io::read_capacities(source / "data" / "capacities.json", network()).capacities) {
        ASSERT_TRUE(capacity.in_use) << scenarios::id_of(capacity.where, network());
        EXPECT_LT(capacity.in_use->range.typical, capacity.yearly.range.typical);
    }
}

} // namespace
} // namespace landsea
