#pragma once

#include "io/presentation.hpp"
#include "model/network.hpp"
#include "scenarios/flow.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::io {

/// An assignment, and another one under closures or a scenario where there are any.
struct FlowReport {
    scenarios::FlowQuestion question;
    scenarios::Flow before;
    std::vector<model::Target> closures;
    std::string scenario; ///< that is laid over the network afterwards; empty without one
    std::optional<scenarios::Flow> after;
    std::string capacity_hash; ///< of the file of capacities; empty without one
    std::string demand_hash;
};

/// What happens to one place, passage, service, leg or corridor.
struct FlowRow {
    std::string kind; ///< place, passage, service, leg, corridor
    std::string id;   ///< of a leg: SERVICE|LINK
    model::Names names;
    std::optional<double> capacity_teu; ///< in a year, as all below
    std::string capacity_grade;
    std::optional<double> in_use_teu;
    double teu{};
    std::optional<double> queue_hours;
    std::optional<double> after_capacity_teu;
    double after_teu{};
    std::optional<double> after_queue_hours;
};

/// Bottlenecks that are known by name or carry anything, then corridors and legs that do. Most
/// volume first within places and passages, services, corridors, legs.
std::vector<FlowRow> flow_rows(const FlowReport& report, const model::Network& network);

/// What a leg is called: "Yangtze ordinary liner: Gezhouba locks – Shanghai Waigaoqiao".
model::Names leg_names(model::ServiceId service, model::LinkId link, const model::Network& network);

/// What is wanted, found and spent: for people, in the order of importance.
std::string flow_table(const FlowReport& report, const model::Network& network,
                       const Identity& identity, const Presentation& presentation);

/// Everything; keys end in their unit.
std::string flow_json(const FlowReport& report, const model::Network& network,
                      const Identity& identity);

/// One row for each of `flow_rows`. RFC 4180.
std::string flow_volumes_csv(const FlowReport& report, const model::Network& network,
                             const Identity& identity);

/// One row for each route of each pair, or for the pair when nothing leads there. RFC 4180.
std::string flow_routes_csv(const FlowReport& report, const model::Network& network,
                            const Identity& identity);

/// "logit" or "ue".
std::string flow_model_word(scenarios::FlowModel model);

} // namespace landsea::io
