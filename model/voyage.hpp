#pragma once

#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::model {

/// The sum of two ranges that are long or short together, its typical value of the kind that the
/// first one's is.
template <class Q>
Range<Q> together(const Range<Q>& a, const Range<Q>& b);

/// How long ships of a means steam: length / speed, the typical time being what the typical speed
/// makes of it.
Range<Hours> steaming_time(Km length, const Sailing& sailing);

/// How long a voyage takes on ships of a means: the fixed part + length / speed.
Range<Hours> voyage_time(Km length, const Sailing& sailing);

/// What a voyage costs on ships of a means: the fixed part + length x rate + tolls.
Range<UsdPerTeu> voyage_money(Km length, const std::vector<PassageId>& passages,
                              const Sailing& sailing, const NetworkParts& parts);

/// Sets time and money of a link whose length and passages are known as ships of a means take
/// them, with notes that say from what. Assumed where any number that goes in is assumed.
void compute_voyage(Link& link, MeansId means, const NetworkParts& parts);

/// Changes the stated time and money of a link for a way that is `link.length` long, by
/// `link.passages`, where `usual` says the way they were stated for: longer by the difference in
/// length / speed of the means, dearer by the difference x rate and by the tolls that are paid and
/// no longer paid.
void lengthen_voyage(Link& link, const Link& usual, MeansId means, const NetworkParts& parts);

} // namespace landsea::model
