#pragma once

#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace landsea::model {

/// What routes are weighed by, each for itself.
enum class Objective { time, money, carbon, transfers };

/// A route that no other one beats: none is better in one objective and not worse in any.
struct ParetoRoute {
    Itinerary itinerary;
    /// In the order of the objectives: thousandths of an hour, cents and grams per TEU as
    /// `weights_of` rounds them; the changes from service to service, which are the services
    /// boarded without the first.
    std::vector<std::uint64_t> weights;
};

/// How exact a front is, and when the search for it gives up.
struct ParetoSettings {
    double epsilon = 0.0; ///< 0: every vector of weights has its route
    std::size_t most_labels = 20'000'000;
};

/// The routes that no other one beats, from least to greatest in the first objective, then in the
/// second, and so on.
struct ParetoFront {
    enum class Search {
        finished,
        gave_up ///< at the limit: the routes are right, but those after them are missing
    };

    std::vector<ParetoRoute> routes;
    Search search = Search::finished;
    std::size_t labels{}; ///< partial routes that were looked at: what the search cost
};

/// The Pareto set between the ends of a query under all its constraints, by two to four different
/// objectives; `query.criterion` is not read. Empty when no route meets the constraints; one route
/// without steps when the box is there already.
///
/// Exact, those routes included that no weighing of the objectives against each other makes the
/// best one ("unsupported"). Each vector of weights has one route: of those that have it the one of
/// fewest edges (a transfer being one), then the one that the search meets first, which is always
/// the same. With `epsilon` > 0 every route of the answer is still one that no other one beats, and
/// for every one that is left out there is one in the answer that weighs at most (1 + epsilon)
/// times as much in each objective.
///
/// Labels are settled in lexicographic order of what the whole route must weigh at least, by exact
/// lower bounds; so dominance at a vertex is decided without the first objective.
/// Sources: the abstracts of Hernandez Ulloa et al. 2020, "A simple and fast bi-objective search
/// algorithm", ICAPS (BOA*), and Ren et al. 2022, "Enhanced multi-objective A* using balanced
/// binary search trees", SoCS (EMOA*). Cost: number of labels x routes at a vertex; the front may
/// grow exponentially with the network.
///
/// Throws std::invalid_argument for fewer than two, more than four or repeated objectives, a
/// negative epsilon, and as `Router::best` does.
ParetoFront pareto_front(const VirtualNetwork& graph, const Query& query,
                         const std::vector<Objective>& objectives,
                         const ParetoSettings& settings = {});

/// The changes from service to service: the services boarded without the first.
std::size_t transfers_of(const Itinerary& itinerary);

/// "time", "money", "carbon", "transfers".
std::string_view name_of(Objective objective);

} // namespace landsea::model
