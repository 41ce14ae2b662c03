#pragma once

#include "model/network.hpp"

#include <string>
#include <utility>
#include <vector>

namespace landsea::io {

/// A network as the files of the General Modeling Network Specification: config.csv, node.csv and
/// link.csv, names and bytes, with passage.csv for the straits and canals that links name.
///
/// Every field of the specification's tables is there, empty where it does not apply; behind them
/// stand all that landsea knows of a place or link, in columns of its own. A place is a node, a
/// link a directed link. Lengths are km, speeds km/h, coordinates degrees (EPSG:4326), geometry is
/// WKT, split at the 180th meridian. The free speed is typical length / typical time; it is empty
/// above 200, which the specification does not allow.
/// Source: github.com/zephyr-data-specs/GMNS, spec/{config,node,link}.schema.json.
std::vector<std::pair<std::string, std::string>> gmns_files(const model::Network& network,
                                                            const std::string& title);

} // namespace landsea::io
