#include "io/comparison_files.hpp"
#include "io/csv.hpp"
#include "io/flow_report.hpp"
#include "io/number_text.hpp"

namespace landsea::io {

namespace {

using model::Network;
using scenarios::Flow;
using scenarios::FlowRoute;
using scenarios::PairFlow;

constexpr int decimals = 4;

std::string number(double value) {
    return fixed_text(value, decimals);
}

std::string number(const std::optional<double>& value) {
    return value ? number(*value) : std::string{};
}

std::string services_of(const FlowRoute& route, const Network& network) {
    std::string services;
    std::optional<model::ServiceId> last;
    for (const model::Step& step : route.itinerary.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul != nullptr && haul->service != last) {
            services += (services.empty() ? "" : "|") + network[haul->service].id;
            last = haul->service;
        }
    }
    return services;
}

std::string route_line(const std::vector<std::string>& head, const PairFlow& pair,
                       const FlowRoute& route, std::size_t position, const Network& network,
                       const model::Prices& prices) {
    model::Tally mean = route.mean;
    mean.time += route.queue;
    std::vector<std::string> fields = head;
    const std::vector<std::string> more{
        std::to_string(position),
        number(route.yearly.count()),
        number(route.yearly / pair.demand.yearly),
        number(model::days(mean.time)),
        number(model::days(route.queue)),
        number(mean.money.count()),
        number(mean.carbon.count()),
        number(model::generalised_cost(mean, prices, model::Teu{1}).count()),
        number(mean.length.count()),
        services_of(route, network)};
    fields.insert(fields.end(), more.begin(), more.end());
    return csv_line(fields);
}

std::string routes_of(const Flow& flow, const std::string& state, const FlowReport& report,
                      const Network& network, const Identity& identity) {
    std::string text;
    for (const PairFlow& pair : flow.pairs) {
        const std::vector<std::string> head{state == "before" ? "base" : identity.scenario,
                                            flow_model_word(report.question.model),
                                            month_word(report.question.query.month),
                                            state,
                                            network[pair.demand.from].id,
                                            network[pair.demand.to].id,
                                            number(pair.demand.yearly.count()),
                                            pair.routes.empty() ? "cut_off" : "sent"};
        if (pair.routes.empty()) {
            std::vector<std::string> fields = head;
            fields.resize(head.size() + 10);
            text += csv_line(fields);
        }
        for (std::size_t i = 0; i < pair.routes.size(); ++i) {
            text += route_line(head, pair, pair.routes[i], i + 1, network,
                               report.question.query.prices);
        }
    }
    return text;
}

} // namespace

std::string flow_volumes_csv(const FlowReport& report, const Network& network,
                             const Identity& identity) {
    std::vector<std::string> titles{"scenario_id",
                                    "model",
                                    "month",
                                    "kind",
                                    "id",
                                    "name_en",
                                    "name_zh",
                                    "capacity_teu_per_year",
                                    "capacity_grade",
                                    "in_use_teu_per_year",
                                    "teu_per_year",
                                    "queue_hours"};
    if (report.after) {
        titles.insert(titles.end(),
                      {"after_capacity_teu_per_year", "after_teu_per_year", "after_queue_hours",
                       "change_teu_per_year", "change_queue_hours"});
    }
    std::string text = csv_line(titles);
    for (const FlowRow& row : flow_rows(report, network)) {
        std::vector<std::string> fields{identity.scenario,
                                        flow_model_word(report.question.model),
                                        month_word(report.question.query.month),
                                        row.kind,
                                        row.id,
                                        row.names.en,
                                        row.names.zh,
                                        number(row.capacity_teu),
                                        row.capacity_grade,
                                        number(row.in_use_teu),
                                        number(row.teu),
                                        number(row.queue_hours)};
        if (report.after) {
            fields.push_back(number(row.after_capacity_teu));
            fields.push_back(number(row.after_teu));
            fields.push_back(number(row.after_queue_hours));
            fields.push_back(number(row.after_teu - row.teu));
            fields.push_back(row.queue_hours ? number(*row.after_queue_hours - *row.queue_hours)
                                             : std::string{});
        }
        text += csv_line(fields);
    }
    return text;
}

std::string flow_routes_csv(const FlowReport& report, const Network& network,
                            const Identity& identity) {
    std::string text = csv_line(
        {"scenario_id", "model", "month", "state", "from", "to", "demand_teu_per_year", "status",
         "route", "teu_per_year", "share", "mean_days", "queue_days", "mean_usd_per_teu",
         "mean_kg_co2e_per_teu", "generalised_usd_per_teu", "length_km", "services"});
    text += routes_of(report.before, "before", report, network, identity);
    if (report.after) {
        text += routes_of(*report.after, "after", report, network, identity);
    }
    return text;
}

} // namespace landsea::io
