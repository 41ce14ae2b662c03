#pragma once

#include "model/id.hpp"
#include "model/lat_lon.hpp"
#include "model/mode.hpp"
#include "model/place.hpp"
#include "model/range.hpp"

#include <optional>
#include <string>
#include <vector>

namespace landsea::model {

/// Whether a thing exists yet. Planned things take part only when a query activates them.
struct Standing {
    enum class State { open, planned, suspended };
    State state = State::open;
    std::string opens; ///< "2026-12" for planned things whose date is known
    std::string why;   ///< of suspended things
};

/// A stated length is either the way actually gone or the shortest feasible one; ISO 14083 applies
/// its distance adjustment to the latter only.
enum class LengthBasis { actual, shortest_feasible };

/// What a way over the sea has to keep to when its length, line and passages are computed.
struct CourseRules {
    std::vector<PassageId> avoid;
    std::vector<PassageId> via;

    friend bool operator==(const CourseRules&, const CourseRules&) = default;
};

/// A stretch of road, track, river, sea or sky between two places, in one direction: upstream and
/// downstream are two links.
struct Link {
    std::string id;
    PlaceId from;
    PlaceId to;
    Mode mode{};
    std::string variant; ///< tells parallel links of one mode apart ("suez", "cape"); often empty
    std::vector<CountryCode> countries; ///< whose soil or inland water it crosses; none at sea
    std::vector<PassageId> passages;
    Estimate<Km> length;
    LengthBasis length_basis = LengthBasis::actual;
    Estimate<Hours> time; ///< running time, without any operation or wait
    Estimate<UsdPerTeu> money;
    int price_year{};
    FactorId emission_factor;
    std::optional<CauseId> cause;
    std::vector<LatLon> shape; ///< points between the ends, for drawing only
    Standing standing;
    std::optional<CourseRules> course{};   ///< at sea: length, line and passages are to be computed
    std::optional<MeansId> computed_for{}; ///< time and money too, from how these means sail
};

/// Whether a link has no length yet, as the sea lanes have not been asked for its course. Nothing
/// goes along such a link.
inline bool awaits_course(const Link& link) {
    return link.course && link.length.range.typical <= Km{};
}

} // namespace landsea::model
