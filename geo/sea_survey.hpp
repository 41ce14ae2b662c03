#pragma once

#include "geo/sea_plan.hpp"
#include "geo/sight_lines.hpp"
#include "model/sea_lanes.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::geo {

/// A port to be joined to the lanes.
struct SurveyPort {
    std::string place; ///< its id
    model::LatLon location;
};

/// How a port was joined.
struct SurveyedPort {
    std::string place;
    bool is_joined{};   ///< else there is no water near, or no way to the lanes
    model::Km snapped;  ///< from its position to the first water
    model::Km approach; ///< from there to where the lanes begin
};

/// What a survey of the seas has found.
struct SeaSurvey {
    model::SeaLanes lanes;
    Shoreline shore;
    std::vector<SurveyedPort> ports; ///< in the order given
};

/// How the survey goes on: "12,345 headlands".
using SurveyLog = std::function<void(const std::string&)>;

/// Makes the sea lanes from the coast: the shoreline that ships keep, its headlands, what sees
/// what, the gates that each line crosses, the approaches of the ports; then leaves out the edges
/// without which no way gets more than 0.2 % longer, and the waters that no port is on.
///
/// The same input gives the same lanes for any number of threads. Cost: a minute for the world.
SeaSurvey survey_sea(const std::vector<Polygon>& land, const SeaPlan& plan,
                     const std::vector<SurveyPort>& ports, unsigned threads,
                     const SurveyLog& log = {});

/// A place joined to lanes: they have a further node, or an old one stands for it.
struct JoinedPlace {
    std::uint32_t node{};
    model::Km snapped; ///< from the place to the first water
};

/// The lanes with a node for each place that a user names by its position. `joined` is in the order
/// of the places; nullopt where there is no water within 50 km or no way to the lanes.
struct JoinedLanes {
    model::SeaLanes lanes;
    std::vector<std::optional<JoinedPlace>> places;
};

JoinedLanes joined_to(const model::SeaLanes& lanes, const Shoreline& shore, const SeaPlan& plan,
                      const std::vector<Polygon>& land, const std::vector<SurveyPort>& places);

/// The furthest that a place may be from water.
inline constexpr model::Km furthest_from_water{50.0};

} // namespace landsea::geo
