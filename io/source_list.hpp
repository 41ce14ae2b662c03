#pragma once

#include "model/network.hpp"

#include <string>

namespace landsea::io {

/// The sources of a network and how many of its numbers rest on each. Columns: id, title,
/// publisher, year, note, published, derived, assumed. A number of several sources counts for each;
/// the last line counts the numbers without any.
std::string sources_csv(const model::NetworkParts& parts);

} // namespace landsea::io
