#pragma once

#include "model/network.hpp"
#include "model/query.hpp"
#include "model/sea_lanes.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace landsea::model {

/// That sea services of a network have no way: a port that is not on the sea lanes, or no course
/// between two ports even with nothing closed.
class UnchartedSea : public std::runtime_error {
  public:
    explicit UnchartedSea(std::vector<Problem> problems);

    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

/// The network with the length, line and passages of every link that has a `course`, from the sea
/// lanes; time and money too of the links that are computed for a means.
///
/// For each set of closed passages, each service that goes through one of them on such links gets
/// a twin, called "ID~without:malacca+suez", whose course keeps away from all of the set: longer by
/// the difference in length / speed of the means, dearer by the difference x rate and the tolls
/// (see model/voyage.hpp). It takes part in a query that avoids exactly these passages, and then
/// stands for the service wherever that is named. Where no way is left there is no twin. What
/// stands in the parts keeps its position, so ids stay valid; what has a course already keeps it,
/// so twins can be added later.
///
/// An ocean ship's passages are taken unless all services on a link are of means with the vessel
/// `feeder`. Throws UnchartedSea with all problems.
NetworkParts with_sea_courses(NetworkParts parts, const SeaLanes& lanes,
                              const std::vector<ClosureSet>& closures);

/// What the draws of a link or service are named after: a twin's are those of its service, so that
/// a closure changes nothing but the way.
std::string_view drawn_as(std::string_view id);

} // namespace landsea::model
