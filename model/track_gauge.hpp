#pragma once

#include "model/network.hpp"

#include <optional>

namespace landsea::model {

/// The distance between the rails that a link runs on, in millimetres, as the countries it crosses
/// have it: the gauge of a country's main lines. Nullopt for what is no railway, for countries of
/// different gauges, and for countries that are not in the table or use several: Laos and Vietnam.
/// A line that differs from its country's, such as the one of 1435 mm into Kaliningrad, is not told
/// apart.
/// Source: ADY Container, "Rails" (adycontainer.com), for 1520 and 1435 mm; assumed: 1000 mm for
/// Thailand and Malaysia, whose trains the shipped network calls metre-gauge.
std::optional<int> track_gauge_mm(const Link& link);

} // namespace landsea::model
