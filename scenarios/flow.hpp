#pragma once

#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/tally.hpp"
#include "model/virtual_network.hpp"
#include "scenarios/capacity.hpp"
#include "scenarios/route_choice.hpp"
#include "scenarios/user_equilibrium.hpp"

#include <optional>
#include <vector>

namespace landsea::scenarios {

/// What goes from one place to another in a year.
struct FreightDemand {
    model::PlaceId from;
    model::PlaceId to;
    model::Teu yearly;
};

/// How shippers choose: spread over alternatives, or each the cheapest that is left.
enum class FlowModel { logit, equilibrium };

struct FlowQuestion {
    model::Query query; ///< ends, size, `via` and `order` are not read; the rest governs all pairs
    std::vector<FreightDemand> demand;
    std::vector<Capacity> capacities; ///< of places, passages and services
    FlowModel model = FlowModel::equilibrium;
    double theta = 1.0;     ///< of the logit, per hour, USD or kg of a TEU, as the criterion goes
    double accuracy = 1e-6; ///< relative gap or residual
    int most_iterations = 1000;
    ChoiceRules choice{};    ///< of the logit
    double background = 0.0; ///< other traffic over capacity, where `Capacity` does not know it
};

/// A way that boxes of a pair take.
struct FlowRoute {
    model::Itinerary itinerary;
    model::Teu yearly;
    model::Tally mean;  ///< of a TEU, expected, the queues below not included
    model::Hours queue; ///< beyond the waits that the network already knows
    double cost{};      ///< of a TEU by the criterion, with the queue: hours, USD or kg
};

struct PairFlow {
    FreightDemand demand;
    std::vector<FlowRoute> routes; ///< most volume first; none where nothing leads there
};

struct BottleneckFlow {
    Capacity capacity;
    model::Teu in_use; ///< by traffic that is not assigned
    model::Teu assigned;
    model::Hours queue; ///< that the assigned traffic adds to the wait of everybody
};

/// Boxes on a service along a link.
struct LegFlow {
    model::ServiceId service;
    model::LinkId link;
    model::Teu yearly;
};

/// Boxes that ride any service of a corridor; one that rides two corridors counts in both.
struct CorridorFlow {
    model::CorridorId corridor;
    model::Teu yearly;
};

/// Sums and averages over all boxes that are sent.
struct FlowTotals {
    model::Teu sent;
    model::Teu cut_off;
    int pairs_cut_off{};
    model::Tally mean; ///< of a TEU, queues included in its time
    model::Hours queue;
    double cost{}; ///< of all boxes by the criterion, with queues
};

/// Where the boxes go.
struct Flow {
    std::vector<PairFlow> pairs;             ///< in the order of the demand
    std::vector<BottleneckFlow> bottlenecks; ///< in the order of the capacities
    std::vector<LegFlow> legs;               ///< that carry anything, in the order of the network
    std::vector<CorridorFlow> corridors;     ///< all, in the order of the network
    FlowTotals totals;
    double residual{}; ///< relative gap or residual of the fixed point
    int iterations{};
    double beckmann_objective{};
};

/// Assigns the demand to the virtual network.
///
/// An edge costs what `weights_to_anywhere` says. A box goes through a place where a haul brings it
/// there or where it is loaded at the gate, through a passage on a link that has it, and through
/// the bottleneck of a service where it boards. What it waits there is `QueueDelay` over a year,
/// priced by the criterion: as time, at the value of time, or at nothing by money and carbon.
/// Alternatives of the logit come from `route_choice` at the costs without queues.
Flow assign_flow(const model::VirtualNetwork& graph, const FlowQuestion& question);

/// What an hour costs by the criterion, per TEU.
double price_of_hour(const model::Query& query);

} // namespace landsea::scenarios
