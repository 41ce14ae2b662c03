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

/// What a hop is ridden on.
struct Riding {
    model::MeansId means;
    std::string variant;
    std::optional<model::CourseRules> course;
};

/// The links along some stops. On the way back hops are complained about at `back`, which asks
/// for it: the stops were fine on the way out.
std::vector<model::LinkId> links_of(const std::vector<Stop>& stops, const Riding& riding,
                                    Hops& hops, const std::optional<JsonAt>& back) {
    std::vector<model::LinkId> links;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const model::PlaceId from = stops[i - 1].place;
        const model::PlaceId to = stops[i].place;
        links.push_back(
            riding.course && from != to
                ? hops.computed(from, to, riding.means, *riding.course)
                : hops.link_of(back ? *back : stops[i].at, from, to, riding.means, riding.variant));
    }
    return links;
}

/// The rules of a service whose hops are all computed.
std::optional<model::CourseRules> course_of(const JsonAt& item, const model::Means& means,
                                            const NetworkIds& ids) {
    const JsonAt course = item.find("course");
    if (!course.is_there()) {
        return std::nullopt;
    }
    if (!means.sailing) {
        course.problem("a course only with means that say how they sail",
                       "means " + means.id + " without speed_km_per_h");
        return std::nullopt;
    }
    return read_course(course, ids);
}

/// "Singapore-Surabaya feeder", when the file gives no name and the means sail.
model::Names names_between(const model::Place& from, const model::Place& to,
                           const model::Means& means) {
    const bool is_feeder = means.sailing && means.sailing->vessel == model::Vessel::feeder;
    return {from.names.en + "–" + to.names.en + (is_feeder ? " feeder" : " line"),
            from.names.zh + "—" + to.names.zh + (is_feeder ? "支线" : "航线"), ""};
}

model::Service read_outward(const JsonAt& item, const NetworkIds& ids) {
    model::Service service;
    service.id = id_of(item);
    if (const JsonAt names = item.find("names"); names.is_there()) {
        service.names = read_names(names);
    }
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
    if (const JsonAt tags = item.find("tags"); tags.is_there()) {
        for (const JsonAt& tag : tags.elements()) {
            service.tags.push_back(tag.name());
        }
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

/// Services without names of their own, there and back.
void name_after_ends(const JsonAt& item, const std::vector<Stop>& stops,
                     const model::NetworkParts& parts, std::vector<model::Service>& services) {
    if (item.find("names").is_there()) {
        return;
    }
    const model::Means& means = parts.means[services.front().means];
    if (means.mode != model::Mode::sea) {
        item.problem("the key \"names\", as only sea services are named after their ends", "none");
    } else if (!stops.empty()) {
        const model::Place& first = parts.places[stops.front().place];
        const model::Place& last = parts.places[stops.back().place];
        services.front().names = names_between(first, last, means);
        services.back().names =
            services.size() == 2 ? names_between(last, first, means) : services.back().names;
    }
}

} // namespace

std::vector<model::Service> read_service(const JsonAt& item, const NetworkIds& ids,
                                         const model::NetworkParts& parts, Hops& hops) {
    if (!item.is_object_of({"id", "names", "means", "route", "variant", "course",
                            "departures_per_week", "capacity_teu", "time_factor", "money_factor",
                            "refuses", "corridors", "tags", "standing", "return"})) {
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
    const model::MeansId riding_on = services.front().means;
    const Riding riding{riding_on, variant, course_of(item, parts.means[riding_on], ids)};
    name_after_ends(item, stops, parts, services);
    const std::size_t problems_before = item.problems().count();
    services.front().route = links_of(stops, riding, hops, std::nullopt);
    if (services.size() == 2 && item.problems().count() == problems_before) {
        std::ranges::reverse(stops);
        services.back().route = links_of(stops, riding, hops, back);
    }
    return services;
}

} // namespace landsea::io::detail
