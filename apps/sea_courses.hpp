#pragma once

#include "io/input_error.hpp"
#include "model/network.hpp"
#include "model/query.hpp"
#include "model/sea_lanes.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace landsea::apps {

/// The sea lanes of a data folder; null when it has none. Throws io::FileError, io::InputError.
std::shared_ptr<const model::SeaLanes> sea_lanes_in(const std::filesystem::path& data);

/// The hash of a network that takes courses from the lanes of the data folder: the lanes are part
/// of the data then. Throws io::FileError.
std::string hash_with_lanes(const std::string& network_hash, const model::NetworkParts& parts,
                            const std::filesystem::path& data);

/// What is wrong with the sea services of a network, as the lanes have it: nothing where it has a
/// way for each.
std::vector<io::InputProblem> course_problems(const model::NetworkParts& parts,
                                              const model::SeaLanes* lanes);

/// The network whose sea services go as the lanes have it, with what they do when each of the sets
/// of passages is closed. Throws io::InputError where a service has no way, or where there are no
/// lanes and a service needs some.
model::NetworkParts charted(model::NetworkParts parts, const model::SeaLanes* lanes,
                            const std::vector<model::ClosureSet>& closures);

} // namespace landsea::apps
