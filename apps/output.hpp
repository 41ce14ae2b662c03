#pragma once

#include "apps/request.hpp"
#include "geo/basemap.hpp"
#include "io/presentation.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/what_if.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace landsea::apps {

/// Writes NAME.csv, NAME-steps.csv, NAME.json, chart and map as SVG and PNG, and sources.csv into a
/// folder, all or none. Makes the folder when it is missing. Throws io::FileError.
void write_comparison(const std::filesystem::path& folder, const scenarios::Comparison& comparison,
                      const Loaded& loaded, const io::Identity& identity,
                      const io::Presentation& presentation);

/// Writes NAME-cases.csv, NAME-changes.csv and NAME-what-if.json into a folder, all or none. Makes
/// the folder when it is missing. Throws io::FileError.
void write_what_if(const std::filesystem::path& folder, const scenarios::WhatIf& all,
                   const Loaded& loaded, const io::Identity& identity);

/// Makes the folder when it is missing. Throws io::FileError.
void make_folder(const std::filesystem::path& folder);

/// The base map of the data folder. Throws io::FileError when it cannot be read as one.
geo::BaseMap base_map_of(const std::filesystem::path& data,
                         geo::LandScale scale = geo::LandScale::detailed);

/// "sources up to 2026", the date that pictures bear; empty when no source has one.
std::string data_date_of(const Loaded& loaded, model::Language language);

/// "landsea 0.1.0, data 0123456789abcdef", as pictures state it.
std::string credit_of(const io::Identity& identity);

} // namespace landsea::apps
