#pragma once

#include "model/itinerary.hpp"
#include "model/network.hpp"
#include "model/query.hpp"
#include "scenarios/tornado.hpp"

#include <memory>
#include <string>
#include <vector>

namespace landsea::scenarios {

/// A question with one input moved to a value.
struct MovedQuery {
    double value{};     ///< in the unit of the input; of a season, the number of the state
    model::Names state; ///< of a season
    model::Query query;
};

/// A number, or the season, that an answer rests on.
struct TornadoInput {
    std::string id;
    model::Names names;
    std::optional<Unit> unit;      ///< absent for seasons
    std::vector<MovedQuery> moved; ///< its low and its high end; of a season, all its states
};

/// The inputs that routes rest on under a query, each once, in the order of the routes; only those
/// that count under the query's criterion and that have two ends.
std::vector<TornadoInput> inputs_of(const std::vector<model::Itinerary>& routes,
                                    const model::Query& query, const model::Network& network,
                                    TornadoRule rule);

} // namespace landsea::scenarios
