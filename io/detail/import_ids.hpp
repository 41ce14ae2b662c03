#pragma once

#include "io/detail/import_reader.hpp"

#include <set>
#include <string>

namespace landsea::io::detail {

/// The ids of a source. Each thing has one of its own.
struct ImportIds {
    std::set<std::string> sources;
    std::set<std::string> passages;
    std::set<std::string> places;
};

/// Collects the ids; problems for missing and repeated ones, for ends of links that are no place
/// and for unknown modes.
ImportIds ids_of(const ImportSource& source, ProblemList& problems);

} // namespace landsea::io::detail
