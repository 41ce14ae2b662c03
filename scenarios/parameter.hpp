#pragma once

#include "model/itinerary.hpp"
#include "model/names.hpp"
#include "model/network.hpp"
#include "model/query.hpp"
#include "model/tally.hpp"
#include "scenarios/scenario.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// What an hour or a kilogram costs in the generalised cost.
enum class PriceOf { time, carbon };

/// What a parameter counts.
enum class Unit {
    hours,
    usd_per_teu,
    factor,
    departures_per_week,
    kg_per_tonne_km,
    usd_per_teu_day,
    usd_per_tonne_co2e
};

/// A number of a question that is left open: a price, or the size of one change.
struct Parameter {
    std::string text;   ///< as it was asked for: "dwell:CNQZH"
    model::Names names; ///< in words: "dwell added at Qinzhou Port (Dalanping)"
    Unit unit{};
    std::variant<AlterHauls, AlterWorks, AlterServices, AddDwell, PriceOf> what; ///< sizes are open
    double from{};
    double to{};                   ///< above `from`
    std::optional<double> today{}; ///< what it is without the change; absent when that is many
};

/// Whether the parameter can change what counts under a criterion. A carbon price that a scenario
/// charges is not looked at.
bool moves(const Parameter& parameter, model::Criterion criterion);

/// What the parameter is under a query: 0 for what is added, 1 for a factor, the price of the
/// query, the number of a haul, an operation or a service where all that it touches agree.
std::optional<double> today_of(const Parameter& parameter, const model::Query& query,
                               const model::Network& network);

/// The least that can be added before a number of what the parameter touches would fall below zero,
/// where it stays: expected values, under a query. Minus infinity for what adds nothing.
double least_addition(const Parameter& parameter, const model::Query& query,
                      const model::Network& network);

/// The parameter in a form in which expected costs of a route are straight lines: the value itself,
/// or for departures per week one over it, as half the time between departures is waited.
double straightened(const Parameter& parameter, double value);

/// The inverse of `straightened`.
double unstraightened(const Parameter& parameter, double straight);

/// A query with numbers left open.
class OpenQuery {
  public:
    /// The network must outlive it, and has the operation that stands for any added dwell. Where
    /// two parameters act on one number, they do so in their order, after the overlay of the query.
    OpenQuery(model::Query base, std::vector<Parameter> parameters, const model::Network& network);

    /// The query at these values, one for each parameter.
    [[nodiscard]] model::Query at(const std::vector<double>& values) const;

    [[nodiscard]] const model::Query& base() const { return base_; }

    [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }

    [[nodiscard]] const model::Network& network() const { return *network_; }

  private:
    model::Query base_;
    std::vector<Parameter> parameters_;
    std::vector<model::Overlay> marks_; ///< of each parameter, at the size 1
    const model::Network* network_;
};

/// What a tally is worth under a criterion: days; USD, kg CO2e or USD of generalised cost per TEU.
double worth_of(const model::Tally& tally, const model::Query& query, model::Criterion criterion);

/// The worth of a route's expected values under a query.
double worth_of(const model::Itinerary& route, const model::Query& query,
                model::Criterion criterion, const model::Network& network);

} // namespace landsea::scenarios
