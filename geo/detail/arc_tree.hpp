#pragma once

#include "geo/detail/unit_vector.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace landsea::geo::detail {

/// The id of an arc's end that is no corner of a coast.
inline constexpr std::uint32_t no_corner = std::numeric_limits<std::uint32_t>::max();

/// A stretch of coast: a great-circle arc of less than 180 degrees.
struct Arc {
    UnitVector a;
    UnitVector b;
    std::uint32_t from = no_corner; ///< the corner at `a`
    std::uint32_t to = no_corner;   ///< the corner at `b`
};

/// Whether two arcs of less than 180 degrees cross. An end that lies on the other arc counts as
/// being on its left, so that a line through a corner is never lost between two arcs.
bool arcs_cross(UnitVector a, UnitVector b, UnitVector v, UnitVector w);

/// Finds out quickly whether a line of sight crosses any of many arcs: a tree of spherical caps.
class ArcTree {
  public:
    explicit ArcTree(const std::vector<Arc>& arcs);

    /// Whether the arc from `v` to `w` crosses any arc, leaving out those that end at the corners
    /// `at_v` and `at_w`. Cost: O(log n) for short lines.
    [[nodiscard]] bool is_crossed(UnitVector v, UnitVector w, std::uint32_t at_v = no_corner,
                                  std::uint32_t at_w = no_corner) const;

  private:
    struct Cap {
        UnitVector centre;
        double sine{};   ///< of the radius
        double cosine{}; ///< of the radius
        std::uint32_t first{};
        std::uint32_t count{}; ///< arcs of a leaf; 0 for a branch
        std::uint32_t right{}; ///< the second child of a branch; the first is the next cap
    };

    std::uint32_t build(std::uint32_t first, std::uint32_t last);

    std::vector<Arc> arcs_;
    std::vector<Cap> caps_;
};

} // namespace landsea::geo::detail
