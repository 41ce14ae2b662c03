#include "io/detail/read_evidence.hpp"
#include "io/detail/read_lists.hpp"

#include <algorithm>

namespace landsea::io::detail {

namespace {

model::Estimate<double> exactly_one() {
    return {.range = model::Range<double>::certain(1.0),
            .evidence = {.grade = model::Grade::assumed,
                         .sources = {},
                         .year = {},
                         .note = "no factor is stated: the links' own figures"}};
}

std::optional<model::Estimate<double>> read_optional(const JsonAt& estimate,
                                                     const NetworkIds& ids) {
    if (!estimate.is_there()) {
        return std::nullopt;
    }
    return read_number(estimate, ids, Least::above_zero);
}

std::vector<model::Refusal> read_refusals(const JsonAt& refuses, const NetworkIds& ids) {
    std::vector<model::Refusal> all;
    for (const JsonAt& refusal : refuses.elements()) {
        if (refusal.is_object_of({"kind", "grade", "sources", "year", "note"})) {
            all.push_back({.kind = refusal["kind"].one_of(model::cargo_kind_names),
                           .evidence = read_evidence(refusal, ids)});
        }
    }
    return all;
}

/// A place of a route and where it says so.
struct Stop {
    JsonAt at;
    model::PlaceId place;
};

/// The places in travel order; empty when any is wrong, so that no hop is complained about twice.
std::vector<Stop> read_stops(const JsonAt& route, const NetworkIds& ids) {
    std::vector<Stop> stops;
    const std::size_t problems_before = route.problems().count();
    for (const JsonAt& place : route.elements()) {
        stops.push_back({place, ids.places(place)});
    }
    if (route.is_list() && stops.size() < 2) {
        route.problem("at least two places");
    }
    return route.problems().count() == problems_before ? stops : std::vector<Stop>{};
}

/// The links along some stops. On the way back hops are complained about at `back`, which asks
/// for it: the stops were fine on the way out.
std::vector<model::LinkId> links_of(const std::vector<Stop>& stops, model::Mode mode,
                                    const std::string& variant, const Hops& hops,
                                    const std::optional<JsonAt>& back) {
    std::vector<model::LinkId> links;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        links.push_back(hops.link_of(back ? *back : stops[i].at, stops[i - 1].place, stops[i].place,
                                     mode, variant));
    }
    return links;
}

model::Service read_outward(const JsonAt& item, const NetworkIds& ids) {
    model::Service service;
    service.id = id_of(item);
    service.names = read_names(item["names"]);
    service.means = ids.means(item["means"]);
    service.departures_per_week = read_optional(item.find("departures_per_week"), ids);
    service.capacity_teu = read_optional(item.find("capacity_teu"), ids);
    service.time_factor = read_optional(item.find("time_factor"), ids).value_or(exactly_one());
    service.money_factor = read_optional(item.find("money_factor"), ids).value_or(exactly_one());
    if (const JsonAt refuses = item.find("refuses"); refuses.is_there()) {
        service.refuses = read_refusals(refuses, ids);
    }
    if (const JsonAt corridors = item.find("corridors"); corridors.is_there()) {
        service.corridors = ids.corridors.each_of(corridors);
    }
    service.standing = read_standing(item.find("standing"));
    return service;
}

/// The figures of the way back: its own where it has some, else those of the way out.
model::Service returning(const model::Service& outward, const JsonAt& back, const NetworkIds& ids) {
    model::Service service = outward;
    service.id = return_of(outward.id);
    const auto take = [&](std::string_view key, auto& estimate, const auto& from) {
        if (const auto own = read_optional(back.find(key), ids)) {
            estimate = *own;
        } else {
            estimate = mirrored(from, outward.id);
        }
    };
    const auto take_optional = [&](std::string_view key, auto& estimate) {
        if (const auto own = read_optional(back.find(key), ids)) {
            estimate = own;
        } else if (estimate) {
            estimate = mirrored(*estimate, outward.id);
        }
    };
    take_optional("departures_per_week", service.departures_per_week);
    take_optional("capacity_teu", service.capacity_teu);
    take("time_factor", service.time_factor, outward.time_factor);
    take("money_factor", service.money_factor, outward.money_factor);
    for (model::Refusal& refusal : service.refuses) {
        refusal.evidence = mirrored(refusal.evidence, outward.id);
    }
    return service;
}

void check_return(const JsonAt& back) {
    const bool is_known = back.is_object()
                              ? back.is_object_of({"departures_per_week", "capacity_teu",
                                                   "time_factor", "money_factor"})
                              : back.is_text("same") || back.is_text("none");
    if (!is_known) {
        back.problem(R"("same", "none" or an object)");
    }
}

} // namespace

std::vector<model::Service> read_service(const JsonAt& item, const NetworkIds& ids,
                                         const model::NetworkParts& parts, const Hops& hops) {
    if (!item.is_object_of({"id", "names", "means", "route", "variant", "departures_per_week",
                            "capacity_teu", "time_factor", "money_factor", "refuses", "corridors",
                            "standing", "return"})) {
        return {};
    }
    std::vector<model::Service> services{read_outward(item, ids)};
    const JsonAt back = item["return"];
    check_return(back);
    if (has_other_way(item, "return")) {
        services.push_back(returning(services.front(), back, ids));
    }
    const JsonAt variant_at = item.find("variant");
    const std::string variant = variant_at.is_there() ? variant_at.name() : "";
    auto stops = read_stops(item["route"], ids);
    const JsonAt means = item.find("means");
    if (!means.is_text() || !ids.means.find(means.text())) {
        return services; // the hops of an unknown means have no mode
    }
    const model::Mode mode = parts.means[services.front().means].mode;
    const std::size_t problems_before = item.problems().count();
    services.front().route = links_of(stops, mode, variant, hops, std::nullopt);
    if (services.size() == 2 && item.problems().count() == problems_before) {
        std::ranges::reverse(stops);
        services.back().route = links_of(stops, mode, variant, hops, back);
    }
    return services;
}

} // namespace landsea::io::detail
