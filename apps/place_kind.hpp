#pragma once

#include "model/place.hpp"

#include <string>

namespace landsea::apps {

/// The kind of place that the word of `--kind` names. Throws UsageError with the nearest ones.
model::PlaceKind place_kind_of(const std::string& word);

} // namespace landsea::apps
