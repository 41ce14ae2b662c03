#pragma once

#include "model/alternative_routes.hpp"
#include "model/pareto_front.hpp"
#include "model/router.hpp"
#include "scenarios/comparison.hpp"

#include <string>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// What tells a route of a set from the others.
struct RouteTraits {
    std::size_t transfers{};              ///< changes from service to service
    double shared_with_first{};           ///< part of the length; see `model::shared_part`
    double most_shared{};                 ///< with any other route of the set
    std::vector<model::ServiceId> ridden; ///< services in order, one that goes on once
};

/// That the best routes were asked for, any two of which share at most a part of their length.
struct AlternativesAsked {
    model::AlternativeSettings settings;
    model::AlternativeRoutes::Search search{};
};

/// That all routes were asked for which no other one beats.
struct ParetoAsked {
    std::vector<model::Objective> objectives;
    model::ParetoSettings settings;
    model::ParetoFront::Search search{};
};

/// Several routes between two places, found together, and what each takes by common draws.
struct RouteSet {
    Comparison comparison; ///< an alternative "1", "2", ... for each route, best first; often none
    std::vector<RouteTraits> traits; ///< of each answer
    std::variant<AlternativesAsked, ParetoAsked> asked;
};

/// The best routes by the criterion of the question's query; its alternatives are not read. Throws
/// as `model::alternative_routes` does.
RouteSet alternatives_of(const model::Router& router, const Question& question,
                         const model::AlternativeSettings& settings, model::DrawPlan plan);

/// A Pareto set that is too large to be drawn.
struct TooManyRoutes {
    std::size_t routes{};
    std::size_t most{};
};

/// The routes that no other one beats, whose draws are made for at most `most` of them. The
/// question's alternatives and criterion are not read. Throws as `model::pareto_front` does.
std::variant<RouteSet, TooManyRoutes> pareto_set_of(const model::Router& router,
                                                    const Question& question,
                                                    const std::vector<model::Objective>& objectives,
                                                    const model::ParetoSettings& settings,
                                                    model::DrawPlan plan, std::size_t most);

/// What a route rides in one line: "Chongqing-Qinzhou train › Qinzhou-Singapore line".
std::string ridden_text(const RouteTraits& traits, const model::Network& network,
                        model::Language language);

} // namespace landsea::scenarios
