#pragma once

#include "geo/geodesic.hpp"
#include "io/detail/fact.hpp"
#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::io::detail {

/// Figures keep nine decimals: more than any of them means, and enough to be read back.
inline constexpr int figure_decimals = 9;

/// What exports say of the places and links of a network: the same names in the same order for
/// each place, and for each link. Lists are joined by "|".
class NetworkFacts {
  public:
    /// The network must outlive it.
    explicit NetworkFacts(const model::Network& network);

    [[nodiscard]] const model::Network& network() const { return *network_; }

    /// All but the position.
    [[nodiscard]] std::vector<Fact> of(model::PlaceId place) const;

    [[nodiscard]] std::vector<Fact> of(model::LinkId link) const;

    /// The services that ride on a link.
    [[nodiscard]] const std::vector<model::ServiceId>& services_on(model::LinkId link) const {
        return services_[link.index];
    }

    /// From end to end along the shape, on geodesics whose points are at most 200 km apart.
    [[nodiscard]] geo::Path line_of(model::LinkId link) const;

  private:
    const model::Network* network_;
    std::vector<std::vector<model::ServiceId>> services_; ///< of each link
};

/// The value as text: numbers with `figure_decimals` at most and as short as can be.
std::string text_of(const Fact& fact);

/// The value as text of the fact with that name; empty when it has none.
std::string text_of(const std::vector<Fact>& facts, std::string_view name);

} // namespace landsea::io::detail
