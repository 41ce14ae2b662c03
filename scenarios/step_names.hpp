#pragma once

#include "model/itinerary.hpp"
#include "model/network.hpp"
#include "scenarios/comparison.hpp"

#include <string>

namespace landsea::scenarios {

/// What is done in a step, without its place: "border formalities", "wait for Yangtze express",
/// "Yangtze express".
std::string doing_of(const model::Step& step, const model::Network& network,
                     model::Language language);

/// Where a step happens: "Chongqing Guoyuan Port", or "Qinzhou – Singapore" for a haul.
std::string whereabouts_of(const model::Step& step, const model::Network& network,
                           model::Language language);

/// A stage in words: "Yangtze express: Guoyuan – Three Gorges" or "Guoyuan: load, dwell, wait".
std::string stage_name(const Stage& stage, const Answer& answer, const model::Network& network,
                       model::Language language);

/// The kind of an operation in words: "gauge change", "换轨".
std::string kind_name(model::OperationKind kind, model::Language language);

} // namespace landsea::scenarios
