#pragma once

#include "model/itinerary.hpp"
#include "model/query.hpp"
#include "model/virtual_network.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace landsea::model {

/// How many alternatives, how different, and when the search for them gives up.
struct AlternativeSettings {
    std::size_t count = 1;
    double most_shared = 1.0; ///< of the length of the shorter of any two; 1: all of it, plainly
                              ///< the shortest loopless routes
    std::size_t most_labels = 5'000'000;
};

/// A route and what it weighs by the criterion of the query (see `weights_of`).
struct AlternativeRoute {
    Itinerary itinerary;
    std::uint64_t weight{};
};

struct AlternativeRoutes {
    enum class Search {
        found_all, ///< as many as were asked for
        no_more,   ///< fewer: no other route meets the constraints
        gave_up    ///< fewer, at the limit: there may be more
    };

    std::vector<AlternativeRoute> routes; ///< best first
    Search search = Search::found_all;
    std::size_t labels{}; ///< partial routes that were looked at: what the search cost
};

/// The best loopless routes of a query, each the best one of those that share at most `most_shared`
/// of the length with every one before it, as `shared_part` says. With `most_shared` = 1 these are
/// the k shortest loopless paths.
///
/// Loopless: no place is come to twice, nor a city that was left, unless more `via` targets have
/// been met (or the order of riding has begun) in between; and no service is left to board the same
/// one at once. Routes differ when they ride another link or service anywhere, so parallel legs
/// make different routes. By weight, then the route of fewest edges (a transfer being one) comes
/// first, then that whose edges, from the origin on, come first in the virtual network. Where best
/// routes tie, or where the best one comes to a place twice, the first one need not be that of
/// `Router::best`.
///
/// Routes are found in exact order: a set of routes with a common beginning has the length of its
/// best path as a bound, comes up in the order of the bounds, and is split at that path's edges
/// when that is not an answer (Yen 1971, Lawler 1972, from general knowledge). With `most_shared` <
/// 1 the best path of a set is one whose shared lengths are kept within their limits by
/// label-setting, so that the many variants of a route already found are never looked at one by
/// one. Greedy in the order of the routes, as in Chondrogiannis et al. 2020, "Finding k-shortest
/// paths with limited overlap", The VLDB Journal 29 (its abstract); there a limit holds for the
/// length shared over that of the route found earlier, here for the shorter of the two, which is
/// stricter.
///
/// Throws std::invalid_argument unless 0 <= most_shared <= 1, and as `Router::best` does.
AlternativeRoutes alternative_routes(const VirtualNetwork& graph, const Query& query,
                                     const AlternativeSettings& settings);

} // namespace landsea::model
