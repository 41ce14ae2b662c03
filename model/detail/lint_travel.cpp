#include "model/connectivity.hpp"
#include "model/detail/lint_rules.hpp"
#include "model/detail/selection.hpp"
#include "model/track_gauge.hpp"

#include <algorithm>

namespace landsea::model::detail {

namespace {

std::string ids_of(const std::vector<PlaceId>& places, const Network& network) {
    constexpr std::size_t most = 8;
    std::string text;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i) {
        text += (i == 0 ? "" : ", ") + network[places[i]].id;
    }
    return places.size() > most ? text + " and " + std::to_string(places.size() - most) + " more"
                                : text;
}

bool is_in(const std::vector<PlaceId>& places, PlaceId place) {
    return std::ranges::find(places, place) != places.end();
}

const std::vector<Selector>* passing_selectors(const Operation& operation) {
    if (const auto* passing = std::get_if<Passing>(&operation.trigger)) {
        return &passing->on;
    }
    const auto* crossing = std::get_if<Crossing>(&operation.trigger);
    return crossing != nullptr ? &crossing->on : nullptr;
}

bool changes_gauge(const Operation& operation, ServiceId service, const Network& network) {
    const auto* on = passing_selectors(operation);
    return operation.kind == OperationKind::gauge_change && on != nullptr &&
           any_selects(*on, service, network);
}

/// A stretch of a service's route whose links are known to be of one gauge. Links of unknown gauge
/// belong to the stretch before them.
struct Run {
    int gauge_mm{};
    std::size_t first{}; ///< link of the route
    std::size_t end{};   ///< one behind its last link
};

std::vector<Run> runs_of(const Service& service, const Network& network) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < service.route.size(); ++i) {
        const auto gauge = track_gauge_mm(network[service.route[i]]);
        if (gauge && (runs.empty() || runs.back().gauge_mm != *gauge)) {
            runs.push_back({*gauge, runs.empty() ? 0 : i, i});
        }
        if (!runs.empty()) {
            runs.back().end = i + 1;
        }
    }
    return runs;
}

/// The first link of the route from `first` on and before `end`, at whose end the service changes
/// gauge; `end` when there is none.
std::size_t change_from(std::size_t first, std::size_t end, ServiceId id, const Network& network) {
    for (std::size_t i = first; i < end; ++i) {
        const PlaceId place = network[network[id].route[i]].to;
        const bool changes =
            std::ranges::any_of(network.parts().operations, [&](const Operation& operation) {
                return operation.place == place && changes_gauge(operation, id, network);
            });
        if (changes) {
            return i;
        }
    }
    return end;
}

/// A line may reach into a country on its neighbour's gauge, so a change counts wherever it comes
/// between the changes before and after it.
void check_gauges(ServiceId id, const Network& network, const Report& report) {
    const Service& service = network[id];
    const std::vector<Run> runs = runs_of(service, network);
    std::size_t from = 0;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const std::size_t change = change_from(from, runs[i].end, id, network);
        if (change < runs[i].end) {
            from = change + 1;
            continue;
        }
        from = std::max(from, runs[i].first);
        report("service " + service.id,
               "an operation of kind gauge_change that stops it near " +
                   network[network[service.route[runs[i].first]].from].id,
               std::to_string(runs[i - 1].gauge_mm) + " mm before and " +
                   std::to_string(runs[i].gauge_mm) + " mm after, and none");
    }
}

} // namespace

void find_islands(const LintSubject& subject, const Report& report) {
    const Network& network = subject.network;
    for (const auto& island : connectivity_of(network).islands) {
        report("place " + network[island.front()].id,
               "a way to and from the rest of the network over open services",
               island.size() == 1 ? "none"
                                  : "none, for " + std::to_string(island.size()) +
                                        " places that only reach one "
                                        "another: " +
                                        ids_of(island, network));
    }
}

void find_traps(const LintSubject& subject, const Report& report) {
    const Network& network = subject.network;
    const Connectivity found = connectivity_of(network);
    for (const PlaceId place : found.unreachable) {
        if (!is_in(found.no_way_out, place)) {
            report("place " + network[place].id, "a way there from the rest of the network",
                   "none, though it can be left");
        }
    }
    for (const PlaceId place : found.no_way_out) {
        if (!is_in(found.unreachable, place)) {
            report("place " + network[place].id, "a way back to the rest of the network",
                   "none, though it is reached");
        }
    }
}

void find_unserved(const LintSubject& subject, const Report& report) {
    for (const PlaceId place : connectivity_of(subject.network).unserved) {
        report("place " + subject.network[place].id, "an open service that calls or passes there",
               "none");
    }
}

void find_gauge_breaks(const LintSubject& subject, const Report& report) {
    for (const ServiceId id : subject.network.parts().services.ids()) {
        if (subject.network[subject.network[id].means].mode == Mode::rail) {
            check_gauges(id, subject.network, report);
        }
    }
}

} // namespace landsea::model::detail
