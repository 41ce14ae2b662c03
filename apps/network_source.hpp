#pragma once

#include "apps/arguments.hpp"
#include "io/read_network.hpp"
#include "model/network.hpp"
#include "model/sea_lanes.hpp"

#include <memory>
#include <string>
#include <vector>

namespace landsea::apps {

/// A network as its files have it: with the courses of its sea links, and without the roads that
/// answering a question adds.
struct PlainNetwork {
    std::vector<io::NetworkText> texts;
    model::Network network;
    std::string data_hash;
    std::shared_ptr<const model::SeaLanes> lanes; ///< null when the data folder has none
};

/// The network that `--network` and `--data` name. Throws UsageError, io::InputError,
/// io::FileError.
PlainNetwork plain_network(const Arguments& arguments);

} // namespace landsea::apps
