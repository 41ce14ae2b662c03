#include "scenarios/route_set.hpp"

#include "model/route_overlap.hpp"

#include <algorithm>
#include <utility>

namespace landsea::scenarios {

namespace {

using model::Itinerary;
using model::Network;

std::vector<model::ServiceId> services_of(const Itinerary& route) {
    std::vector<model::ServiceId> ridden;
    for (const model::Step& step : route.steps) {
        const auto* haul = std::get_if<model::Haul>(&step.what);
        if (haul != nullptr && (ridden.empty() || ridden.back() != haul->service)) {
            ridden.push_back(haul->service);
        }
    }
    return ridden;
}

std::vector<RouteTraits> traits_of(const std::vector<Itinerary>& routes, const Network& network) {
    std::vector<RouteTraits> traits;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        RouteTraits& one = traits.emplace_back();
        one.transfers = model::transfers_of(routes[i]);
        one.shared_with_first = model::shared_part(routes[i], routes.front(), network);
        one.ridden = services_of(routes[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const double part = model::shared_part(routes[i], routes[j], network);
            one.most_shared = std::max(one.most_shared, part);
            traits[j].most_shared = std::max(traits[j].most_shared, part);
        }
    }
    return traits;
}

/// The question with an alternative for each route, and its answers.
RouteSet drawn(const std::vector<Itinerary>& routes, Question question, const Network& network,
               model::DrawPlan plan) {
    question.alternatives.clear();
    for (std::size_t i = 1; i <= routes.size(); ++i) {
        const std::string number = std::to_string(i);
        question.alternatives.push_back(
            {.id = number,
             .names = {"way " + number, "路线 " + number, "путь " + number},
             .constraints = {}});
    }
    return {.comparison = compare(network, question, {routes.begin(), routes.end()}, plan),
            .traits = traits_of(routes, network),
            .asked = {}};
}

} // namespace

RouteSet alternatives_of(const model::Router& router, const Question& question,
                         const model::AlternativeSettings& settings, model::DrawPlan plan) {
    auto found = model::alternative_routes(router.graph(), question.query, settings);
    std::vector<Itinerary> routes;
    for (model::AlternativeRoute& route : found.routes) {
        routes.push_back(std::move(route.itinerary));
    }
    RouteSet set = drawn(routes, question, router.graph().network(), plan);
    set.asked = AlternativesAsked{settings, found.search};
    return set;
}

std::variant<RouteSet, TooManyRoutes> pareto_set_of(const model::Router& router,
                                                    const Question& question,
                                                    const std::vector<model::Objective>& objectives,
                                                    const model::ParetoSettings& settings,
                                                    model::DrawPlan plan, std::size_t most) {
    auto found = model::pareto_front(router.graph(), question.query, objectives, settings);
    if (found.routes.size() > most) {
        return TooManyRoutes{found.routes.size(), most};
    }
    std::vector<Itinerary> routes;
    for (model::ParetoRoute& route : found.routes) {
        routes.push_back(std::move(route.itinerary));
    }
    RouteSet set = drawn(routes, question, router.graph().network(), plan);
    set.asked = ParetoAsked{objectives, settings, found.search};
    return set;
}

std::string ridden_text(const RouteTraits& traits, const Network& network,
                        model::Language language) {
    std::string text;
    for (const model::ServiceId service : traits.ridden) {
        text += (text.empty() ? "" : " › ") + network[service].names.in(language);
    }
    return text;
}

} // namespace landsea::scenarios
