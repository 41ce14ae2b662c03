#pragma once

#include "geo/feature_file.hpp"
#include "model/network.hpp"
#include "scenarios/reach.hpp"

#include <vector>

namespace landsea::io {

/// A layer of points, "reach", with the columns of `reach_csv` as fields, for
/// `geo::write_geopackage`.
std::vector<geo::FeatureLayer> reach_layers(const scenarios::Reach& reach,
                                            const model::Network& network);

} // namespace landsea::io
