#include "io/flow_report.hpp"

#include <algorithm>
#include <map>

namespace landsea::io {

namespace {

using model::Network;
using scenarios::BottleneckFlow;
using scenarios::Flow;

/// Volumes this small are what a solver leaves behind.
constexpr double least_teu = 0.01;

std::string kind_of(const scenarios::BottleneckId& where) {
    constexpr const char* kinds[] = {"place", "passage", "service"};
    return kinds[where.index()];
}

std::string grade_of(const model::Evidence& evidence) {
    constexpr const char* words[] = {"published", "derived", "assumed"};
    return words[static_cast<std::size_t>(evidence.grade)];
}

bool is_service(const FlowRow& row) {
    return row.kind == "service";
}

void add_bottlenecks(std::vector<FlowRow>& rows, const FlowReport& report, const Network& network) {
    for (std::size_t b = 0; b < report.before.bottlenecks.size(); ++b) {
        const BottleneckFlow& before = report.before.bottlenecks[b];
        FlowRow row{.kind = kind_of(before.capacity.where),
                    .id = scenarios::id_of(before.capacity.where, network),
                    .names = scenarios::names_of(before.capacity.where, network),
                    .capacity_teu = before.capacity.yearly.range.typical.count(),
                    .capacity_grade = grade_of(before.capacity.yearly.evidence),
                    .in_use_teu = before.in_use.count(),
                    .teu = before.assigned.count(),
                    .queue_hours = before.queue.count()};
        if (report.after) {
            row.after_capacity_teu =
                report.after->bottlenecks[b].capacity.yearly.range.typical.count();
            row.after_teu = report.after->bottlenecks[b].assigned.count();
            row.after_queue_hours = report.after->bottlenecks[b].queue.count();
        }
        const bool carries = row.teu >= least_teu || row.after_teu >= least_teu;
        if (carries || !is_service(row)) {
            rows.push_back(std::move(row));
        }
    }
}

void add_corridors(std::vector<FlowRow>& rows, const FlowReport& report, const Network& network) {
    for (std::size_t c = 0; c < report.before.corridors.size(); ++c) {
        const auto& before = report.before.corridors[c];
        FlowRow row{.kind = "corridor",
                    .id = network[before.corridor].id,
                    .names = network[before.corridor].names,
                    .capacity_teu = std::nullopt,
                    .capacity_grade = {},
                    .in_use_teu = std::nullopt,
                    .teu = before.yearly.count(),
                    .queue_hours = std::nullopt};
        row.after_teu = report.after ? report.after->corridors[c].yearly.count() : 0.0;
        if (row.teu >= least_teu || row.after_teu >= least_teu) {
            rows.push_back(std::move(row));
        }
    }
}

void add_legs(std::vector<FlowRow>& rows, const FlowReport& report, const Network& network) {
    std::map<std::pair<model::ServiceId, model::LinkId>, std::pair<double, double>> legs;
    for (const scenarios::LegFlow& leg : report.before.legs) {
        legs[{leg.service, leg.link}].first = leg.yearly.count();
    }
    if (report.after) {
        for (const scenarios::LegFlow& leg : report.after->legs) {
            legs[{leg.service, leg.link}].second = leg.yearly.count();
        }
    }
    for (const auto& [leg, volumes] : legs) {
        if (volumes.first < least_teu && volumes.second < least_teu) {
            continue;
        }
        FlowRow& row = rows.emplace_back();
        row.kind = "leg";
        row.id = network[leg.first].id + "|" + network[leg.second].id;
        row.names = leg_names(leg.first, leg.second, network);
        row.teu = volumes.first;
        row.after_teu = volumes.second;
    }
}

/// Places and passages, services, corridors, legs.
int rank(const FlowRow& row) {
    if (row.kind == "leg") {
        return 3;
    }
    if (row.kind == "corridor") {
        return 2;
    }
    return is_service(row) ? 1 : 0;
}

} // namespace

std::vector<FlowRow> flow_rows(const FlowReport& report, const Network& network) {
    std::vector<FlowRow> rows;
    add_bottlenecks(rows, report, network);
    add_corridors(rows, report, network);
    add_legs(rows, report, network);
    std::ranges::stable_sort(rows, [](const FlowRow& a, const FlowRow& b) {
        const double most_a = std::max(a.teu, a.after_teu);
        const double most_b = std::max(b.teu, b.after_teu);
        return rank(a) != rank(b) ? rank(a) < rank(b) : most_a > most_b;
    });
    return rows;
}

model::Names leg_names(model::ServiceId service, model::LinkId link, const Network& network) {
    const model::Names& what = network[service].names;
    const model::Names& from = network[network[link].from].names;
    const model::Names& to = network[network[link].to].names;
    return {.en = what.en + ": " + from.en + " – " + to.en,
            .zh = what.zh + "：" + from.zh + "–" + to.zh,
            .ru = {}};
}

std::string flow_model_word(scenarios::FlowModel model) {
    return model == scenarios::FlowModel::logit ? "logit" : "ue";
}

} // namespace landsea::io
