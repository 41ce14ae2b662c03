#pragma once

#include "geo/feature_file.hpp"
#include "scenarios/batch.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace landsea::io {

/// So many rows may go into a GeoPackage: it is made from all of them at once, a few kilobytes
/// each.
inline constexpr std::size_t most_geopackage_rows = 50'000;

/// The layers of a batch for `geo::write_geopackage`, from rows that `batch_text` wrote with their
/// lines: `routes` holds the rows whose route has a line, `rows_without_line` the others. Fields
/// are the columns of CSV after `row`, the number of the row in the batch from 1. Throws
/// InputError, FileError.
std::vector<geo::FeatureLayer> batch_layers(const std::filesystem::path& rows,
                                            const scenarios::BatchPlan& plan);

} // namespace landsea::io
