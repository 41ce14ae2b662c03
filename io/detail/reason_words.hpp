#pragma once

#include "model/names.hpp"
#include "model/network.hpp"
#include "scenarios/reason.hpp"

#include <string>

namespace landsea::io::detail {

/// Where two ways differ: "at Three Gorges ship lock", "by sea". A place is named where all is done
/// at one, else its city.
std::string place_name(const scenarios::Contrast& contrast, const model::Network& network,
                       model::Language language);

/// The same with what is done there: "at Three Gorges ship lock (lockage, lock queue)", "by sea
/// (Qinzhou-Singapore line / Yangshan-Singapore line)". Of many services the first three are named.
std::string contrast_name(const scenarios::Contrast& contrast, const model::Network& network,
                          model::Language language);

/// Departures a week, with as many decimals as it takes: "14", "2.5", "0.07".
std::string per_week_text(double departures);

} // namespace landsea::io::detail
