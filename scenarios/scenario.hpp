#pragma once

#include "model/evidence.hpp"
#include "model/itinerary.hpp"
#include "model/month.hpp"
#include "model/operation.hpp"
#include "model/overlay.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace landsea::scenarios {

/// Operations of some kinds at some places; at any of a list, an empty one meaning all.
struct WorkScope {
    std::vector<model::Target> at; ///< places, borders and countries
    std::vector<model::OperationKind> kinds;
};

/// Nothing that lies in the scope can be used.
struct Close {
    model::Scope scope;
};

/// Undoes a `Close` of the same scope, or lets planned and suspended services take part.
struct Open {
    model::Scope scope;
};

/// Changes a number of every haul in a scope.
struct AlterHauls {
    enum class Number { hours, usd_per_teu, kg_per_tonne_km, charge_usd_per_kg };
    Number number{};
    model::Effect effect;
    model::Scope scope;
};

/// Changes a number of every operation in a scope.
struct AlterWorks {
    enum class Number { hours, usd_per_teu };
    Number number{};
    model::Effect effect;
    WorkScope scope;
};

/// Changes a number of every service that has a haul in a scope.
struct AlterServices {
    enum class Number { departures_per_week, capacity_teu };
    Number number{};
    model::Effect effect;
    model::Scope scope;
};

/// Time to spend at a place whenever the box changes means.
struct AddDwell {
    model::PlaceId place;
    model::Effect effect; ///< hours
};

/// The state that a season is in, for certain.
struct ForceState {
    model::SeasonId season;
    std::size_t state{};
};

/// Services that a scenario brings with it take part.
struct Introduce {
    std::vector<model::ServiceId> services;
};

/// One thing that is different.
struct Change {
    std::variant<Close, Open, AlterHauls, AlterWorks, AlterServices, AddDwell, ForceState,
                 Introduce>
        what;
    std::optional<model::ByMonth<bool>> months; ///< of departure; absent: always
    std::string text;                           ///< in words: "close passage malacca"
    std::string scenario;                       ///< the id of the file where it stands
    std::size_t position{};                     ///< in the changes of that file
    model::Grade grade = model::Grade::assumed;
    std::vector<std::string> sources; ///< ids, of the scenario or of the network
    std::optional<int> year;
    std::string note;
};

/// What is different from the network as it is. The changes of extended scenarios come first.
struct Scenario {
    std::string id;
    model::Names names;
    model::Names description;
    std::vector<std::string> extends;
    std::vector<model::Source> sources;
    std::vector<Change> changes;
    std::string hash; ///< of all files that it comes from, as a network has one
};

/// That a scenario is asked over the whole year though some of its changes hold in some months.
class NeedsAMonth : public std::runtime_error {
  public:
    NeedsAMonth(const Scenario& scenario, const Change& change);
};

/// Whether a change acts on departures in a month; over the whole year, whether it acts in all.
bool acts_in(const Change& change, model::Month month);

/// The months in which changes act that do not act all year, ascending; none when all of them do.
std::vector<model::Month> months_of_change(const Scenario& scenario);

/// What the scenario changes for departures in a month, laid over a network that has everything
/// that the scenario brings with it. Sea services that stand in where passages are closed have to
/// be in the network, too, to be changed. Throws NeedsAMonth.
model::Overlay overlay_of(const Scenario& scenario, const model::Network& network,
                          model::Month month);

/// The passages that the scenario closes as such for departures in a month: sorted, each once.
std::vector<model::PassageId> closed_passages(const Scenario& scenario, model::Month month);

/// How many hauls, operations, services or places a change touches on a network: zero means that
/// its scope matches nothing.
std::size_t touched_by(const Change& change, const model::Network& network);

/// The hauls in a scope, service by service.
std::vector<model::Haul> hauls_in(const model::Scope& scope, const model::Network& network);

/// The operations in a scope, in the order of the network.
std::vector<model::OperationId> works_in(const WorkScope& scope, const model::Network& network);

/// Whether a change is about a step of a route: changes a number of it, or closes it.
bool touches(const Change& change, const model::Step& step, const model::Network& network);

/// The id of the operation that stands for dwell added at a place.
std::string added_dwell_id(const model::Network& network, model::PlaceId place);

/// The places where a scenario adds dwell: their operations have to be in the network.
std::vector<model::PlaceId> dwelt_at(const Scenario& scenario);

} // namespace landsea::scenarios
