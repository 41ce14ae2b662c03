#pragma once

#include "geo/shoreline.hpp"
#include "model/sea_lanes.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::io {

/// The nodes as CSV, in their order: `lat_deg,lon_deg,place`.
std::string sea_nodes_csv(const model::SeaLanes& lanes);

/// The edges as CSV: `from,to,length_m,passages,shape_lat_lon_deg`; `from` and `to` count nodes
/// from 0, passages are joined by `;`, points of the shape by `;` and their numbers by a blank.
std::string sea_edges_csv(const model::SeaLanes& lanes);

/// A shoreline as CSV: `ring,lat_deg,lon_deg`.
std::string shoreline_csv(const geo::Shoreline& shore);

/// Reads nodes.csv and edges.csv of a folder; `passages` are those of its waters.json. Throws
/// FileError, InputError with file, line, what was expected and what was found.
/// Cost: about 15 ms for the shipped lanes.
model::SeaLanes read_sea_lanes(const std::filesystem::path& folder,
                               std::vector<model::SeaPassage> passages);

/// Reads shoreline.csv of a folder. Throws as `read_sea_lanes`.
geo::Shoreline read_shoreline(const std::filesystem::path& folder);

} // namespace landsea::io
