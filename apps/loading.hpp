#pragma once

#include "apps/arguments.hpp"
#include "io/read_scenario.hpp"
#include "model/network.hpp"
#include "model/query.hpp"
#include "model/sea_lanes.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace landsea::apps {

/// A network, where it came from, and what identifies it.
struct Loaded {
    model::Network network;
    std::string data_hash;
    std::filesystem::path data;                   ///< the folder that holds network/, claims/, ...
    std::shared_ptr<const model::SeaLanes> lanes; ///< absent when the data folder has none
    std::vector<scenarios::Scenario> scenarios{}; ///< of `--scenario`, in order
};

/// The network that the arguments name, with roads for the first and last mile, the points on the
/// map that `points` name as "LAT,LON", any added dwell, all that the scenarios bring with them,
/// and the ways that ships take when what `--avoid` and a scenario close is closed. Throws
/// UsageError, io::InputError, io::FileError.
Loaded load(const Arguments& arguments, const std::vector<std::string>& points);

/// The same with these scenarios instead of those of `--scenario`, and no closures yet.
Loaded load_with(const Arguments& arguments, const std::vector<std::string>& points,
                 const std::vector<io::ScenarioText>& texts);

/// Adds what sea services do when passages are closed, for every set of passages that the question
/// avoids somewhere. Ids and positions stay valid. Throws io::InputError.
void close_passages(Loaded& loaded, const std::vector<model::ClosureSet>& closures);

/// Lays a scenario over the network for a query's month. Has to be done again when closures have
/// added to the network. Throws scenarios::NeedsAMonth.
void lay_scenario(const scenarios::Scenario& scenario, const model::Network& network,
                  model::Query& query);

/// The one scenario of `--scenario`, if any. Throws UsageError when there are several.
const scenarios::Scenario* only_scenario(const Loaded& loaded);

/// Closes the passages that a base query and what is asked with it avoid, and lays the scenario
/// over the result. `closures` depend on the query.
void settle(Loaded& loaded, const std::vector<model::ClosureSet>& closures, model::Query& query);

} // namespace landsea::apps
