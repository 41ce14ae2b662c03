#pragma once

#include "model/detail/search_space.hpp"

#include <cstdint>
#include <set>
#include <vector>

namespace landsea::model::detail {

/// Where a route has been, to tell whether it comes back. See `alternative_routes`.
class Visits {
  public:
    explicit Visits(const SearchSpace& space);

    /// Whether going along the arc comes back to a place, or to a city that was left.
    [[nodiscard]] bool comes_back(std::uint32_t arc) const;

    /// Goes along the arc.
    void go(std::uint32_t arc);

  private:
    using Visit = std::pair<PlaceId, std::uint32_t>; ///< where, and in which layer

    void arrive(std::uint32_t vertex, PlaceId place);

    const SearchSpace* space_;
    std::set<Visit> places_;
    std::set<Visit> cities_;
};

/// How many arcs of a path make a route that is loopless: all of them, or those before the first
/// one that comes back to a place or boards the service that was just left.
std::size_t loopless_part(const std::vector<std::uint32_t>& path, const SearchSpace& space);

} // namespace landsea::model::detail
