#pragma once

#include "io/detail/json_at.hpp"
#include "io/detail/network_ids.hpp"
#include "model/evidence.hpp"
#include "model/lat_lon.hpp"
#include "model/names.hpp"
#include "model/place.hpp"
#include "model/range.hpp"

#include <type_traits>

namespace landsea::io::detail {

/// Whether zero is a sensible value of a quantity.
enum class Least { zero, above_zero };

/// No estimate may exceed this, so that no sum of a trip can overflow.
inline constexpr double largest_estimate = 1e9;

/// The years that a source or a price can be of.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2100;

/// The evidence in the keys `grade`, `sources`, `year` and `note` of an object that may have
/// other keys as well. At least one source unless assumed.
model::Evidence read_evidence(const JsonAt& item, const NetworkIds& ids);

/// `{"en": ..., "zh": ..., "ru": ...}`, the last optional.
model::Names read_names(const JsonAt& names);

/// The keys `lat` and `lon` of an item.
model::LatLon read_location(const JsonAt& item);

/// ISO 3166-1 alpha-2, upper case. The letters are checked, not that such a country exists.
model::CountryCode read_country(const JsonAt& country);

/// The year of a price.
int read_price_year(const JsonAt& item);

/// An estimate whose quantity is a bare number.
model::Estimate<double> read_number(const JsonAt& estimate, const NetworkIds& ids, Least least);

/// The other way's evidence when it takes its numbers from this one.
model::Evidence mirrored(const model::Evidence& evidence, const std::string& id);

template <class Q>
model::Estimate<Q> mirrored(model::Estimate<Q> estimate, const std::string& id) {
    estimate.evidence = mirrored(estimate.evidence, id);
    return estimate;
}

/// An estimate as a quantity. `unit` is what one of the file's unit is in ours.
template <class Q>
model::Estimate<Q> read_estimate(const JsonAt& estimate, const NetworkIds& ids, Least least,
                                 double unit = 1.0) {
    const auto [range, evidence] = read_number(estimate, ids, least);
    return {.range = {.low = Q{range.low * unit},
                      .typical = Q{range.typical * unit},
                      .high = Q{range.high * unit},
                      .typical_is = range.typical_is},
            .evidence = evidence};
}

} // namespace landsea::io::detail
