#pragma once

#include "model/quantity.hpp"
#include "model/router.hpp"
#include "model/simulation.hpp"
#include "model/tally.hpp"
#include "scenarios/comparison.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// One of two ways that are held against each other.
enum class Side { winner, loser };

/// Where two ways differ: what is done in a city and its terminals, at a place that is in none, or
/// all hauls of a mode. Steps that both ways share are left out: they make no difference.
struct Contrast {
    std::variant<model::PlaceId, model::Mode> where;
    std::vector<model::Step> winner_steps;
    std::vector<model::Step> loser_steps;
    model::Tally winner; ///< expected, of the whole shipment
    model::Tally loser;
    double excess{}; ///< of the loser by the criterion: hours, USD or kg of the whole shipment
};

/// What one stage would have to take for the two ways to be equal, all else as it is.
struct StageBreakEven {
    Side side{};
    std::size_t contrast{}; ///< of which way at which place, as a position
    double now{};           ///< by the criterion: hours, USD or kg of the whole shipment
    double then{};
};

/// How often a service would have to leave for the two ways to be equal, all else as it is.
struct DeparturesBreakEven {
    Side side{};
    model::ServiceId service;
    double now_per_week{};
    double then_per_week{};
};

/// A price at which the two ways have the same generalised cost, and which is better above it.
template <class Price>
struct PriceBreakEven {
    Price price{};
    Side better_above{};
};

/// Why one way is better than another.
struct Reason {
    Comparison comparison; ///< of the two ways, as they were asked for
    std::size_t winner{};  ///< position of the better one in `comparison.answers`
    std::size_t loser{};
    double lead{};    ///< of the winner by the criterion: hours, USD or kg of the whole shipment
    Probability wins; ///< the share of the draws in which the winner is the better one
    std::vector<Contrast>
        contrasts; ///< the greatest excess first, either way; they add up to `lead`
    std::optional<StageBreakEven> falls;      ///< what would have to be less on the loser
    std::optional<StageBreakEven> rises;      ///< or more on the winner
    std::optional<DeparturesBreakEven> more;  ///< or leave more often on the loser
    std::optional<DeparturesBreakEven> fewer; ///< or less often on the winner
    std::optional<PriceBreakEven<model::UsdPerTeuHour>> value_of_time;
    std::optional<PriceBreakEven<model::UsdPerKgCo2e>> carbon_price;

    [[nodiscard]] const Answer& better() const { return comparison.answers[winner]; }

    [[nodiscard]] const Answer& worse() const { return comparison.answers[loser]; }
};

/// Holds the first two alternatives of a question against each other by its criterion, at expected
/// values. The one without a route loses; of equals the first wins, with a lead of 0. Where not
/// both have a route there is nothing but the winner.
///
/// Break-even values hold for the two routes as they are: another route may take over before.
///  - `falls`: the largest of the loser's contrasts that lies at a place and is at least the lead;
///    else the largest haul that is; else absent.
///  - `rises`: the largest of the winner's contrasts that lies at a place, else the largest haul.
///  - `more`, `fewer`: the longest wait for a departure, which is 84 h / departures a week, shorter
///    or longer by the lead; only where time counts, at the value of time where cost is
///    generalised.
///  - prices: from generalised cost = USD + value of time x hours x TEU + carbon price x kg, linear
///    in either price; absent where no price above zero makes the two equal.
Reason reason(const model::Router& router, const Question& question, model::DrawPlan plan);

/// How a route sets out: what that is called, and all services that set out in the same way.
struct SettingOut {
    model::Names names; ///< of the corridor, or of the first service where it belongs to none
    std::vector<model::Target> services;
};

/// How a route from a place sets out, so that another one can be told to set out otherwise: by the
/// corridor that it goes by (see scenarios/way_out.hpp), or by its first service. Absent when it
/// rides nothing.
std::optional<SettingOut> setting_out_of(const model::Itinerary& route, model::PlaceId origin,
                                         const model::VirtualNetwork& graph);

} // namespace landsea::scenarios
